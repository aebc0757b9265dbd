// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { keyAdministration } from "../../encryption/key-administration";
import { awsRegionFacts } from "../../regions/aws-regions";

interface RecordingsKeyPolicySubject {
  readonly awsRegion: string;
  readonly accountId: string;
  readonly bucketArn: string;
}

/** Policy of the recordings' key: whoever this account allows to use the bucket uses it, through S3 and for this bucket only. */
export function recordingsKeyPolicy({
  awsRegion,
  accountId,
  bucketArn,
}: RecordingsKeyPolicySubject): string {
  const { partition, viaService } = awsRegionFacts(awsRegion);
  return policyText([
    keyAdministration(partition, accountId),
    {
      Sid: "EncryptRecordings",
      Effect: "Allow",
      Principal: { AWS: [`arn:${partition}:iam::${accountId}:root`] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: ["*"],
      Condition: {
        StringEquals: { "kms:ViaService": viaService("s3") },
        // With a bucket key the context is the bucket, without one it is the object.
        ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
      },
    },
  ]);
}
