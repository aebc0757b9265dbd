// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";
import { objectsIn } from "../layout";

interface ReplicationPolicySubject {
  readonly awsRegion: string;
  readonly bucketArn: string;
  readonly keyArn: string;
  readonly vaultArn: string;
  readonly vaultKeyArn: string;
}

/** Permissions of the role with which S3 copies recordings to the vault. */
export function replicationPolicy(subject: ReplicationPolicySubject): string {
  const { awsRegion, bucketArn, keyArn, vaultArn, vaultKeyArn } = subject;
  const throughS3 = {
    StringEquals: { "kms:ViaService": awsRegionFacts(awsRegion).viaService("s3") },
  };
  return policyText([
    {
      Sid: "LookAtRecordings",
      Effect: "Allow",
      Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      Resource: [bucketArn],
    },
    {
      Sid: "CopyRecordings",
      Effect: "Allow",
      Action: [
        "s3:GetObjectVersionAcl",
        "s3:GetObjectVersionForReplication",
        "s3:GetObjectVersionTagging",
      ],
      Resource: [objectsIn(bucketArn, "recordings")],
    },
    {
      Sid: "FillVault",
      Effect: "Allow",
      Action: ["s3:ReplicateObject", "s3:ReplicateTags"],
      Resource: [objectsIn(vaultArn, "recordings")],
    },
    {
      Sid: "DecryptRecordings",
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: [keyArn],
      Condition: throughS3,
    },
    {
      Sid: "EncryptCopies",
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:GenerateDataKey"],
      Resource: [vaultKeyArn],
      Condition: throughS3,
    },
  ]);
}
