// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The finite domain of each attribute of a question: one value for each of its classes. */

import { type Classes, classesOf, type Plausible } from "./classes";
import type { KeyUse } from "./conditions";
import { type Formula, type Test, visit } from "./formula";
import { factsOf, type KeyFacts, type Kind } from "./keys";
import { anythingBut, literal, type Pattern, pattern, someOf, somethingBut } from "./patterns";
import { ONE, type Ordered, parseAddress, parseDate, pointsOf, type Range } from "./points";
import { PRINCIPAL, principalShapes } from "./principals";
import { ACTION, RESOURCE } from "./statements";

/** A value of an attribute; undefined is none. */
export type Value = string | bigint | undefined;

export interface Domain {
  readonly attribute: string;
  readonly values: readonly Value[];
  /** Whether a request can hold several of the values. */
  readonly many: boolean;
  /** The values that pass a test, one bit each. */
  readonly passing: (test: Test) => bigint;
}

export interface Surroundings {
  readonly use: KeyUse;
  readonly partitions: readonly string[];
  readonly plausible: ReadonlyMap<string, readonly string[]>;
  /** The most states that the classes of one attribute may take. */
  readonly states: number;
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const WORD = `${LOWER}0123456789-`;
const BOOLEANS = ["true", "false"].map((value) => pattern(literal(value)));
const USUAL: Readonly<Record<Ordered, bigint>> = {
  number: 10n * ONE,
  date: parseDate("2030-01-15T12:00:00Z") ?? 0n,
  address: parseAddress("203.0.113.10") ?? 0n,
};

/** The domains of all attributes of a formula, or the name of one that has too many classes. */
export function domainsOf(
  formula: Formula,
  surroundings: Surroundings,
): readonly Domain[] | { readonly tooMany: string } {
  const tests = new Map<string, Test[]>([PRINCIPAL, ACTION, RESOURCE].map((name) => [name, []]));
  visit(formula, (part) => {
    if (part.kind === "leaf") {
      const known = tests.get(part.attribute) ?? [];
      known.push(part.test);
      tests.set(part.attribute, known);
    }
  });
  const domains: Domain[] = [];
  for (const [attribute, each] of tests) {
    const domain = domainOf(attribute, each, surroundings);
    if (!domain) {
      return { tooMany: factsOf(attribute)?.name ?? attribute };
    }
    domains.push(domain);
  }
  return domains;
}

function domainOf(
  attribute: string,
  tests: readonly Test[],
  surroundings: Surroundings,
): Domain | undefined {
  const kind = surroundings.use.kinds.get(attribute) ?? "text";
  return kind === "text" || kind === "boolean"
    ? textDomain(attribute, kind, tests, surroundings)
    : orderedDomain(attribute, kind, tests, surroundings);
}

function textDomain(
  attribute: string,
  kind: Kind,
  tests: readonly Test[],
  surroundings: Surroundings,
): Domain | undefined {
  const patterns = new Map<string, Pattern>();
  for (const test of tests) {
    for (const each of test.kind === "patterns" ? test.patterns : []) {
      patterns.set(each.key, each);
    }
  }
  const facts = factsOf(attribute);
  const classes = classesOf(
    [...patterns.values()],
    shapesOf(attribute, kind, facts, surroundings),
    plausibleFor(attribute, facts, surroundings),
    surroundings.states,
  );
  return (
    classes &&
    finished(attribute, classes.values, surroundings, (test) => passingText(classes, test))
  );
}

function passingText({ matching }: Classes, test: Test): bigint {
  return test.kind === "patterns"
    ? test.patterns.reduce((set, { key }) => set | (matching.get(key) ?? 0n), 0n)
    : 0n;
}

function shapesOf(
  attribute: string,
  kind: Kind,
  facts: KeyFacts | undefined,
  { partitions }: Surroundings,
): readonly Pattern[] {
  const own: Readonly<Record<string, () => readonly Pattern[]>> = {
    [PRINCIPAL]: () => principalShapes(partitions),
    [ACTION]: () => [pattern([...someOf(WORD), ...literal(":"), ...someOf(WORD)])],
    [RESOURCE]: () => partitions.map(resourceShape),
  };
  const otherwise = kind === "boolean" ? BOOLEANS : [pattern(somethingBut(""))];
  return own[attribute]?.() ?? facts?.shapes ?? otherwise;
}

function resourceShape(partition: string): Pattern {
  return pattern([
    ...literal(`arn:${partition}:`),
    ...someOf(WORD),
    ...literal(":"),
    anythingBut(":/ "),
    ...literal(":"),
    anythingBut(":/ "),
    ...literal(":"),
    ...somethingBut(""),
  ]);
}

function plausibleFor(
  attribute: string,
  facts: KeyFacts | undefined,
  { plausible }: Surroundings,
): readonly Plausible[] {
  const values = [...(plausible.get(attribute) ?? []), ...(facts?.plausible ?? [])];
  return values.map((value) => ({
    value,
    compared: attribute === ACTION ? value.toLowerCase() : value,
  }));
}

function orderedDomain(
  attribute: string,
  kind: Ordered,
  tests: readonly Test[],
  surroundings: Surroundings,
): Domain {
  const ranges = new Map<string, Range>();
  for (const test of tests) {
    if (test.kind === "range") {
      ranges.set(test.range.key, test.range);
    }
  }
  const points = pointsOf(kind, [...ranges.values()], USUAL[kind]);
  return finished(attribute, points, surroundings, (test) =>
    test.kind === "range" ? setOf(points.map((point) => test.range.holds(point))) : 0n,
  );
}

/** Adds "none" as the first value where an attribute can be absent. */
function finished(
  attribute: string,
  values: readonly Value[],
  { use }: Surroundings,
  passing: (test: Test) => bigint,
): Domain {
  const many = use.many.has(attribute);
  const request = [PRINCIPAL, ACTION, RESOURCE].includes(attribute);
  const canBeAbsent = !many && !request && !factsOf(attribute)?.always;
  if (!canBeAbsent) {
    return { attribute, values, many, passing };
  }
  const withAbsent = (test: Test) => (test.kind === "absent" ? 1n : passing(test) << 1n);
  return { attribute, values: [undefined, ...values], many, passing: withAbsent };
}

function setOf(members: readonly boolean[]): bigint {
  return members.reduce((set, member, index) => (member ? set | (1n << BigInt(index)) : set), 0n);
}
