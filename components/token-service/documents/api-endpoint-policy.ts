// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { type ApiSubject, methodArns } from "./method-arns";

interface ApiEndpointPolicySubject extends ApiSubject {
  readonly callerRoleArns: readonly string[];
}

/** Policy of the API's VPC endpoint: only the app backend may use it, and only to call this API. */
export function apiEndpointPolicy(subject: ApiEndpointPolicySubject): string {
  return policyText([
    {
      Sid: "CarryBackendCalls",
      Effect: "Allow",
      Principal: "*",
      Action: ["execute-api:Invoke"],
      Resource: methodArns(subject),
      Condition: { ArnEquals: { "aws:PrincipalArn": subject.callerRoleArns } },
    },
  ]);
}
