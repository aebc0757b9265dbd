// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";

interface SecretPolicySubject {
  readonly secretArn: string;
  readonly functionRoleArn: string;
  readonly administratorRoleArns: readonly string[];
}

/** Resource policy of the certificate's secret: only the function and named administrators may read its value. */
export function secretPolicy({
  secretArn,
  functionRoleArn,
  administratorRoleArns,
}: SecretPolicySubject): string {
  return policyText([
    {
      Sid: "AllowFunction",
      Effect: "Allow",
      Principal: { AWS: [functionRoleArn] },
      Action: ["secretsmanager:GetSecretValue"],
      Resource: [secretArn],
    },
    {
      Sid: "DenyOtherReaders",
      Effect: "Deny",
      Principal: "*",
      Action: ["secretsmanager:GetSecretValue"],
      Resource: [secretArn],
      Condition: {
        ArnNotEquals: { "aws:PrincipalArn": [functionRoleArn, ...administratorRoleArns] },
      },
    },
  ]);
}
