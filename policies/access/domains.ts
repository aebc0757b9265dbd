// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The values that an attribute of a request can have, as far as a question can tell them apart. */

import { ACTION, CALLER, RESOURCE } from "./attributes";
import type { Budget } from "./automaton";
import { type Caller, callerShapes, textOfCaller } from "./callers";
import { classesOf, type Plausible } from "./classes";
import { type Formula, type Leaf, type Test, type ValueKind, visit } from "./formula";
import { ARN_SHAPE, canHoldSeveral, factsOf, OTHER_ACCOUNTS } from "./keys";
import {
  anythingBut,
  literal,
  matches,
  type Pattern,
  pattern,
  somethingBut,
  textOf,
  tokensOf,
} from "./patterns";
import { type Ordered, parseAddress, pointsOf, printOrdered, type Range } from "./points";

export interface Domain {
  readonly attribute: string;
  readonly kind: ValueKind;
  /** Whether a request may hold several values at once. */
  readonly several: boolean;
  /** One value of each class; undefined is the class of requests without the attribute. */
  readonly values: readonly (string | undefined)[];
  /** Classes of which at least one test holds, one bit each. */
  readonly passing: (tests: readonly Test[]) => bigint;
  /** Why its leaves cannot be told: then they are parts that are not understood. */
  readonly problem?: string;
}

/** What a question says of the values that are possible at all. */
export interface Possible {
  /** All actions that exist, as AWS writes them; any, when it is left out. */
  readonly actions?: readonly string[];
  readonly partitions: readonly string[];
}

/** What the classes of all texts may take: a tenth of a second, and five times what the longest bucket policy needs. */
const WORK = 500_000;
const ABSENT = 1;
/** The first instant of a year that is not over soon, an address of a block for documentation, one. */
const USUAL: Readonly<Record<Ordered, bigint>> = {
  date: BigInt(Date.UTC(2027, 0, 1)),
  address: parseAddress("203.0.113.10") ?? 0n,
  number: 1_000_000_000n,
};

/** The domains of all attributes that a formula speaks of. */
export function domainsOf(formula: Formula, possible: Possible): Map<string, Domain> {
  const byAttribute = new Map<string, Leaf[]>();
  visit(formula, (part) => {
    if (part.kind === "leaf") {
      const leaves = byAttribute.get(part.attribute);
      leaves ? leaves.push(part) : byAttribute.set(part.attribute, [part]);
    }
  });
  for (const attribute of [CALLER, ACTION, RESOURCE]) {
    byAttribute.set(attribute, byAttribute.get(attribute) ?? []);
  }
  const budget = { left: WORK };
  return new Map(
    [...byAttribute].map(([attribute, leaves]) => [
      attribute,
      domainOf(attribute, leaves, possible, budget),
    ]),
  );
}

function domainOf(
  attribute: string,
  leaves: readonly Leaf[],
  possible: Possible,
  budget: Budget,
): Domain {
  const tests = new Map(leaves.flatMap(({ tests }) => tests ?? []).map((test) => [test.key, test]));
  const kinds = new Set(leaves.filter(({ tests }) => tests).map(({ values }) => values));
  const kind = kindOf(kinds);
  const base = {
    attribute,
    kind: kind ?? "text",
    several: canHoldSeveral(
      attribute,
      leaves.some(({ quantifier }) => quantifier !== "one"),
    ),
  };
  if (kind === undefined) {
    return unknowable(base, `${attribute}, which is compared in two ways`);
  }
  return isText(kind)
    ? textDomain(base, [...tests.values()] as Pattern[], possible, budget)
    : orderedDomain(base, kind, [...tests.values()] as Range[]);
}

/** Booleans are texts of two values; anything else is compared in one way only. */
function kindOf(kinds: ReadonlySet<ValueKind>): ValueKind | undefined {
  const [first = "text", ...others] = kinds;
  if (others.length === 0) {
    return first;
  }
  return [...kinds].every(isText) ? "boolean" : undefined;
}

function isText(kind: ValueKind): kind is "text" | "boolean" {
  return kind === "text" || kind === "boolean";
}

type Base = Pick<Domain, "attribute" | "kind" | "several">;

/** Of an attribute that cannot be told, it is still known whether it is there. */
function unknowable(base: Base, problem: string): Domain {
  return { ...withAbsence(base, ["?"], new Map()), problem };
}

function withAbsence(
  base: Base,
  values: readonly string[],
  matching: ReadonlyMap<string, bigint>,
): Domain {
  const optional = !isAlwaysThere(base.attribute) && !base.several;
  const shift = BigInt(optional ? ABSENT : 0);
  return {
    ...base,
    values: optional ? [undefined, ...values] : values,
    passing: (tests) =>
      tests.reduce((mask, test) => mask | (matching.get(test.key) ?? 0n), 0n) << shift,
  };
}

function isAlwaysThere(attribute: string): boolean {
  return [CALLER, ACTION, RESOURCE].includes(attribute) || factsOf(attribute)?.always === true;
}

function textDomain(
  base: Base,
  patterns: readonly Pattern[],
  possible: Possible,
  budget: Budget,
): Domain {
  const { attribute } = base;
  if (attribute === ACTION && possible.actions) {
    return listed(base, patterns, possible.actions);
  }
  const classes = classesOf(
    patterns,
    shapesOf(base, possible),
    plausibleFor(attribute, patterns, possible),
    budget,
  );
  return classes
    ? withAbsence(base, classes.values, classes.matching)
    : unknowable(base, `${attribute}, which is compared with too much at once`);
}

/** The classes of a list of values, found by trying each; most patterns are names and need no trying. */
function listed(base: Base, patterns: readonly Pattern[], values: readonly string[]): Domain {
  const names = new Map(patterns.map((each) => [textOf(each), each.key]));
  const others = patterns.filter((each) => textOf(each) === undefined);
  const found = new Map<string, string>();
  const matching = new Map<string, bigint>();
  for (const value of values) {
    const compared = value.toLowerCase();
    const name = names.get(compared);
    const passed = others.filter((each) => matches(each, compared)).map(({ key }) => key);
    const keys = name === undefined ? passed : [...passed, name];
    const signature = keys.join();
    if (!found.has(signature)) {
      const bit = 1n << BigInt(found.size);
      found.set(signature, value);
      for (const key of keys) {
        matching.set(key, (matching.get(key) ?? 0n) | bit);
      }
    }
  }
  return withAbsence(base, [...found.values()], matching);
}

const RESOURCES = [pattern(literal("*")), ARN_SHAPE];
const ACTIONS = [pattern([...somethingBut(": "), ...literal(":"), ...somethingBut(":")])];
const ANY_TEXT = [pattern([anythingBut("")])];
const BOOLEANS = [true, false].map((value) =>
  pattern(tokensOf(`${value}`, "exact", false), `${value}`),
);

/** The same lists each time, since what is made of them is kept. */
function shapesOf({ attribute, kind }: Base, { partitions }: Possible): readonly Pattern[] {
  switch (attribute) {
    case CALLER:
      return callerShapes(partitions);
    case ACTION:
      return ACTIONS;
    case RESOURCE:
      return RESOURCES;
    default:
      return kind === "boolean" ? BOOLEANS : (factsOf(attribute)?.shapes ?? ANY_TEXT);
  }
}

const STRANGERS = [
  ...OTHER_ACCOUNTS.flatMap((account): Caller[] => [
    { kind: "role", name: `arn:aws:iam::${account}:role/example`, session: "session" },
    { kind: "user", name: `arn:aws:iam::${account}:user/example` },
  ]),
  { kind: "service", name: "example.amazonaws.com" } as const,
].map(textOfCaller);

/** Values that a reader takes for real, for as many classes as possible. */
function plausibleFor(
  attribute: string,
  patterns: readonly Pattern[],
  { partitions }: Possible,
): Plausible[] {
  const usual: Readonly<Record<string, readonly string[]>> = {
    [CALLER]: ["anonymous", ...STRANGERS],
    [ACTION]: ["s3:GetObject", "s3:DeleteObject", "kms:Decrypt"],
    [RESOURCE]: ["arn:aws:s3:::example-bucket/example"],
  };
  const examples = patterns.flatMap(({ example }) => example ?? []);
  const values = [...(usual[attribute] ?? factsOf(attribute)?.plausible ?? []), ...examples];
  const own = [CALLER, RESOURCE].includes(attribute)
    ? values.flatMap((value) => inPartitions(value, partitions))
    : values;
  return [...own, "example"].map((value) => ({
    value,
    compared: attribute === ACTION ? value.toLowerCase() : value,
  }));
}

/** An ARN as it is in each partition; most questions are about one. */
function inPartitions(value: string, partitions: readonly string[]): string[] {
  return partitions.map((partition) => value.replace(/^arn:aws:/, `arn:${partition}:`));
}

function orderedDomain(base: Base, kind: Ordered, ranges: readonly Range[]): Domain {
  const points = pointsOf(kind, ranges, USUAL[kind]);
  const matching = new Map(
    ranges.map((range) => [
      range.key,
      points.reduce(
        (mask, point, index) => (range.holds(point) ? mask | (1n << BigInt(index)) : mask),
        0n,
      ),
    ]),
  );
  return withAbsence(
    base,
    points.map((point) => printOrdered(kind, point)),
    matching,
  );
}
