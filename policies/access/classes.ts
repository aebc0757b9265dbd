// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The equivalence classes of an attribute's values under all tests that are put to it: two values
 * that pass the same tests are the same to every document, so one of each is enough. Found by
 * walking the product of the patterns' automata, which never builds more of it than can be reached.
 */

import { Automaton, type Budget, type State } from "./automaton";
import type { Pattern } from "./patterns";

export interface Classes {
  /** One value of each class, plausible ones first. */
  readonly values: readonly string[];
  /** The classes that match a group, one bit each, by the key of a group that some class matches. */
  readonly matching: ReadonlyMap<string, bigint>;
}

/** Patterns of which a test asks for any: values that match one of them are not told apart. */
export interface Group {
  readonly key: string;
  readonly patterns: readonly Pattern[];
}

/** A value that looks like one, and how it is compared (actions in lower case). */
export interface Plausible {
  readonly value: string;
  readonly compared: string;
}

/** The classes, or undefined when finding them takes more work than is left. */
export function classesOf(
  groups: readonly Group[],
  shapes: readonly Pattern[],
  plausible: readonly Plausible[],
  budget: Budget,
): Classes | undefined {
  const automaton = new Automaton(
    groups.flatMap(({ patterns }) => patterns),
    shapes,
    budget,
    groups.flatMap(({ patterns }, index) => patterns.map(() => index)),
  );
  const found = new Map<string, string>();
  for (const { value, compared } of plausible) {
    note(automaton.after(compared), value, found);
  }
  return walk(automaton, found, budget) ? numbered(groups, found) : undefined;
}

function note(state: State | undefined, value: string, found: Map<string, string>): void {
  if (state?.signature !== undefined && !found.has(state.signature)) {
    found.set(state.signature, value);
  }
}

/** Visits every reachable state, shortest values first; false when that is too much. */
function walk(automaton: Automaton, found: Map<string, string>, budget: Budget): boolean {
  const seen = new Set([automaton.start]);
  const queue: { state: State; value: string }[] = [{ state: automaton.start, value: "" }];
  for (const { state, value } of queue) {
    note(state, value, found);
    for (const char of automaton.characters(state)) {
      const next = automaton.next(state, char);
      if (next.isAlive && !seen.has(next)) {
        seen.add(next);
        queue.push({ state: next, value: value + char });
      }
    }
    if (budget.left <= 0) {
      return false;
    }
  }
  return true;
}

function numbered(groups: readonly Group[], found: ReadonlyMap<string, string>): Classes {
  const matching = new Map<string, bigint>();
  [...found.keys()].forEach((signature, index) => {
    for (const number of signature.split(",").filter((each) => each !== "")) {
      const key = groups[Number(number)]?.key ?? "";
      matching.set(key, (matching.get(key) ?? 0n) | (1n << BigInt(index)));
    }
  });
  return { values: [...found.values()], matching };
}
