// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What a condition asks of a request.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Set operators for
 * multivalued context keys" and "IAM policy elements: Variables and tags".
 */

import { type CallerKey, callerKey } from "./caller-keys";
import {
  absent,
  all,
  any,
  type Formula,
  free,
  type Leaf,
  not,
  type Quantifier,
  type Test,
  type ValueKind,
} from "./formula";
import { attributeOf, canHoldSeveral, factsOf } from "./keys";
import { type Operator, operatorOf } from "./operators";
import { exampleOf, isEverything, isWholeArn, pattern, tokensOf, variableIn } from "./patterns";
import { ONE, parseBlock, parseDate, parseNumber, relation } from "./points";
import type { Condition } from "./statements";

const MILLISECONDS = 1_000n;
const BOOLEAN = /^(true|false)$/i;

/** Says of a whole condition that it is not understood. */
type Unclear = (name: string) => Formula;

export function holds(condition: Condition, hasVariables: boolean): Formula {
  const { operator: name, key, values } = condition;
  const unclear: Unclear = (what) =>
    free(what, JSON.stringify([name, key.toLowerCase(), values, hasVariables]));
  if (name === "Null") {
    return isNull(condition, unclear);
  }
  const operator = operatorOf(name);
  if (operator === undefined) {
    return unclear(`the operator "${name}"`);
  }
  const reason = whatIsUnclear(condition, operator, hasVariables);
  if (reason !== undefined) {
    return unclear(reason);
  }
  const attribute = attributeOf(key);
  const byCaller = callerKey(attribute);
  return byCaller
    ? heldByCaller(byCaller, condition, operator, hasVariables, unclear)
    : heldByKey(condition, attribute, operator, hasVariables, unclear);
}

function isNull({ key, values }: Condition, unclear: Unclear): Formula {
  const [value, ...more] = values.map((each) => each.toLowerCase());
  if (more.length > 0 || !(value === "true" || value === "false")) {
    return unclear(`Null of ${key} with another value than "true" or "false"`);
  }
  const isAbsent = absenceOf(attributeOf(key));
  return value === "true" ? isAbsent : not(isAbsent);
}

function absenceOf(attribute: string): Formula {
  const byCaller = callerKey(attribute);
  return byCaller ? not(byCaller.present) : absent(attribute);
}

/** What keeps a condition from being understood, named for the reader. */
function whatIsUnclear(
  { key, values, operator: name }: Condition,
  { kind, comparison }: Operator,
  hasVariables: boolean,
): string | undefined {
  if (values.length === 0) {
    return `${name} of ${key} with no value`;
  }
  const variable = hasVariables ? values.map(variableIn).find((found) => found) : undefined;
  if (variable !== undefined) {
    return `the variable ${variable}`;
  }
  // Conditions may hold secrets, and this is printed: the value stays unsaid.
  return values.every((value) => isReadable(kind, comparison, value))
    ? undefined
    : `${name} of ${key} with a value that is no ${READABLE[kind]}`;
}

/** What a value has to be, as the reader is told; a text is unreadable only as an ARN. */
const READABLE: Readonly<Record<ValueKind, string>> = {
  text: "whole ARN",
  boolean: "boolean",
  number: "number",
  date: "date",
  address: "IP address range",
};

function isReadable(kind: ValueKind, comparison: Operator["comparison"], value: string): boolean {
  const readable: Readonly<Record<ValueKind, () => boolean>> = {
    text: () => comparison !== "arn" || isEverything(value) || isWholeArn(value),
    boolean: () => BOOLEAN.test(value),
    number: () => parseNumber(value) !== undefined,
    date: () => parseDate(value) !== undefined,
    address: () => parseBlock(value) !== undefined,
  };
  return readable[kind]();
}

/** A key that follows from the caller has one value. */
function heldByCaller(
  key: CallerKey,
  { values, key: name }: Condition,
  { kind, comparison, negated, ifExists, quantifier }: Operator,
  escapes: boolean,
  unclear: Unclear,
): Formula {
  if (!isText(kind)) {
    return unclear(`${name} compared like a ${kind}`);
  }
  const isEqual = any(values.map((text) => key.equals({ text, comparison, escapes })));
  const passes = negated ? not(isEqual) : isEqual;
  return withAbsence(passes, not(key.present), { ifExists, quantifier });
}

function withAbsence(
  passes: Formula,
  isAbsent: Formula,
  { ifExists, quantifier }: Pick<Operator, "ifExists" | "quantifier">,
): Formula {
  if (quantifier === "any") {
    const present = all([not(isAbsent), passes]);
    return ifExists ? any([present, all([isAbsent, whenForAnyValueIsAbsent])]) : present;
  }
  return ifExists || quantifier === "all" ? any([isAbsent, passes]) : passes;
}

/** One half says that an absent key fails, the other that it passes; the documentation joins them nowhere. */
const whenForAnyValueIsAbsent = free("ForAnyValue with IfExists, of a key that is absent");

function heldByKey(
  { key, values, operator: name }: Condition,
  attribute: string,
  operator: Operator,
  escapes: boolean,
  unclear: Unclear,
): Formula {
  const { negated, ifExists, quantifier } = operator;
  const kind = factsOf(attribute)?.kind ?? operator.kind;
  const tests = values.map((value) => testOf(value, operator, kind, escapes));
  if (tests.some((test) => test === undefined)) {
    return unclear(`${key} compared with ${name}`);
  }
  const isAbsent = absent(attribute);
  if (quantifier === undefined && canHoldSeveral(attribute, false)) {
    const mayPass = all([not(isAbsent), unclear(`${name} of ${key}, which holds several values`)]);
    return negated || ifExists ? any([isAbsent, mayPass]) : mayPass;
  }
  const passes = quantified(attribute, kind, tests as readonly Test[], quantifier ?? "one");
  const judged = negated ? negate(passes) : passes;
  return withAbsence(judged, isAbsent, operator);
}

function quantified(
  attribute: string,
  kind: ValueKind,
  tests: readonly Test[],
  quantifier: Quantifier,
): Leaf {
  return { kind: "leaf", attribute, values: kind, tests, negated: false, quantifier };
}

/** Of a negated operator: each value, or one of them, must differ from all that are written. */
function negate(passes: Leaf): Formula {
  return { ...passes, negated: true };
}

/** A test of a value that is written; undefined where the key is of another kind. */
function testOf(
  value: string,
  { kind: compared, comparison, relation: relates }: Operator,
  kind: ValueKind,
  escapes: boolean,
): Test | undefined {
  if (compared === "number" && kind === "date") {
    return secondsTest(value, relates);
  }
  if (isText(compared) && isText(kind)) {
    return textTest(value, comparison, escapes);
  }
  return compared === kind ? orderedTest(value, kind, relates) : undefined;
}

function isText(kind: ValueKind): boolean {
  return kind === "text" || kind === "boolean";
}

function textTest(value: string, comparison: Operator["comparison"], escapes: boolean): Test {
  const how = comparison === "arn" && isEverything(value) ? "glob" : comparison;
  return pattern(tokensOf(value, how, escapes), exampleOf(value, how, escapes));
}

function orderedTest(value: string, kind: ValueKind, relates: Operator["relation"]) {
  if (kind === "address") {
    return parseBlock(value);
  }
  const bound = kind === "number" ? parseNumber(value) : parseDate(value);
  return bound === undefined ? undefined : relation(relates, bound);
}

/** The time in seconds since 1970, as the attribute counts it. */
function secondsTest(value: string, relates: Operator["relation"]): Test | undefined {
  const milliseconds = (parseNumber(value) ?? 0n) * MILLISECONDS;
  return milliseconds % ONE === 0n ? relation(relates, milliseconds / ONE) : undefined;
}
