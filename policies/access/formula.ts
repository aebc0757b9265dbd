// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Boolean formulas over the attributes of one request, kept with negations at the leaves. */

import type { Doubt, DoubtKind } from "./doubts";
import type { Pattern } from "./patterns";
import type { Range } from "./points";

/** How the values of an attribute are compared. */
export type ValueKind = "text" | "boolean" | "number" | "date" | "address";

/** What a leaf asks of one value: to pass one of the tests. */
export type Test = Pattern | Range;

/** How many of an attribute's values a leaf speaks of: its one value, any of several, or all of them. */
export type Quantifier = "one" | "any" | "all";

export interface Leaf {
  readonly kind: "leaf";
  readonly attribute: string;
  readonly values: ValueKind;
  /** Without tests: that the attribute is absent. */
  readonly tests?: readonly Test[];
  readonly negated: boolean;
  readonly quantifier: Quantifier;
}

/** A part that is not understood: true or false, nobody knows. */
export interface Free {
  readonly kind: "free";
  /** What it is, for the reader. */
  readonly name: string;
  /** Parts with equal keys are true or false together. */
  readonly key: string;
  readonly negated: boolean;
  readonly doubt: DoubtKind;
  /** The attribute whose values an unknown list names: every list that AWS accepts names some value. */
  readonly names?: string;
}

export interface Constant {
  readonly kind: "constant";
  readonly value: boolean;
}

export interface Join {
  readonly kind: "all" | "any";
  readonly of: readonly Formula[];
}

export type Formula = Constant | Leaf | Free | Join;

export const TRUE: Formula = { kind: "constant", value: true };
export const FALSE: Formula = { kind: "constant", value: false };

export function all(of: readonly Formula[]): Formula {
  return join("all", of);
}

export function any(of: readonly Formula[]): Formula {
  const joined = join("any", of);
  return joined.kind === "any" ? merged(joined.of) : joined;
}

/** Alternatives about the one value of an attribute are one leaf with more tests. */
function merged(of: readonly Formula[]): Formula {
  const leaves = new Map<string, Leaf>();
  const others: Formula[] = [];
  for (const part of of) {
    if (isMergeable(part)) {
      const known = leaves.get(part.attribute)?.tests ?? [];
      leaves.set(part.attribute, { ...part, tests: [...known, ...(part.tests ?? [])] });
    } else {
      others.push(part);
    }
  }
  const parts = [...leaves.values(), ...others];
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "any", of: parts };
}

/** A condition key can hold several values, and then two tests on one value are not two tests on any of them. */
function isMergeable(part: Formula): part is Leaf {
  return (
    part.kind === "leaf" &&
    !part.attribute.includes(":") &&
    part.tests !== undefined &&
    !part.negated &&
    part.quantifier === "one" &&
    part.values === "text"
  );
}

/** Flattens, drops what changes nothing, and stops at what decides. */
function join(kind: "all" | "any", of: readonly Formula[]): Formula {
  const neutral = kind === "all";
  const parts: Formula[] = [];
  for (const each of of) {
    if (each.kind === "constant" && each.value !== neutral) {
      return each;
    }
    if (each.kind === kind) {
      parts.push(...each.of);
    } else if (each.kind !== "constant") {
      parts.push(each);
    }
  }
  const [only] = parts;
  if (only === undefined) {
    return neutral ? TRUE : FALSE;
  }
  return parts.length === 1 ? only : { kind, of: parts };
}

export function leaf(
  attribute: string,
  values: ValueKind,
  tests: readonly Test[],
  quantifier: Quantifier = "one",
): Formula {
  return { kind: "leaf", attribute, values, tests, negated: false, quantifier };
}

export function textLeaf(attribute: string, patterns: readonly Pattern[]): Formula {
  return leaf(attribute, "text", patterns);
}

export function absent(attribute: string): Formula {
  return { kind: "leaf", attribute, values: "text", negated: false, quantifier: "one" };
}

export function free(name: string, key = name): Formula {
  return doubtful({ kind: "undecidable", name, key });
}

export function doubtful({ kind, name, key }: Doubt, names?: string): Formula {
  return {
    kind: "free",
    name,
    key,
    negated: false,
    doubt: kind,
    ...(names !== undefined && { names }),
  };
}

const DUAL: Readonly<Record<Quantifier, Quantifier>> = { one: "one", any: "all", all: "any" };

export function not(formula: Formula): Formula {
  switch (formula.kind) {
    case "constant":
      return formula.value ? FALSE : TRUE;
    case "leaf":
      return { ...formula, negated: !formula.negated, quantifier: DUAL[formula.quantifier] };
    case "free":
      return { ...formula, negated: !formula.negated };
    case "all":
      return any(formula.of.map(not));
    case "any":
      return all(formula.of.map(not));
  }
}

export function implies(condition: Formula, consequence: Formula): Formula {
  return any([not(condition), consequence]);
}

/** Visits the leaves and the parts that are not understood. */
export function visit(formula: Formula, seen: (part: Leaf | Free) => void): void {
  if (formula.kind === "leaf" || formula.kind === "free") {
    seen(formula);
  } else if (formula.kind !== "constant") {
    for (const each of formula.of) {
      visit(each, seen);
    }
  }
}
