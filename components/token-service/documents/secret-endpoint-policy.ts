// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";

interface SecretEndpointPolicySubject {
  readonly secretArn: string;
  readonly functionRoleArn: string;
}

/** Policy of the Secrets Manager endpoint: only the function may use it, and only to read its secret. */
export function secretEndpointPolicy({
  secretArn,
  functionRoleArn,
}: SecretEndpointPolicySubject): string {
  return policyText([
    {
      Sid: "ReadCertificate",
      Effect: "Allow",
      Principal: "*",
      Action: ["secretsmanager:GetSecretValue"],
      Resource: [secretArn],
      Condition: { ArnEquals: { "aws:PrincipalArn": [functionRoleArn] } },
    },
  ]);
}
