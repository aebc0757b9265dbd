// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";
import { type ApiSubject, methodArns } from "./method-arns";

/** A caller whose permission ends. */
export interface TemporaryCaller {
  readonly roleArn: string;
  /** Last moment of the permission, as IAM writes it: RFC 3339 in UTC. */
  readonly until: string;
}

interface ApiPolicySubject extends ApiSubject {
  /** All callers, those whose permission ends among them. */
  readonly callerRoleArns: readonly string[];
  readonly temporaryCallers: readonly TemporaryCaller[];
  readonly vpcEndpointId: string;
}

/**
 * Resource policy of the API: the app backend's roles, through this endpoint, and nobody else. The
 * denies are what keeps others of the same account out, since within an account an identity policy
 * alone would do; for the same reason a permission ends by a deny.
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
