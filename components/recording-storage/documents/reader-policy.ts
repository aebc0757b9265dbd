// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";

interface ReaderPolicySubject {
  readonly awsRegion: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** Identity policy for whoever plays recordings back: read this bucket, and decrypt through it. */
export function readerPolicy({ awsRegion, bucketArn, keyArn }: ReaderPolicySubject): string {
  const { viaService } = awsRegionFacts(awsRegion);
  return policyText([
    {
      Sid: "ReadRecordings",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: [`${bucketArn}/*`],
    },
    {
      Sid: "ListRecordings",
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: [bucketArn],
    },
    {
      Sid: "DecryptRecordings",
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: [keyArn],
      Condition: { StringEquals: { "kms:ViaService": viaService("s3") } },
    },
  ]);
}
