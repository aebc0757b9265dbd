// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The three kinds of not knowing:
 *
 * - `unknown`: the engine does not know the value before the update;
 * - `refused`: AWS does not accept the text;
 * - `undecidable`: the text is valid, and this library cannot decide it.
 */
export type DoubtKind = "unknown" | "refused" | "undecidable";

/** Something that may hold or not. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** What it is, for the reader. */
  readonly name: string;
  /** Doubts with equal keys hold together. */
  readonly key: string;
}

/**
 * Stands in a document for a value, an element, a statement or a whole document that is not known before the
 * update. It may turn out to be anything that AWS accepts at its place.
 */
export const unknownValue: unique symbol = Symbol.for("pulumi-agora-classroom:unknown-value");

export function isUnknown(value: unknown): boolean {
  return value === unknownValue;
}
