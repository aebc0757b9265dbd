// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { keyAdministration } from "../../access/key-administration";
import { type PolicyStatement, policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";

interface StorageKeyPolicySubject {
  readonly awsRegion: string;
  readonly accountId: string;
  /** Buckets that the key encrypts. */
  readonly bucketArns: readonly string[];
  /** Trail whose log files the key encrypts. @default - none */
  readonly trailArn?: string;
}

/**
 * Policy of a key for buckets. Every principal that this account allows to use the buckets may use the key,
 * but only through S3 and for these buckets. S3's replication needs `kms:Encrypt`.
 */
export function storageKeyPolicy(subject: StorageKeyPolicySubject): string {
  const { awsRegion, accountId, bucketArns, trailArn } = subject;
  const { partition, viaService } = awsRegionFacts(awsRegion);
  return policyText([
    keyAdministration(partition, accountId),
    {
      Sid: "EncryptObjects",
      Effect: "Allow",
      Principal: { AWS: [`arn:${partition}:iam::${accountId}:root`] },
      Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
      Resource: ["*"],
      Condition: {
        StringEquals: { "kms:ViaService": viaService("s3") },
        // With a bucket key the context is the bucket's ARN, without one it is the object's.
        ArnLike: {
          "kms:EncryptionContext:aws:s3:arn": bucketArns.flatMap((arn) => [arn, `${arn}/*`]),
        },
      },
    },
    ...(trailArn === undefined ? [] : [encryptTrail(awsRegion, trailArn)]),
  ]);
}

/** CloudTrail accepts a key only if it may describe the key and make data keys. */
function encryptTrail(awsRegion: string, trailArn: string): PolicyStatement {
  return {
    Sid: "EncryptTrail",
    Effect: "Allow",
    Principal: { Service: [awsRegionFacts(awsRegion).servicePrincipal("cloudtrail")] },
    Action: ["kms:DescribeKey", "kms:GenerateDataKey"],
    Resource: ["*"],
    Condition: { ArnEquals: { "aws:SourceArn": [trailArn] } },
  };
}
