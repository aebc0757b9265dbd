// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What rules ask of documents that other people write, with wildcards for ARNs that are not known yet. */

import {
  type Document,
  notOpenThroughServices,
  notOpenToSharedProviders,
  notPublic,
  on,
  onBucket,
  type Property,
  tlsOnly,
} from "../../../policies/access";

function document(kind: Document["kind"], Statement: object): Document {
  return { name: "policy", kind, content: { Version: "2012-10-17", Statement } };
}

const account = "111122223333";
const open = { Effect: "Allow", Principal: "*", Resource: "*" };
const box = ["arn:aws:s3:::box", "arn:aws:s3:::box/*"];
const topicArn = `arn:aws:sns:eu-central-1:${account}:news`;
const queueArn = `arn:aws:sqs:eu-central-1:${account}:work`;

const website = { ...open, Action: "s3:GetObject", Resource: "arn:aws:s3:::box/*" };
const tls = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: box,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const inNetwork = { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } };
const distribution = {
  ...website,
  Principal: { Service: "cloudfront.amazonaws.com" },
  Condition: {
    StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${account}:distribution/E1EXAMPLE` },
  },
};
const subscription = {
  ...open,
  Action: "sqs:SendMessage",
  Resource: queueArn,
  Condition: { ArnLike: { "aws:SourceArn": topicArn } },
};
const defaultTopic = {
  ...open,
  Action: ["SNS:Publish", "SNS:Subscribe", "SNS:GetTopicAttributes"],
  Resource: topicArn,
  Condition: { StringEquals: { "AWS:SourceOwner": account } },
};
const ofOrganization = {
  ...open,
  Action: "kms:Decrypt",
  Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } },
};
const workflow = {
  Effect: "Allow",
  Principal: {
    Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
  },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: {
    StringLike: { "token.actions.githubusercontent.com:sub": "repo:example/site:*" },
    StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
  },
};

/** Bucket, key, topic, queue and trust policies of every day. */
export function ruleProperties(): readonly Property[] {
  const buckets = [
    website,
    tls,
    [website, tls],
    { ...website, Condition: inNetwork },
    distribution,
  ];
  const queue = [document("resource", subscription)];
  const topic = [document("resource", defaultTopic)];
  const key = [document("resource", ofOrganization)];
  const trust = [document("trust", workflow)];
  return [
    ...buckets.flatMap((statement) => {
      const subject = {
        documents: [document("resource", statement)],
        among: onBucket("arn:aws:s3:::box"),
      };
      return [notPublic(subject), tlsOnly(subject), notOpenThroughServices(subject)];
    }),
    notPublic({ documents: queue, among: on("queue", queueArn) }),
    notOpenThroughServices({ documents: queue, among: on("queue", queueArn) }),
    notPublic({ documents: topic, among: on("topic", topicArn) }),
    notPublic({ documents: key, among: on("key", "arn:aws:kms:*:*:key/*") }),
    notPublic({ documents: key }),
    notPublic({ documents: trust }),
    notOpenToSharedProviders({ documents: trust }),
  ];
}
