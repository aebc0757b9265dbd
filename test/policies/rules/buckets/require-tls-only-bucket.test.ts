// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireTlsOnlyBucket as rule } from "../../../../policies/rules/buckets/require-tls-only-bucket";
import { from, kindOf, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const arn = "arn:aws:s3:::class";
const deny = (changes: Readonly<Record<string, unknown>> = {}) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
      ...changes,
    },
  ],
});
const policyOf = (policy: unknown, bucket = "class"): Program => ({
  policy: { type: "aws:s3/bucketPolicy:BucketPolicy", properties: { bucket, policy } },
});
const split = (policy: unknown, named?: string): Program => ({
  files: { type: "aws:s3/bucket:Bucket", properties: { bucket: "class" } },
  ...policyOf(policy, named),
});
const title = "BucketPolicy 'policy' of Bucket 'files': 'policy'";
const lets = (action: string, resource: string) =>
  `lets it in: an anonymous caller does ${action} on ${resource} over plain HTTP: ` +
  "not denied by the bucket policy";
const letsRead = lets("s3:GetObject", `${arn}/example`);
const letsDeliver = lets("s3:AllowVendedLogDeliveryForResource", arn);

const { notApplicable, complies, violates, undecided, undecidedUntilDeployed, refused, exempted } =
  ruleSpec(rule, { must: "the bucket policy must deny plain HTTP to everyone" });

describe("require-tls-only-bucket", () => {
  notApplicable({ "the stack has no bucket": { key: { type: "aws:kms/key:Key" } } });

  for (const [spelling, policy] of [
    ["an object", deny()],
    ["a text", JSON.stringify(deny())],
    ["everyone in a list", deny({ Principal: { AWS: ["*"] } })],
    ["a boolean", deny({ Condition: { Bool: { "aws:SecureTransport": false } } })],
    ["another case", deny({ Condition: { Bool: { "AWS:securetransport": "False" } } })],
    ["a pattern for both", deny({ Resource: `${arn}*` })],
    ["a denial of all actions", deny({ Action: "*" })],
  ] as const) {
    complies({
      [`plain HTTP is denied, written as ${spelling}`]: [
        split(policy),
        split(policy, from("files.bucket")),
      ],
    });
  }

  const inline = (type: string): Program => ({
    files: { type, properties: { bucket: "class", policy: deny() } },
  });
  const native = (bucket: string, type = "aws-native:s3:BucketPolicy"): Program => ({
    policy: { type, properties: { bucket, policyDocument: deny() } },
  });
  const bucketName = "class--euc1-az1--x-s3";
  const directoryPolicy = native(bucketName, "aws-native:s3express:BucketPolicy");

  complies({
    "the policy is inside the bucket, in both types": [
      inline("aws:s3/bucket:Bucket"),
      inline("aws:s3/bucketV2:BucketV2"),
    ],
    "a bucket and a policy of aws-native": {
      files: { type: "aws-native:s3:Bucket", properties: { bucketName: "class" } },
      ...native(from("files.bucketName")),
    },
    "a bucket in China": split(JSON.stringify(deny()).replaceAll("arn:aws:", "arn:aws-cn:")),
    "a directory bucket, whose policy names other actions": [
      {
        files: {
          type: "aws:s3/directoryBucket:DirectoryBucket",
          properties: { bucket: bucketName },
        },
      },
      directoryPolicy,
      {
        files: { type: "aws-native:s3express:DirectoryBucket", properties: { bucketName } },
        ...directoryPolicy,
      },
    ],
  });

  for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws-native:s3:Bucket"]) {
    violates({
      [`${type} without a policy`]: [
        { files: { type } },
        `${kindOf(type)} 'files': 'policy' is missing: nothing denies plain HTTP`,
      ],
    });
  }

  for (const [hole, changes, found] of [
    ["the objects in the bucket", { Resource: arn }, letsRead],
    ["the bucket itself", { Resource: `${arn}/*` }, letsDeliver],
    ["reading", { Action: "s3:PutObject" }, letsRead],
    [
      "everyone but one role",
      { Principal: { AWS: "arn:aws:iam::111122223333:role/reader" } },
      letsRead,
    ],
    [
      "the bucket, because it names another",
      { Resource: [`${arn}-old`, `${arn}-old/*`] },
      letsRead,
    ],
    [
      "plain HTTP, because it denies TLS",
      { Condition: { Bool: { "aws:SecureTransport": "true" } } },
      letsRead,
    ],
  ] as const) {
    violates({ [`the denial leaves out ${hole}`]: [split(deny(changes)), `${title} ${found}`] });
  }

  violates({
    "the policy of a bucket of another stack denies nothing": [
      policyOf(deny({ Effect: "Allow" })),
      `BucketPolicy 'policy': 'policy' ${letsRead}`,
    ],
  });

  undecidedUntilDeployed({
    "the policy quotes the bucket's ARN": [
      split(deny({ Resource: [from("files.arn"), `${from("files.arn")}/*`] })),
      `${title} is`,
    ],
  });

  undecided({
    "the policy is known, and its bucket comes from outside the program": [
      policyOf(deny(), from("elsewhere.bucket")),
      "BucketPolicy 'policy': 'bucket' is",
    ],
  });

  refused({ "the policy is not JSON": [split("{"), title, "The bucket policy is not JSON"] });

  exempted({
    "a policy, by the name of its bucket": [
      split(deny({ Resource: `${arn}/*` })),
      "*::files",
      "old recorders",
      `${title} ${letsDeliver}`,
    ],
  });
});
