// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Boolean formulas over the attributes of one request, kept with negations at the leaves. */

import type { Pattern } from "./patterns";
import type { Range } from "./points";

/** What a leaf asks of one value. */
export type Test =
  | { readonly kind: "absent" }
  | { readonly kind: "patterns"; readonly patterns: readonly Pattern[] }
  | { readonly kind: "range"; readonly range: Range };

/** How many of an attribute's values a leaf speaks of: its one value, any of several, or all of them. */
export type Quantifier = "one" | "any" | "all";

export interface Leaf {
  readonly kind: "leaf";
  readonly attribute: string;
  readonly test: Test;
  readonly negated: boolean;
  readonly quantifier: Quantifier;
}

/** A part that is not understood: true or false, nobody knows. The name says what it is. */
export interface Free {
  readonly kind: "free";
  readonly name: string;
  readonly negated: boolean;
}

export type Formula =
  | { readonly kind: "constant"; readonly value: boolean }
  | Leaf
  | Free
  | { readonly kind: "all"; readonly of: readonly Formula[] }
  | { readonly kind: "any"; readonly of: readonly Formula[] };

export const TRUE: Formula = { kind: "constant", value: true };
export const FALSE: Formula = { kind: "constant", value: false };

export function all(of: readonly Formula[]): Formula {
  return join("all", of);
}

export function any(of: readonly Formula[]): Formula {
  return join("any", of);
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
  return parts.length === 0
    ? neutral
      ? TRUE
      : FALSE
    : parts.length === 1 && only
      ? only
      : { kind, of: parts };
}

export function leaf(attribute: string, test: Test, quantifier: Quantifier = "one"): Formula {
  return { kind: "leaf", attribute, test, negated: false, quantifier };
}

export function textLeaf(attribute: string, patterns: readonly Pattern[]): Formula {
  return patterns.length === 0 ? FALSE : leaf(attribute, { kind: "patterns", patterns });
}

export function absent(attribute: string): Formula {
  return leaf(attribute, { kind: "absent" });
}

export function free(name: string): Formula {
  return { kind: "free", name, negated: false };
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
