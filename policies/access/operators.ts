// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The condition operators. Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and
 * "Set operators for multivalued context keys".
 */

import type { ValueKind } from "./formula";
import type { Relation } from "./points";
import type { Comparison } from "./texts";

export interface Operator {
  readonly kind: ValueKind;
  readonly negated: boolean;
  readonly ifExists: boolean;
  /** Undefined without a set operator. */
  readonly quantifier?: "any" | "all";
  readonly comparison: Comparison;
  readonly relation: Relation;
}

const TEXTS: Readonly<Record<string, Comparison>> = {
  StringEquals: "exact",
  StringNotEquals: "exact",
  StringEqualsIgnoreCase: "exact-any-case",
  StringNotEqualsIgnoreCase: "exact-any-case",
  StringLike: "glob",
  StringNotLike: "glob",
  ArnEquals: "arn",
  ArnNotEquals: "arn",
  ArnLike: "arn",
  ArnNotLike: "arn",
};

const RELATIONS: Readonly<Record<string, Relation>> = {
  Equals: "=",
  NotEquals: "=",
  LessThan: "<",
  LessThanEquals: "<=",
  GreaterThan: ">",
  GreaterThanEquals: ">=",
};

const NAME = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/;
const ORDERED = /^(Numeric|Date)(\w+)$/;
const BINARY = /^(?:(?:ForAnyValue|ForAllValues):)?BinaryEquals(?:IfExists)?$/;
const ADDRESSES = /^(?:Not)?IpAddress$/;

/** The operator of that name, or undefined when there is none. `Null` is not one of them. */
export function operatorOf(name: string): Operator | undefined {
  const [, set, base = "", exists] = NAME.exec(name) ?? [];
  const compares = comparisonOf(base);
  const quantifier = set === undefined ? {} : { quantifier: quantifierOf(set) };
  return (
    compares && {
      ...compares,
      ...quantifier,
      negated: base.includes("Not"),
      ifExists: exists !== undefined,
    }
  );
}

/** Whether AWS documents an operator of that name, understood here or not. */
export function isOperatorName(name: string): boolean {
  return operatorOf(name) !== undefined || name === "Null" || BINARY.test(name);
}

function quantifierOf(set: string): "any" | "all" {
  return set === "ForAnyValue" ? "any" : "all";
}

function comparisonOf(
  base: string,
): Pick<Operator, "kind" | "comparison" | "relation"> | undefined {
  const text = Object.hasOwn(TEXTS, base) ? TEXTS[base] : undefined;
  if (text) {
    return { kind: "text", comparison: text, relation: "=" };
  }
  if (base === "Bool") {
    return { kind: "boolean", comparison: "exact-any-case", relation: "=" };
  }
  if (ADDRESSES.test(base)) {
    return { kind: "address", comparison: "exact", relation: "=" };
  }
  const [, ordered, name = ""] = ORDERED.exec(base) ?? [];
  const relation = Object.hasOwn(RELATIONS, name) ? RELATIONS[name] : undefined;
  return relation && ordered
    ? { kind: ordered === "Numeric" ? "number" : "date", comparison: "exact", relation }
    : undefined;
}
