// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The rows of the boundary tables as questions to the prover, and to the oracle. */

import type { Question, RequestLike } from "../../../policies/access";
import { ADDRESS, BOUNDARIES, type Boundary, DATE, NUMBER, SET, TIME } from "./boundaries";
import { variable } from "./policy-variables";

/** Whether a document with this condition alone grants a request with exactly these values. */
export function questionOf({ operator, key, values, given }: Boundary): Question {
  const statement = {
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { [operator]: { [key]: values } },
  };
  const content = { Version: "2012-10-17", Statement: [statement] };
  return { grantedBy: [{ name: "policy", kind: "resource", content }], where: holding(key, given) };
}

export function boundaryQuestions(): Question[] {
  return BOUNDARIES.map(questionOf);
}

function holding(key: string, given: readonly string[]): RequestLike[] {
  const asks = (operator: string, values: readonly string[]): RequestLike => ({
    Condition: { [operator]: { [key]: values } },
  });
  const [only = ""] = given;
  if (given.length === 0) {
    return [asks("Null", ["true"])];
  }
  if (key === SET) {
    return [
      asks("ForAllValues:StringEquals", given.map(literal)),
      ...given.map((value) => asks("ForAnyValue:StringEquals", [literal(value)])),
    ];
  }
  return [asks(equality(key), [equality(key) === "StringEquals" ? literal(only) : only])];
}

function equality(key: string): string {
  const others: Readonly<Record<string, string>> = {
    [NUMBER]: "NumericEquals",
    "s3:TlsVersion": "NumericEquals",
    [DATE]: "DateEquals",
    [TIME]: "DateEquals",
    "aws:EpochTime": "DateEquals",
    [ADDRESS]: "IpAddress",
    "aws:MultiFactorAuthPresent": "Bool",
  };
  return others[key] ?? "StringEquals";
}

/** A text that stands for itself, whatever is in it. */
function literal(text: string): string {
  return text.replaceAll(/[*?$]/g, variable);
}
