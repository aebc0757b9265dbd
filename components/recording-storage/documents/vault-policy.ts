// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { tlsOnly } from "./tls-only";

interface VaultPolicySubject {
  readonly bucketArn: string;
  readonly replicationRoleArn: string;
}

/** Policy of the vault: objects arrive only by replication. */
export function vaultPolicy({ bucketArn, replicationRoleArn }: VaultPolicySubject): string {
  return policyText([
    ...tlsOnly(bucketArn),
    {
      Sid: "DenyOtherWriters",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:PutObject", "s3:ReplicateObject", "s3:ReplicateTags"],
      Resource: [`${bucketArn}/*`],
      Condition: { ArnNotEquals: { "aws:PrincipalArn": [replicationRoleArn] } },
    },
    {
      // A delete marker would hide an object that cannot be deleted.
      Sid: "DenyReplicatedDeletion",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:ReplicateDelete"],
      Resource: [`${bucketArn}/*`],
    },
  ]);
}
