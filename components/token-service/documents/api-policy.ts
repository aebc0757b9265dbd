// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";
import type { TemporaryCaller } from "../temporary-caller";
import { type ApiSubject, methodArns } from "./method-arns";

interface ApiPolicySubject extends ApiSubject {
  /** All callers, temporary ones included. */
  readonly callerRoleArns: readonly string[];
  readonly temporaryCallers: readonly TemporaryCaller[];
  readonly vpcEndpointId: string;
}

/**
 * Resource policy of the API: only the app backend's roles may call it, and only through this endpoint.
 * The denies keep out other principals of the same account, for whom an identity policy alone would be
 * enough. For the same reason a temporary permission ends with a deny.
 */
export function apiPolicy(subject: ApiPolicySubject): string {
  const { executionArn, callerRoleArns, vpcEndpointId } = subject;
  const everything = [`${executionArn}/*`];
  const statements: PolicyStatement[] = [
    {
      Sid: "AllowBackend",
      Effect: "Allow",
      Principal: { AWS: callerRoleArns },
      Action: ["execute-api:Invoke"],
      Resource: methodArns(subject),
    },
    {
      Sid: "DenyOtherPrincipals",
      Effect: "Deny",
      Principal: "*",
      Action: ["execute-api:Invoke"],
      Resource: everything,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": callerRoleArns } },
    },
    {
      Sid: "DenyOtherEndpoints",
      Effect: "Deny",
      Principal: "*",
      Action: ["execute-api:Invoke"],
      Resource: everything,
      Condition: { StringNotEquals: { "aws:SourceVpce": [vpcEndpointId] } },
    },
    ...subject.temporaryCallers.map(({ roleArn, until }, index) => ({
      Sid: `DenyExpired${index}`,
      Effect: "Deny" as const,
      Principal: "*" as const,
      Action: ["execute-api:Invoke"],
      Resource: everything,
      Condition: {
        ArnEquals: { "aws:PrincipalArn": [roleArn] },
        DateGreaterThan: { "aws:CurrentTime": [until] },
      },
    })),
  ];
  return policyText(statements);
}
