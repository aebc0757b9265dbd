// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";
import { tlsOnly } from "./tls-only";

interface TrailBucketPolicySubject {
  readonly awsRegion: string;
  readonly accountId: string;
  readonly bucketArn: string;
  readonly trailArn: string;
}

/** Policy of the bucket for data events: only CloudTrail writes to it, and only for this trail. */
export function trailBucketPolicy(subject: TrailBucketPolicySubject): string {
  const { awsRegion, accountId, bucketArn, trailArn } = subject;
  const cloudTrail = awsRegionFacts(awsRegion).servicePrincipal("cloudtrail");
  const forTrail = { ArnEquals: { "aws:SourceArn": [trailArn] } };
  return policyText([
    ...tlsOnly(bucketArn),
    {
      Sid: "AllowTrailToLook",
      Effect: "Allow",
      Principal: { Service: [cloudTrail] },
      Action: ["s3:GetBucketAcl"],
      Resource: [bucketArn],
      Condition: forTrail,
    },
    {
      Sid: "AllowTrailToWrite",
      Effect: "Allow",
      Principal: { Service: [cloudTrail] },
      Action: ["s3:PutObject"],
      Resource: [`${bucketArn}/AWSLogs/${accountId}/*`],
      Condition: { ...forTrail, StringEquals: { "s3:x-amz-acl": ["bucket-owner-full-control"] } },
    },
    {
      Sid: "DenyOtherWriters",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:PutObject"],
      Resource: [`${bucketArn}/*`],
      Condition: { StringNotEquals: { "aws:PrincipalServiceName": [cloudTrail] } },
    },
  ]);
}
