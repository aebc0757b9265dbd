// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { keyAdministration } from "../../access/key-administration";
import { policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";

interface SecretKeyPolicySubject {
  readonly awsRegion: string;
  readonly accountId: string;
  readonly secretArn: string;
}

/**
 * Policy of the key that encrypts the certificate. The key works only through Secrets Manager and for this
 * secret. The account's policies decide who may encrypt and decrypt, because storing a value needs both.
 * The secret's own policy decides who may read the value, and this key is no way around it.
 */
export function secretKeyPolicy({
  awsRegion,
  accountId,
  secretArn,
}: SecretKeyPolicySubject): string {
  const { partition, viaService } = awsRegionFacts(awsRegion);
  return policyText([
    keyAdministration(partition, accountId),
    {
      Sid: "EncryptSecret",
      Effect: "Allow",
      Principal: { AWS: [`arn:${partition}:iam::${accountId}:root`] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: ["*"],
      Condition: {
        StringEquals: {
          "kms:ViaService": viaService("secretsmanager"),
          "kms:EncryptionContext:SecretARN": [secretArn],
        },
      },
    },
  ]);
}
