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
 * Policy of the key that encrypts the certificate. It works through Secrets Manager and for this secret
 * only. Storing a value takes decryption too, so both are left to the account's policies; who gets
 * to see the value is decided by the secret's own policy, which decryption here cannot go around.
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
