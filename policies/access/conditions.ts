// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * When a condition of a statement holds. Source: IAM User Guide, "IAM JSON policy elements: Condition
 * operators" and "Set operators for multivalued context keys".
 */

import type { Condition } from "./documents";
import { absent, all, any, FALSE, type Formula, free, leaf, not, type Test } from "./formula";
import { attributeOf, factsOf, type Kind } from "./keys";
import { isMultivalued } from "./multivalued-keys";
import { type Operator, operatorOf } from "./operators";
import { type Pattern, pattern, tokensOf, variableIn } from "./patterns";
import { parseBlock, parseDate, parseNumber, type Range, relation } from "./points";
import { PRINCIPAL_KEYS, type PrincipalKey } from "./principals";

/** What the documents of a question together tell about the keys that they use. */
export interface KeyUse {
  /** How an attribute's values are compared; undefined where documents contradict each other. */
  readonly kinds: ReadonlyMap<string, Kind | undefined>;
  /** Attributes that can have several values in one request. */
  readonly many: ReadonlySet<string>;
}

const EPOCH_TIME = "aws:epochtime";

export function keyUseOf(conditions: readonly Condition[]): KeyUse {
  const kinds = new Map<string, Kind | undefined>();
  const many = new Set<string>();
  for (const { key, operator } of conditions) {
    const attribute = attributeOf(key);
    const facts = factsOf(attribute);
    const compared = operatorOf(operator);
    const kind = facts?.kind ?? comparedAs(compared);
    if (kind !== undefined) {
      const same = !kinds.has(attribute) || kinds.get(attribute) === kind;
      kinds.set(attribute, same ? kind : undefined);
    }
    if (isMultivalued(attribute) || (!facts && compared?.quantifier)) {
      many.add(attribute);
    }
  }
  return { kinds, many };
}

/** A key that nobody knows and that is compared as a boolean may be any text. */
function comparedAs(operator: Operator | undefined): Kind | undefined {
  return operator?.kind === "boolean" ? "text" : operator?.kind;
}

export function conditionHolds(condition: Condition, variables: boolean, use: KeyUse): Formula {
  const attribute = attributeOf(condition.key);
  const ofPrincipal = Object.hasOwn(PRINCIPAL_KEYS, attribute)
    ? PRINCIPAL_KEYS[attribute]
    : undefined;
  const missing = ofPrincipal ? not(ofPrincipal.present) : absent(attribute);
  if (factsOf(attribute)?.undecided) {
    return unclear(condition, "which is not modelled");
  }
  if (condition.operator === "Null") {
    return nullHolds(condition, missing);
  }
  const operator = operatorOf(condition.operator);
  if (!operator) {
    return unclear(condition, "an operator that is not modelled");
  }
  const holds = ofPrincipal
    ? principalHolds(condition, operator, ofPrincipal, variables)
    : keyHolds(condition, operator, attribute, variables, use);
  return operator.ifExists ? any([missing, holds]) : holds;
}

function unclear({ operator, key, values }: Condition, why: string): Formula {
  return free(`${operator} on ${key} [${values.join(", ")}], ${why}`);
}

function nullHolds(condition: Condition, missing: Formula): Formula {
  return any(
    condition.values.map((value) => {
      const wanted = value.toLowerCase();
      const known = wanted === "true" ? missing : not(missing);
      return wanted === "true" || wanted === "false"
        ? known
        : unclear(condition, "neither true nor false");
    }),
  );
}

function principalHolds(
  condition: Condition,
  operator: Operator,
  key: PrincipalKey,
  variables: boolean,
): Formula {
  const { comparison, kind, negated, quantifier } = operator;
  if (kind !== "text" && kind !== "boolean") {
    return unclear(condition, "a key that holds a text");
  }
  const hit = any(
    condition.values.map((text) =>
      isUnclear(text, comparison === "arn", variables)
        ? all([key.present, unclear(condition, `with "${text}"`)])
        : key.equals({ text, comparison, escapes: variables }),
    ),
  );
  return forOneValue(negated ? not(hit) : hit, quantifier, not(key.present));
}

function forOneValue(
  holds: Formula,
  quantifier: Operator["quantifier"],
  missing: Formula,
): Formula {
  const byQuantifier = { any: all([not(missing), holds]), all: any([missing, holds]) };
  return quantifier ? byQuantifier[quantifier] : holds;
}

function keyHolds(
  condition: Condition,
  operator: Operator,
  attribute: string,
  variables: boolean,
  use: KeyUse,
): Formula {
  const many = use.many.has(attribute);
  if (many && !operator.quantifier) {
    return unclear(condition, "a key of several values without a set operator");
  }
  const tests = testsOf(condition, operator, attribute, variables, use);
  if (!tests) {
    return unclear(condition, "values of another kind than the key's");
  }
  const doubt = tests.unclear.map((text) => unclear(condition, `with "${text}"`));
  const perhaps = all([not(absent(attribute)), any(doubt)]);
  if (many && operator.quantifier) {
    const known = ofSeveral(attribute, tests.test, operator.negated, operator.quantifier);
    return operator.negated ? all([known, not(perhaps)]) : any([known, perhaps]);
  }
  const hit = any([tests.test ? leaf(attribute, tests.test) : FALSE, perhaps]);
  return forOneValue(operator.negated ? not(hit) : hit, operator.quantifier, absent(attribute));
}

/** Without a value to compare with, no value of the request is a hit. */
function ofSeveral(
  attribute: string,
  test: Test | undefined,
  negated: boolean,
  quantifier: "any" | "all",
): Formula {
  const none: Test = { kind: "patterns", patterns: [] };
  return { kind: "leaf", attribute, test: test ?? none, negated, quantifier };
}

interface Tests {
  readonly test: Test | undefined;
  /** Texts whose meaning is not decided. */
  readonly unclear: readonly string[];
}

function testsOf(
  { key, values }: Condition,
  operator: Operator,
  attribute: string,
  variables: boolean,
  use: KeyUse,
): Tests | undefined {
  const kind = use.kinds.get(attribute);
  if (kind === "text" || kind === "boolean") {
    return operator.kind === "text" || operator.kind === "boolean"
      ? textTests(values, operator, variables)
      : undefined;
  }
  const asDate = kind === "date" && operator.kind === "number" && key.toLowerCase() === EPOCH_TIME;
  return kind === operator.kind || asDate
    ? rangeTests(values, asDate ? { ...operator, kind: "date" } : operator)
    : undefined;
}

function textTests(values: readonly string[], operator: Operator, variables: boolean): Tests {
  const { comparison } = operator;
  const undecided = values.filter((text) => isUnclear(text, comparison === "arn", variables));
  const patterns = values
    .filter((text) => !undecided.includes(text))
    .map((text): Pattern => pattern(tokensOf(text, arnOrAny(text, comparison), variables)));
  return {
    test: patterns.length > 0 ? { kind: "patterns", patterns } : undefined,
    unclear: undecided,
  };
}

/** As an ARN, `*` alone is any value. */
function arnOrAny(text: string, comparison: Operator["comparison"]): Operator["comparison"] {
  return comparison === "arn" && text === "*" ? "glob" : comparison;
}

/** Variables change with the request; what an ARN with fewer parts matches is not documented. */
function isUnclear(text: string, asArn: boolean, variables: boolean): boolean {
  const partial = asArn && text !== "*" && text.split(":").length < 6;
  return partial || (variables && variableIn(text) !== undefined);
}

function rangeTests(values: readonly string[], operator: Operator): Tests {
  const ranges: Range[] = [];
  const undecided: string[] = [];
  for (const text of values) {
    const range = rangeOf(text, operator);
    if (range) {
      ranges.push(range);
    } else {
      undecided.push(text);
    }
  }
  return {
    test: ranges.length > 0 ? { kind: "range", range: anyRange(ranges) } : undefined,
    unclear: undecided,
  };
}

function rangeOf(text: string, operator: Operator): Range | undefined {
  if (operator.kind === "address") {
    return parseBlock(text);
  }
  const bound = operator.kind === "date" ? parseDate(text) : parseNumber(text);
  return bound === undefined ? undefined : relation(operator.relation, bound);
}

function anyRange(ranges: readonly Range[]): Range {
  return {
    key: ranges.map(({ key }) => key).join(" or "),
    bounds: ranges.flatMap(({ bounds }) => bounds),
    holds: (value) => ranges.some(({ holds }) => holds(value)),
  };
}
