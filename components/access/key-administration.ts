// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { PolicyStatement } from "./policy-document";

/**
 * Lets the account's IAM policies allow the administration of a key. It includes no use of the key: only
 * the key's other statements decide who encrypts and decrypts.
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
