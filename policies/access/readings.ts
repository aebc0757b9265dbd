// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How conditions are read: once, for the search and for the evaluation. What they would each read in a way of
 * their own would make one of them wrong.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Set operators for multivalued
 * context keys" and "IAM policy elements: Variables and tags".
 */

import { isCallerKey } from "./attributes";
import type { Doubt } from "./doubts";
import type { ValueKind } from "./formula";
import { attributeOf, factsOf, isMultivaluedKey } from "./keys";
import { isOperatorName, type Operator, operatorOf } from "./operators";
import {
  everyValue,
  ONE,
  parseBlock,
  parseNumber,
  printOrdered,
  type Range,
  relation,
  writtenDate,
  writtenNumber,
} from "./points";
import type { Condition } from "./statements";
import {
  type Comparison,
  isEverything,
  isWholeArn,
  type Piece,
  piecesOf,
  variablesIn,
} from "./texts";

/** A text that the values of a key are compared with. */
export interface ReadText {
  readonly written: string;
  readonly comparison: Comparison;
  readonly pieces: readonly Piece[];
}

/** `Null`: whether it holds when the key is absent, and when it is there. */
export interface Presence {
  readonly asks: "presence";
  readonly attribute: string;
  readonly whenAbsent: boolean;
  readonly whenPresent: boolean;
}

/** A comparison: a value passes if one of the texts or ranges matches; a doubt may match or not. */
export interface Comparing {
  readonly asks: "values";
  readonly attribute: string;
  readonly operator: Operator;
  readonly kind: ValueKind;
  readonly texts: readonly ReadText[];
  readonly ranges: readonly Range[];
  readonly doubts: readonly Doubt[];
  /** Equal keys mean equal comparisons. */
  readonly key: () => string;
}

/** A condition that is not understood, or only of a key that is absent. */
export interface Unclear {
  readonly asks: "nobody knows";
  readonly attribute: string;
  readonly doubt: Doubt;
  /** Whether it holds when the key is absent, where that is known. */
  readonly whenAbsent?: boolean;
}

export type Reading = Presence | Comparing | Unclear;

const milliseconds = 1_000n;
const boolean = /^(true|false)$/i;
const readings = new WeakMap<Condition, Reading>();

/** A condition stands in one document, so it is read with or without variables, never both ways. */
export function readCondition(condition: Condition, hasVariables: boolean): Reading {
  const known = readings.get(condition) ?? read(condition, hasVariables);
  readings.set(condition, known);
  return known;
}

/** A text is about one character of the value or another, or about a boolean, which is a text of two values. */
export function isText(kind: ValueKind): kind is "text" | "boolean" {
  return kind === "text" || kind === "boolean";
}

function read(condition: Condition, hasVariables: boolean): Reading {
  const { operator: name, key, values, doubts = [] } = condition;
  const attribute = attributeOf(key);
  const all = () => JSON.stringify([name, key.toLowerCase(), values, hasVariables]);
  const unclear = (what: string, whenAbsent?: boolean): Unclear => ({
    asks: "nobody knows",
    attribute,
    doubt: { kind: "undecidable", name: what, key: all() },
    ...(whenAbsent !== undefined && { whenAbsent }),
  });
  const [doubt] = doubts;
  if (name === "Null") {
    return doubt ? { ...unclear(""), doubt } : presence(condition, attribute, unclear);
  }
  const operator = operatorOf(name);
  if (operator === undefined) {
    const isDocumented = isOperatorName(name);
    const { doubt: other, ...rest } = unclear(`the operator "${name}"`);
    return { ...rest, doubt: isDocumented ? other : { ...other, kind: "refused" } };
  }
  if (values.length + doubts.length === 0) {
    return unclear(`${name} of ${key} with no value`);
  }
  if (isCallerKey(attribute) && !isText(operator.kind)) {
    return unclear(`${key} compared like a ${operator.kind}`);
  }
  const passesAbsent = operator.negated || operator.ifExists;
  if (operator.quantifier === undefined && isMultivaluedKey(attribute)) {
    return unclear(`${name} of ${key}, which holds several values`, passesAbsent);
  }
  return (
    comparing(condition, attribute, operator, hasVariables) ??
    unclear(`${key} compared with ${name}`)
  );
}

function presence(
  { key, values }: Condition,
  attribute: string,
  unclear: (what: string) => Unclear,
): Reading {
  const written = values.map((value) => value.toLowerCase());
  return written.length > 0 && written.every((value) => boolean.test(value))
    ? {
        asks: "presence",
        attribute,
        whenAbsent: written.includes("true"),
        whenPresent: written.includes("false"),
      }
    : unclear(`Null of ${key} with another value than "true" or "false"`);
}

/** What one value of a condition asks: a text, a range, something that nobody knows, or nothing that there is. */
type ReadValue = { text: ReadText } | { range: Range } | { doubt: string } | "never" | undefined;

/** Undefined where the operator and the key are of kinds that are not compared. */
function comparing(
  condition: Condition,
  attribute: string,
  operator: Operator,
  hasVariables: boolean,
): Comparing | undefined {
  const { operator: name, key, values, doubts = [] } = condition;
  const kind = factsOf(attribute)?.kind ?? operator.kind;
  const texts: ReadText[] = [];
  const ranges: Range[] = [];
  const unclear: Doubt[] = [...doubts];
  for (const written of values) {
    const value = readValue(written, operator, kind, hasVariables);
    if (value === undefined) {
      return undefined;
    }
    if (value === "never") {
      continue;
    }
    if ("text" in value) {
      texts.push(value.text);
    } else if ("range" in value) {
      ranges.push(value.range);
    } else {
      // Conditions may hold secrets, and this is printed: the value stays unsaid.
      const what = value.doubt.startsWith("the ")
        ? value.doubt
        : `${name} of ${key} ${value.doubt}`;
      const at = JSON.stringify([
        operator.comparison,
        operator.kind,
        attribute,
        written,
        hasVariables,
      ]);
      unclear.push({ kind: "undecidable", name: what, key: `${operator.relation} ${at}` });
    }
  }
  const same = () =>
    JSON.stringify([name, attribute, values, doubts.map((doubt) => doubt.key), hasVariables]);
  return { asks: "values", attribute, operator, kind, texts, ranges, doubts: unclear, key: same };
}

function readValue(
  written: string,
  { kind: compared, comparison, relation: relates }: Operator,
  kind: ValueKind,
  hasVariables: boolean,
): ReadValue {
  if (isText(compared)) {
    const pieces = piecesOf(written, comparison, hasVariables);
    const text = { written, comparison, pieces };
    if (isText(kind)) {
      return compared === "boolean" ? booleanOf(text) : textOf(text);
    }
    return kind === "number" && compared === "text" ? numberAsText(text) : undefined;
  }
  const [variable] = variablesIn(piecesOf(written, "exact", hasVariables));
  if (variable !== undefined) {
    return { doubt: `the variable ${variable.written}` };
  }
  if (compared === "number" && kind === "date") {
    return secondsOf(written, relates);
  }
  return compared === kind ? ordered(written, kind, relates) : undefined;
}

function booleanOf(text: ReadText): ReadValue {
  return variablesIn(text.pieces).length > 0
    ? textOf(text)
    : boolean.test(text.written)
      ? { text }
      : { doubt: "with a value that is no boolean" };
}

function textOf(text: ReadText): ReadValue {
  const { comparison, pieces } = text;
  const unreadable = variablesIn(pieces).find(
    ({ key }) => key === undefined || isMultivaluedKey(attributeOf(key)),
  );
  if (unreadable !== undefined) {
    return { doubt: `the variable ${unreadable.written}` };
  }
  // AWS documents patterns of six parts only.
  return comparison !== "arn" || isWholeArn(pieces)
    ? { text }
    : { doubt: "with a value that is no whole ARN" };
}

/** A number has one usual spelling; nobody knows in which other ones AWS compares it as a text. */
function numberAsText({ written, comparison, pieces }: ReadText): ReadValue {
  const hasWildcards = comparison === "glob" || comparison === "arn";
  if (comparison === "glob" && isEverything(written)) {
    return { range: everyValue };
  }
  const value = parseNumber(written);
  if ((hasWildcards && /[*?]/.test(written)) || variablesIn(pieces).length > 0) {
    return { doubt: "with a pattern of numbers" };
  }
  if (value === undefined) {
    return comparison === "arn" || /^[\d+\-.]/.test(written)
      ? { doubt: "with a value that is no number" }
      : "never";
  }
  return printOrdered("number", value) === written
    ? { range: relation("=", value) }
    : { doubt: "with a number that has another spelling" };
}

function ordered(written: string, kind: ValueKind, relates: Operator["relation"]): ReadValue {
  if (kind === "address") {
    const range = parseBlock(written);
    return range ? { range } : { doubt: "with a value that is no IP address range" };
  }
  const bound = kind === "number" ? writtenNumber(written) : writtenDate(written);
  return bound === undefined
    ? { doubt: `with a value that is no ${kind}` }
    : { range: relation(relates, bound) };
}

/** The time in seconds since 1970, as the attribute counts it in milliseconds. */
function secondsOf(written: string, relates: Operator["relation"]): ReadValue {
  const value = writtenNumber(written);
  if (value === undefined) {
    return { doubt: "with a value that is no number" };
  }
  const time = value * milliseconds;
  return time % ONE === 0n
    ? { range: relation(relates, time / ONE) }
    : { doubt: "with a fraction of a millisecond" };
}
