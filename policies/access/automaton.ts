// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * All patterns at once. They are laid into a tree in which equal beginnings are one, so that a hundred ARNs of
 * one kind cost little more than one; a state is the set of places in the tree where a value may be.
 */

import { accepts, type CharacterSet, type Pattern } from "./patterns";

/** Work that may still be done, shared by all attributes of a question: one for each place looked at. */
export interface Budget {
  left: number;
}

/** A place in the tree. */
interface Place {
  readonly number: number;
  readonly isOfShape: boolean;
  /** Characters that lead back here: the place is within a token that occurs any number of times. */
  readonly loop?: CharacterSet;
  /** Where characters lead. */
  readonly edges: { readonly set: CharacterSet; readonly to: Place }[];
  /** Places that are reached without a character: tokens that may occur no time. */
  readonly skips: Place[];
  /** The patterns that end here. */
  readonly ends: number[];
  /** The last state that was made of it, so that none holds it twice. */
  state: number;
}

export interface State {
  readonly places: readonly Place[];
  /** The patterns that the value so far matches, in one order; undefined when it has none of the shapes. */
  readonly signature: string | undefined;
  /** Whether a longer value can still have one of the shapes. */
  readonly isAlive: boolean;
  readonly next: Map<string, State>;
}

/** Characters for "any other one", in the order in which they look natural. */
const OTHERS = "abcdefghijklmnopqrstuvwxyz0123456789-_.~ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const FIRST_UNUSUAL_CHARACTER = 0x100;

/** Shapes are few and the same for every question, so their trees are kept; their numbers are the highest. */
const SHAPES_START = 2 ** 30;
const shapeTrees = new WeakMap<readonly Pattern[], Place>();
/** How many states were ever made. */
let made = 0;

export class Automaton {
  readonly start: State;
  private readonly states = new Map<string, State>();

  constructor(
    patterns: readonly Pattern[],
    shapes: readonly Pattern[],
    private readonly budget: Budget,
  ) {
    const tree = new Tree(0, budget);
    this.start = this.state([tree.of(patterns), shapeTree(shapes)]);
  }

  /** Where a whole value leads; undefined where it cannot have any of the shapes. */
  after(value: string): State | undefined {
    let state = this.start;
    for (const char of value.split("")) {
      state = this.next(state, char);
      if (!state.isAlive || this.budget.left <= 0) {
        return undefined;
      }
    }
    return state;
  }

  next(state: State, char: string): State {
    const known = state.next.get(char);
    if (known) {
      return known;
    }
    const reached: Place[] = [];
    for (const place of state.places) {
      this.budget.left -= place.edges.length;
      addReached(place, char, reached);
    }
    const next = this.state(reached);
    state.next.set(char, next);
    return next;
  }

  /** The characters that can make a difference here, and one that stands for all others. */
  characters(state: State): Iterable<string> {
    const single = new Set<string>();
    const sets = new Set<string>();
    for (const { loop, edges } of state.places) {
      addNamed(loop, single, sets);
      for (const { set } of edges) {
        addNamed(set, single, sets);
      }
    }
    return [otherThan(single, sets), ...single, ...representatives([...sets], single)];
  }

  /** Equal sets of places are one state. */
  private state(reached: readonly Place[]): State {
    made += 1;
    const places: Place[] = [];
    for (const place of reached) {
      this.add(place, places);
    }
    places.sort((one, other) => one.number - other.number);
    this.budget.left -= 1 + places.length;
    let key = "";
    for (const { number } of places) {
      key += `${number},`;
    }
    const known = this.states.get(key);
    const state = known ?? {
      places,
      signature: signatureOf(places),
      isAlive: places.at(-1)?.isOfShape === true,
      next: new Map(),
    };
    this.states.set(key, state);
    return state;
  }

  private add(place: Place, places: Place[]): void {
    if (place.state === made) {
      return;
    }
    place.state = made;
    places.push(place);
    for (const skipped of place.skips) {
      this.add(skipped, places);
    }
  }
}

function shapeTree(shapes: readonly Pattern[]): Place {
  const known = shapeTrees.get(shapes);
  const tree = known ?? new Tree(SHAPES_START, { left: 0 }).of(shapes);
  shapeTrees.set(shapes, tree);
  return tree;
}

/** Patterns as one tree. */
class Tree {
  constructor(
    private places: number,
    private readonly budget: Budget,
  ) {}

  of(patterns: readonly Pattern[]): Place {
    const root = this.place();
    patterns.forEach(({ tokens }, index) => {
      let place = root;
      for (const { set, many } of tokens) {
        place = many ? this.looping(place, set) : this.following(place, set);
      }
      place.ends.push(index);
    });
    return root;
  }

  private place(loop?: CharacterSet): Place {
    this.places += 1;
    return {
      number: this.places,
      isOfShape: this.places > SHAPES_START,
      ...(loop && { loop }),
      edges: [],
      skips: [],
      ends: [],
      state: 0,
    };
  }

  private looping(from: Place, loop: CharacterSet): Place {
    const known = from.skips.find((place) => place.loop && isSame(place.loop, loop));
    if (known) {
      return known;
    }
    const place = this.place(loop);
    from.skips.push(place);
    return place;
  }

  private following(from: Place, set: CharacterSet): Place {
    this.budget.left -= from.edges.length;
    const known = from.edges.find((edge) => isSame(edge.set, set));
    if (known) {
      return known.to;
    }
    const to = this.place();
    from.edges.push({ set, to });
    return to;
  }
}

function addReached(place: Place, char: string, reached: Place[]): void {
  if (place.loop && accepts(place.loop, char)) {
    reached.push(place);
  }
  for (const { set, to } of place.edges) {
    if (accepts(set, char)) {
      reached.push(to);
    }
  }
}

function isSame(one: CharacterSet, other: CharacterSet): boolean {
  return one.chars === other.chars && one.negated === other.negated;
}

function signatureOf(places: readonly Place[]): string | undefined {
  let hasShape = false;
  const ended: number[] = [];
  for (const { ends, isOfShape } of places) {
    if (isOfShape) {
      hasShape ||= ends.length > 0;
    } else {
      ended.push(...ends);
    }
  }
  return hasShape ? ended.join() : undefined;
}

function addNamed(set: CharacterSet | undefined, single: Set<string>, sets: Set<string>): void {
  if (set === undefined || set.chars === "") {
    return;
  }
  if (set.chars.length === 1) {
    single.add(set.chars);
  } else {
    sets.add(set.chars);
  }
}

/** One character for each way of being in the sets, of those that nothing names by itself. */
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
