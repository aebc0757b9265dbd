// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The equivalence classes of an attribute's values under all patterns that are put to it: two values
 * that match the same patterns are the same to every document, so one of each is enough. Found by
 * walking the product of the patterns' automata, which never builds more of it than can be reached.
 */

import { accepts, type CharacterSet, type Pattern, type Token } from "./patterns";

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
    const { signature } = product.after(compared);
    if (signature !== undefined && !found.has(signature)) {
      found.set(signature, value);
    }
  }
  return walk(product, found, limit) ? numbered(patterns, found) : undefined;
}

/** Visits every reachable state, shortest values first; false when there are too many. */
function walk(product: Product, found: Map<string, string>, limit: number): boolean {
  const seen = new Set<string>([product.start.key]);
  const queue: { state: State; value: string }[] = [{ state: product.start, value: "" }];
  for (const { state, value } of queue) {
    const { signature } = state;
    if (signature !== undefined && !found.has(signature)) {
      found.set(signature, value);
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

function numbered(patterns: readonly Pattern[], found: ReadonlyMap<string, string>): Classes {
  const matching = new Map<string, bigint>(patterns.map(({ key }) => [key, 0n]));
  [...found.keys()].forEach((signature, index) => {
    for (const number of signature.split(",").filter((each) => each !== "")) {
      const key = patterns[Number(number)]?.key ?? "";
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

const BY_NUMBER = (one: number, other: number) => one - other;

/** All patterns side by side: a position is a place in one of them. */
class Product {
  readonly start: State;
  private readonly tokens: (Token | undefined)[] = [];
  /** Which pattern ends at a position; shapes are numbered after the patterns. */
  private readonly endOf: (number | undefined)[] = [];
  private readonly firstShapePosition: number;
  private readonly shapes: number;

  constructor(patterns: readonly Pattern[], shapes: readonly Pattern[]) {
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
    this.shapes = patterns.length;
    this.firstShapePosition = firstShapePosition;
    this.start = this.state(starts);
  }

  after(value: string): State {
    let state = this.start;
    for (const char of value.split("")) {
      state = this.next(state, char);
    }
    return state;
  }

  next(state: State, char: string): State {
    const reached: number[] = [];
    for (const position of state.positions) {
      const token = this.tokens[position];
      if (token !== undefined && accepts(token.set, char)) {
        reached.push(token.many ? position : position + 1);
      }
    }
    return this.state(reached);
  }

  /** The characters that can make a difference here, and one that stands for all others. */
  characters(state: State): Iterable<string> {
    const single = new Set<string>();
    const sets = new Set<string>();
    for (const position of state.positions) {
      addTo(single, sets, this.tokens[position]?.set);
    }
    const characters = new Set<string>();
    characters.add(otherThan(single, sets));
    for (const char of single) {
      characters.add(char);
    }
    for (const char of representatives([...sets], single)) {
      characters.add(char);
    }
    return characters;
  }

  private state(reached: number[]): State {
    const positions = this.closure(reached).sort(BY_NUMBER);
    return {
      positions,
      key: positions.join(","),
      signature: this.signature(positions),
      alive: (positions.at(-1) ?? -1) >= this.firstShapePosition,
    };
  }

  /** Adds what is reached without a character: past a token that may occur no time. */
  private closure(reached: number[]): number[] {
    const all = new Set(reached);
    for (const position of all) {
      if (this.tokens[position]?.many) {
        all.add(position + 1);
      }
    }
    return [...all];
  }

  private signature(positions: readonly number[]): string | undefined {
    let ended = "";
    let shaped = false;
    for (const position of positions) {
      const pattern = this.endOf[position];
      if (pattern !== undefined && pattern < this.shapes) {
        ended += `${pattern},`;
      }
      shaped ||= pattern !== undefined && pattern >= this.shapes;
    }
    return shaped ? ended : undefined;
  }
}

function addTo(single: Set<string>, sets: Set<string>, set: CharacterSet | undefined): void {
  if (set === undefined || set.chars === "") {
    return;
  }
  if (set.chars.length === 1) {
    single.add(set.chars);
  } else {
    sets.add(set.chars);
  }
}

/** One character for each way of being in the sets, of those that no token names by itself. */
function representatives(sets: readonly string[], single: ReadonlySet<string>): Iterable<string> {
  const found = new Map<string, string>();
  for (const set of sets) {
    for (const char of set) {
      if (!single.has(char)) {
        const key = sets.length === 1 ? "" : sets.map((each) => each.includes(char)).join();
        found.set(key, found.get(key) ?? char);
      }
    }
  }
  return found.values();
}

function otherThan(single: ReadonlySet<string>, sets: ReadonlySet<string>): string {
  const isOther = (char: string) =>
    !single.has(char) && ![...sets].some((set) => set.includes(char));
  for (const char of OTHERS) {
    if (isOther(char)) {
      return char;
    }
  }
  let code = FIRST_UNUSUAL_CHARACTER;
  while (!isOther(String.fromCharCode(code))) {
    code += 1;
  }
  return String.fromCharCode(code);
}
