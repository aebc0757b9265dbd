// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";
import { tlsOnly } from "./tls-only";

interface AccessLogPolicySubject {
  readonly awsRegion: string;
  readonly accountId: string;
  /** Bucket for the access logs. */
  readonly bucketArn: string;
  /** Buckets whose accesses are logged. */
  readonly sourceArns: readonly string[];
}

/** Policy of the bucket for access logs: only S3's logging service writes to it, for these buckets of this account. */
export function accessLogPolicy(subject: AccessLogPolicySubject): string {
  const { awsRegion, accountId, bucketArn, sourceArns } = subject;
  const logging = awsRegionFacts(awsRegion).servicePrincipal("logging.s3");
  return policyText([
    ...tlsOnly(bucketArn),
    {
      Sid: "AllowLogging",
      Effect: "Allow",
      Principal: { Service: [logging] },
      Action: ["s3:PutObject"],
      Resource: [`${bucketArn}/*`],
      Condition: {
        StringEquals: { "aws:SourceAccount": [accountId] },
        ArnEquals: { "aws:SourceArn": sourceArns },
      },
    },
    {
      // A caller that is no service has no such name, and StringNotEquals matches an absent key.
      Sid: "DenyOtherWriters",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:PutObject"],
      Resource: [`${bucketArn}/*`],
      Condition: { StringNotEquals: { "aws:PrincipalServiceName": [logging] } },
    },
  ]);
}
