// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The equivalence classes of an attribute's values under all patterns that are put to it: two values
 * that match the same patterns are the same to every document, so one of each is enough. Found by
 * walking the product of the patterns' automata, which never builds more of it than can be reached.
 */

import { accepts, type Pattern, type Token } from "./patterns";

export interface Classes {
  /** One value of each class, plausible ones first. */
  readonly values: readonly string[];
  /** The classes that match a pattern, one bit each, by the pattern's key. */
  readonly matching: ReadonlyMap<string, bigint>;
}

/** A value that looks like one, and how it is compared (actions in lower case). */
export interface Plausible {
  readonly value: string;
  readonly compared: string;
}

/** Characters for "any other one", in the order in which they look natural. */
const OTHERS = "abcdefghijklmnopqrstuvwxyz0123456789-_.~ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const FIRST_UNUSUAL_CHARACTER = 0x100;

/** The classes, or undefined when there are more states than `limit`. */
export function classesOf(
  patterns: readonly Pattern[],
  shapes: readonly Pattern[],
  plausible: readonly Plausible[],
  limit: number,
): Classes | undefined {
  const product = new Product(patterns, shapes);
  const found = new Map<string, string>();
  for (const { value, compared } of plausible) {
    const state = product.after(compared);
    if (state.signature !== undefined && !found.has(state.signature)) {
      found.set(state.signature, value);
    }
  }
  return walk(product, found, limit) ? numbered(product, patterns, found) : undefined;
}

/** Visits every reachable state, shortest values first; false when there are too many. */
function walk(product: Product, found: Map<string, string>, limit: number): boolean {
  const seen = new Set<string>([product.start.key]);
  const queue: { state: State; value: string }[] = [{ state: product.start, value: "" }];
  for (const { state, value } of queue) {
    if (state.signature !== undefined && !found.has(state.signature)) {
      found.set(state.signature, value);
    }
    for (const char of product.characters(state)) {
      const next = product.next(state, char);
      if (next.alive && !seen.has(next.key)) {
        seen.add(next.key);
        queue.push({ state: next, value: value + char });
      }
    }
    if (queue.length > limit) {
      return false;
    }
  }
  return true;
}

function numbered(
  product: Product,
  patterns: readonly Pattern[],
  found: ReadonlyMap<string, string>,
): Classes {
  const matching = new Map<string, bigint>(patterns.map(({ key }) => [key, 0n]));
  [...found.keys()].forEach((signature, index) => {
    for (const key of product.keysOf(signature)) {
      matching.set(key, (matching.get(key) ?? 0n) | (1n << BigInt(index)));
    }
  });
  return { values: [...found.values()], matching };
}

interface State {
  readonly positions: readonly number[];
  readonly key: string;
  /** The patterns that the value so far matches; undefined when it has none of the shapes. */
  readonly signature: string | undefined;
  /** Whether a longer value can still have one of the shapes. */
  readonly alive: boolean;
}

/** All patterns side by side: a position is a place in one of them. */
class Product {
  readonly start: State;
  private readonly tokens: (Token | undefined)[] = [];
  /** Which pattern ends at a position; shapes are numbered after the patterns. */
  private readonly endOf: (number | undefined)[] = [];
  private readonly firstShapePosition: number;

  constructor(
    private readonly patterns: readonly Pattern[],
    shapes: readonly Pattern[],
  ) {
    const starts: number[] = [];
    let firstShapePosition = 0;
    [...patterns, ...shapes].forEach((each, index) => {
      if (index === patterns.length) {
        firstShapePosition = this.tokens.length;
      }
      starts.push(this.tokens.length);
      this.tokens.push(...each.tokens, undefined);
      this.endOf[this.tokens.length - 1] = index;
    });
    this.firstShapePosition = firstShapePosition;
    this.start = this.state(starts);
  }

  after(value: string): State {
    return [...value].reduce((state, char) => this.next(state, char), this.start);
  }

  next(state: State, char: string): State {
    const reached: number[] = [];
    for (const position of state.positions) {
      const token = this.tokens[position];
      if (token && accepts(token.set, char)) {
        reached.push(token.many ? position : position + 1);
      }
    }
    return this.state(reached);
  }

  /** The characters that can make a difference here, and one that stands for all others. */
  characters(state: State): string[] {
    const named = new Set<string>();
    for (const position of state.positions) {
      for (const char of this.tokens[position]?.set.chars ?? "") {
        named.add(char);
      }
    }
    return [otherThan(named), ...named];
  }

  keysOf(signature: string): string[] {
    return signature
      .split(",")
      .filter((index) => index !== "")
      .map((index) => this.patterns[Number(index)]?.key ?? "");
  }

  private state(reached: readonly number[]): State {
    const all = new Set<number>(reached);
    for (const position of all) {
      if (this.tokens[position]?.many) {
        all.add(position + 1);
      }
    }
    const positions = [...all].sort((a, b) => a - b);
    const last = positions.at(-1) ?? -1;
    return {
      positions,
      key: positions.join(","),
      signature: this.signature(positions),
      alive: last >= this.firstShapePosition,
    };
  }

  private signature(positions: readonly number[]): string | undefined {
    const ended: number[] = [];
    let shaped = false;
    for (const position of positions) {
      const pattern = this.endOf[position];
      if (pattern !== undefined && pattern < this.patterns.length) {
        ended.push(pattern);
      }
      shaped ||= pattern !== undefined && pattern >= this.patterns.length;
    }
    return shaped ? ended.join(",") : undefined;
  }
}

function otherThan(named: ReadonlySet<string>): string {
  for (const char of OTHERS) {
    if (!named.has(char)) {
      return char;
    }
  }
  let code = FIRST_UNUSUAL_CHARACTER;
  while (named.has(String.fromCharCode(code))) {
    code += 1;
  }
  return String.fromCharCode(code);
}
