// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The values that an attribute of a request can have, as far as a question can tell them apart. */

import { ACTION, CALLER, RESOURCE, UNIQUE_ID } from "./attributes";
import type { Budget } from "./automaton";
import { classesOf, type Group } from "./classes";
import { type Formula, type Free, type Leaf, type Test, type ValueKind, visit } from "./formula";
import { canHoldSeveral, factsOf } from "./keys";
import { matches, type Pattern, textOf } from "./patterns";
import { placeholderFor } from "./placeholders";
import { type Ordered, parseAddress, pointsOf, printOrdered, type Range } from "./points";
import { type Possible, plausibleFor, shapesOf } from "./possible-values";

export interface Domain {
  readonly attribute: string;
  readonly kind: ValueKind;
  /** Whether a request may hold several values at once. */
  readonly several: boolean;
  /** One value of each class; undefined is the class of requests without the attribute. */
  readonly values: readonly (string | undefined)[];
  /** Classes of which at least one test holds, one bit each. */
  readonly passing: (tests: readonly Test[]) => bigint;
  /** Classes of which only this is known: an unknown list names them; by the key of the list. */
  readonly placeholders: ReadonlyMap<string, bigint>;
  /** Why its leaves cannot be told: then they are parts that are not understood. */
  readonly problem?: string;
}

/** What the classes of all texts may take: some tenths of a second, and many times what real policies need. */
const WORK = 2_000_000;
const ABSENT = 1;

/** The domains of all attributes that a formula speaks of, for requests from a moment on. */
export function domainsOf(formula: Formula, possible: Possible, now: Date): Map<string, Domain> {
  const byAttribute = new Map<string, Leaf[]>();
  const lists = new Map<string, Free[]>();
  visit(formula, (part) => {
    if (part.kind === "leaf") {
      push(byAttribute, part.attribute, part);
    } else if (part.names !== undefined && !part.negated && part.doubt === "unknown") {
      push(lists, part.names, part);
    }
  });
  for (const attribute of [CALLER, ACTION, RESOURCE]) {
    byAttribute.set(attribute, byAttribute.get(attribute) ?? []);
  }
  const budget = { left: WORK };
  return new Map(
    [...byAttribute].map(([attribute, leaves]) => [
      attribute,
      withPlaceholders(
        domainOf(attribute, leaves, possible, budget, now),
        lists.get(attribute) ?? [],
      ),
    ]),
  );
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  list ? list.push(item) : lists.set(key, [item]);
}

function withPlaceholders(domain: Domain, lists: readonly Free[]): Domain {
  const keys = [...new Set(lists.map(({ key }) => key))];
  return {
    ...domain,
    values: [...domain.values, ...keys.map(placeholderFor)],
    placeholders: new Map(
      keys.map((key, index) => [key, 1n << BigInt(domain.values.length + index)]),
    ),
  };
}

/** The tests of leaves, one group for each set of alternatives. */
function groupsOf(leaves: readonly Leaf[]): readonly Tests[] {
  const groups = new Map<string, Tests>();
  for (const { tests } of leaves) {
    if (tests !== undefined && tests.length > 0) {
      const key = keyOf(tests);
      groups.set(key, { key, tests });
    }
  }
  return [...groups.values()];
}

interface Tests {
  readonly key: string;
  readonly tests: readonly Test[];
}

const keys = new WeakMap<readonly Test[], string>();

function keyOf(tests: readonly Test[]): string {
  const known = keys.get(tests) ?? tests.map(({ key }) => key).join("\n");
  keys.set(tests, known);
  return known;
}

function domainOf(
  attribute: string,
  leaves: readonly Leaf[],
  possible: Possible,
  budget: Budget,
  now: Date,
): Domain {
  const groups = groupsOf(leaves);
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
    ? textDomain(base, groups.map(asPatterns), possible, budget)
    : orderedDomain(base, kind, groups, usual(kind, now));
}

function asPatterns({ key, tests }: Tests): Group {
  return { key, patterns: tests as readonly Pattern[] };
}

/** The first instant of a year that does not begin within days, an address of a block for documentation, one. */
function usual(kind: Ordered, now: Date): bigint {
  const soon = new Date(now.getTime() + 7 * 24 * 3_600_000);
  return {
    date: () => BigInt(Date.UTC(soon.getUTCFullYear() + 1, 0, 1)),
    address: () => parseAddress("203.0.113.10") ?? 0n,
    number: () => 1_000_000_000n,
  }[kind]();
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
    placeholders: new Map(),
    passing: (tests) => (matching.get(keyOf(tests)) ?? 0n) << shift,
  };
}

function isAlwaysThere(attribute: string): boolean {
  return (
    [CALLER, ACTION, RESOURCE, UNIQUE_ID].includes(attribute) || factsOf(attribute)?.always === true
  );
}

function textDomain(
  base: Base,
  groups: readonly Group[],
  possible: Possible,
  budget: Budget,
): Domain {
  const { attribute } = base;
  if (attribute === ACTION && possible.actions) {
    return listed(base, groups, possible.actions);
  }
  const patterns = groups.flatMap((group) => group.patterns);
  const classes = classesOf(
    groups,
    shapesOf(base, possible),
    plausibleFor(attribute, patterns, possible),
    budget,
  );
  return classes
    ? withAbsence(base, classes.values, classes.matching)
    : unknowable(base, `${attribute}, which is compared with too much at once`);
}

/** The classes of a list of values, found by trying each; most patterns are names and need no trying. */
function listed(base: Base, groups: readonly Group[], values: readonly string[]): Domain {
  const passed = passedBy(groups);
  const found = new Map<string, string>();
  const matching = new Map<string, bigint>();
  for (const value of values) {
    const keys = passed(value.toLowerCase());
    const signature = keys.join("\n\n");
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

/** The keys of the groups that a value passes, in one order. */
function passedBy(groups: readonly Group[]): (value: string) => readonly string[] {
  const named = new Map<string, string[]>();
  const others: { readonly key: string; readonly pattern: Pattern }[] = [];
  for (const { key, patterns } of groups) {
    for (const each of patterns) {
      const name = textOf(each);
      if (name === undefined) {
        others.push({ key, pattern: each });
      } else if (!named.get(name)?.includes(key)) {
        push(named, name, key);
      }
    }
  }
  return (value) => {
    const matched = others.filter(({ pattern }) => matches(pattern, value)).map(({ key }) => key);
    const byName = named.get(value) ?? [];
    return matched.length === 0 ? byName : [...new Set([...byName, ...matched])].sort();
  };
}

function orderedDomain(
  base: Base,
  kind: Ordered,
  groups: readonly Tests[],
  usualValue: bigint,
): Domain {
  const ranges = groups.flatMap(({ tests }) => tests as readonly Range[]);
  const points = pointsOf(kind, ranges, usualValue);
  const matching = new Map(
    groups.map(({ key, tests }) => [
      key,
      points.reduce(
        (mask, point, index) =>
          (tests as readonly Range[]).some((range) => range.holds(point))
            ? mask | (1n << BigInt(index))
            : mask,
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
