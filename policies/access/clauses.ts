// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What a statement asks of a request, in a form that a search can work with: all of its parts must hold,
 * a part holds when one of its clauses does, and a clause is about one attribute of the request.
 */

import type { Pattern } from "./patterns";
import type { Ordered, Range } from "./points";

/** How the values of an attribute are compared. */
export type ValueKind = "text" | "boolean" | Ordered;

/** Attributes that are not condition keys (whose names hold a colon). */
export const CALLER = "caller";
export const CANONICAL = "canonical user";
export const ACTION = "action";
export const RESOURCE = "resource";

export type Test = Pattern | Range;

/** Classes of an attribute's values, one bit each. */
export interface Look {
  readonly all: bigint;
  /** The class of requests without the attribute; no bit where it is always there. */
  readonly absent: bigint;
  /** Values that pass a test. */
  of(test: Test): bigint;
}

export interface Selection {
  /** Classes for which the clause holds. */
  readonly yes: bigint;
  /** Classes for which nobody knows. */
  readonly maybe: bigint;
}

export interface Clause {
  readonly attribute: string;
  readonly kind: ValueKind;
  readonly tests: readonly Test[];
  /** Of a key with several values: whether one or all of them must pass. */
  readonly quantifier: "one" | "any" | "all";
  readonly select: (look: Look) => Selection;
  /** What is not understood, for the classes that may hold. */
  readonly doubt: string;
}

/** Something that is not understood at all. */
export interface Doubt {
  readonly doubt: string;
}

/** Holds when one of its clauses holds. */
export type Part = readonly (Clause | Doubt)[];

export interface Matcher {
  readonly parts: readonly Part[];
}

export function isDoubt(clause: Clause | Doubt): clause is Doubt {
  return !("attribute" in clause);
}

export function union(masks: readonly bigint[]): bigint {
  return masks.reduce((all, mask) => all | mask, 0n);
}
