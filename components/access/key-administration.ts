// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { PolicyStatement } from "./policy-document";

/**
 * Administration of a key, left to the account's IAM policies. Using the key is not part of it: who
 * may encrypt and decrypt is said by the key's other statements and by nobody else's policy.
 */
export function keyAdministration(partition: string, accountId: string): PolicyStatement {
  return {
    Sid: "AdministerByAccount",
    Effect: "Allow",
    Principal: { AWS: [`arn:${partition}:iam::${accountId}:root`] },
    Action: [
      "kms:CancelKeyDeletion",
      "kms:CreateAlias",
      "kms:DeleteAlias",
      "kms:DescribeKey",
      "kms:DisableKey",
      "kms:DisableKeyRotation",
      "kms:EnableKey",
      "kms:EnableKeyRotation",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListGrants",
      "kms:ListKeyPolicies",
      "kms:ListKeyRotations",
      "kms:ListResourceTags",
      "kms:PutKeyPolicy",
      "kms:RevokeGrant",
      "kms:RotateKeyOnDemand",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateAlias",
      "kms:UpdateKeyDescription",
    ],
    Resource: ["*"],
  };
}
