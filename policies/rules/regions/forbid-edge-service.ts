// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Resources that only configure an edge service (cache policies, keys, access control) serve nothing and pass. */

import { configuration, type Options } from "../../framework/configuration";
import { agora, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import type { ResourceJudge, Rule } from "../../framework/rule";
import { type Reading, read, type Step, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { edgePrincipal, edgeTrust } from "./edge-functions";
import { services } from "./edge-services.json";

const must = "data must stay in the region of the resource";

export const forbidEdgeService: Rule = {
  name: "forbid-edge-service",
  description: "Data must not be served, kept or processed at the edge of AWS's network.",
  rationale:
    "Nobody chooses the points of presence, and they are in no region. Data that is cached " +
    "there has left the area that was promised to the school.",
  severity: "high",
  controls: [
    agora("3", "Network geofencing: data stays in the chosen area"),
    nist("SA-9(5)", "Processing, storage, and service location"),
    iso("A.5.14", "Information transfer"),
    gdpr("Article 44", "General principle for transfers"),
  ],
  enforcementLevel: "mandatory",
  tags: ["regions", "residency", "cloudfront", "s3"],
  remediationSteps: "Remove it, and serve from the region itself.",
  url: "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/points-of-presence.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      ...forEntries(edgeServices(), edgeService),
      "aws:s3/bucket:Bucket": acceleration("accelerationStatus"),
      "aws:s3/bucketV2:BucketV2": acceleration("accelerationStatus"),
      "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": acceleration("status"),
      "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2":
        acceleration("status"),
      "aws-native:s3:Bucket": acceleration("accelerateConfiguration", "accelerationStatus"),
      "aws:cognito/userPoolDomain:UserPoolDomain": ownDomain("certificateArn"),
      "aws-native:cognito:UserPoolDomain": ownDomain("customDomainConfig", "certificateArn"),
      "aws:lambda/permission:Permission": edgePrincipal,
      "aws:iam/role:Role": edgeTrust("assumeRolePolicy"),
      "aws-native:lambda:Permission": edgePrincipal,
      "aws-native:iam:Role": edgeTrust("assumeRolePolicyDocument"),
    },
  },
};

/** What the service of each type does. */
function edgeServices(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    services.flatMap(({ does, types }) => types.map((type) => [type, does] as const)),
  );
}

function edgeService(does: string): ResourceJudge<Options> {
  return (resource) => [violation(resource, "type", `is at the edge: ${does}`, must)];
}

function acceleration(...path: Step[]): ResourceJudge<Options> {
  return (bucket) => select(bucket.props, ...path).flatMap((status) => judgeStatus(bucket, status));
}

function judgeStatus(bucket: Resource, status: Reading): readonly Finding[] {
  const { path } = status;
  if (status.state === "unknown") {
    return [undecided(bucket, path, must)];
  }
  const found = "is Enabled, which takes uploads in at points of presence";
  return textOf(status) === "Enabled" ? [violation(bucket, path, found, must)] : [];
}

/** A custom domain has a certificate. Cognito makes a CloudFront distribution for it. */
function ownDomain(...path: string[]): ResourceJudge<Options> {
  return (domain) => {
    const certificate = read(domain.props, ...path);
    const isOwn = certificate.state === "unknown" || textOf(certificate) !== undefined;
    const found = "is set, and CloudFront serves sign-ins at a domain with a certificate";
    return isOwn ? [violation(domain, certificate.path, found, must)] : [];
  };
}
