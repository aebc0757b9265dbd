// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * All patterns at once, as one NFA that is made deterministic as far as anybody looks. Patterns with equal beginnings
 * share their NFA states, so that a hundred ARNs of one kind cost little more than one. Patterns of one group are
 * alternatives: which of them matches makes no difference.
 */

import { accepts, type CharacterSet, type Pattern } from "./patterns";

/** Work that may still be done, shared by all attributes of a question: one for each NFA state looked at. */
export interface Budget {
  left: number;
}

interface NfaState {
  readonly number: number;
  readonly isOfShape: boolean;
  /** Characters that lead back here: the state is within a token that occurs any number of times. */
  readonly loop?: CharacterSet;
  /** Where characters lead. */
  readonly edges: { readonly set: CharacterSet; readonly to: NfaState }[];
  /** The ε-transitions: to tokens that may occur no time. */
  readonly epsilons: NfaState[];
  /** The groups of which a pattern ends here. */
  readonly ends: number[];
  /** The one group whose patterns lead through here; -1 for several. */
  group: number | undefined;
  /** Whether a pattern ends here, with a star. */
  decides: boolean;
  /** The last state that was made of it, so that none holds it twice. */
  madeFor: number;
}

/** A state of the deterministic automaton: the set of NFA states that a value may be in. */
export interface State {
  readonly nfaStates: readonly NfaState[];
  /** The groups that the value so far matches, in one order; undefined when it has none of the shapes. */
  readonly signature: string | undefined;
  /** Whether a longer value can still have one of the shapes. */
  readonly isAlive: boolean;
  readonly next: Map<string, State>;
}

/** Characters for "any other one", in the order in which they look natural. */
const OTHERS = "abcdefghijklmnopqrstuvwxyz0123456789-_.~ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const FIRST_UNUSUAL_CHARACTER = 0x100;

/** Shapes are few and the same for every question, so their trees are cached; their numbers are the highest. */
const SHAPES_START = 2 ** 30;
const shapeTrees = new WeakMap<readonly Pattern[], NfaState>();
/** How many states were ever made. */
let made = 0;

export class Automaton {
  readonly start: State;
  private readonly states = new Map<string, State>();

  /** @param groups the number of each pattern's group; of its own, when it is left out */
  constructor(
    patterns: readonly Pattern[],
    shapes: readonly Pattern[],
    private readonly budget: Budget,
    groups?: readonly number[],
  ) {
    const tree = new Tree(0, budget);
    this.start = this.state([tree.of(patterns, groups), shapeTree(shapes)]);
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
    const reached: NfaState[] = [];
    for (const each of state.nfaStates) {
      this.budget.left -= each.edges.length;
      addReached(each, char, reached);
    }
    const next = this.state(reached);
    state.next.set(char, next);
    return next;
  }

  /** The characters that can make a difference here, and one that stands for all others. */
  characters(state: State): Iterable<string> {
    const single = new Set<string>();
    const sets = new Set<string>();
    for (const { loop, edges } of state.nfaStates) {
      addNamed(loop, single, sets);
      for (const { set } of edges) {
        addNamed(set, single, sets);
      }
    }
    return [otherThan(single, sets), ...single, ...representatives([...sets], single)];
  }

  /** Equal sets of NFA states are one state. */
  private state(reached: readonly NfaState[]): State {
    made += 1;
    const closed: NfaState[] = [];
    for (const each of reached) {
      this.addClosure(each, closed);
    }
    const nfaStates = withoutDecided(closed);
    nfaStates.sort((one, other) => one.number - other.number);
    this.budget.left -= 1 + nfaStates.length;
    let key = "";
    for (const { number } of nfaStates) {
      key += `${number},`;
    }
    const known = this.states.get(key);
    const state = known ?? {
      nfaStates,
      signature: signatureOf(nfaStates),
      isAlive: nfaStates.at(-1)?.isOfShape === true,
      next: new Map(),
    };
    this.states.set(key, state);
    return state;
  }

  private addClosure(from: NfaState, closed: NfaState[]): void {
    if (from.madeFor === made) {
      return;
    }
    from.madeFor = made;
    closed.push(from);
    for (const reached of from.epsilons) {
      this.addClosure(reached, closed);
    }
  }
}

/**
 * Once a pattern that ends in a star matches, its group matches whatever follows: what else there is of the group
 * needs no attention. Otherwise a group of patterns like `*word*` would have a state for every set of words.
 */
function withoutDecided(nfaStates: NfaState[]): NfaState[] {
  let decided: Map<number, NfaState> | undefined;
  for (const each of nfaStates) {
    if (each.decides && each.group !== undefined && each.group >= 0) {
      decided = (decided ?? new Map()).set(each.group, each);
    }
  }
  if (decided === undefined) {
    return nfaStates;
  }
  const deciding = decided;
  return nfaStates.filter((each) => {
    const found = each.isOfShape ? undefined : deciding.get(each.group ?? -1);
    return found === undefined || found === each;
  });
}

function shapeTree(shapes: readonly Pattern[]): NfaState {
  const known = shapeTrees.get(shapes);
  const tree = known ?? new Tree(SHAPES_START, { left: 0 }).of(shapes);
  shapeTrees.set(shapes, tree);
  return tree;
}

/** Patterns as one tree. */
class Tree {
  constructor(
    private count: number,
    private readonly budget: Budget,
  ) {}

  of(patterns: readonly Pattern[], groups?: readonly number[]): NfaState {
    const root = this.nfaState();
    patterns.forEach(({ tokens }, index) => {
      const group = groups?.[index] ?? index;
      let at = root;
      for (const { set, many } of tokens) {
        at = many ? this.looping(at, set) : this.following(at, set);
        at.group = at.group === undefined || at.group === group ? group : -1;
      }
      at.ends.push(group);
      at.decides = !at.isOfShape && at.loop?.negated === true && at.loop.chars === "";
    });
    return root;
  }

  private nfaState(loop?: CharacterSet): NfaState {
    this.count += 1;
    return {
      number: this.count,
      isOfShape: this.count > SHAPES_START,
      ...(loop && { loop }),
      edges: [],
      epsilons: [],
      ends: [],
      group: undefined,
      decides: false,
      madeFor: 0,
    };
  }

  private looping(from: NfaState, loop: CharacterSet): NfaState {
    const known = from.epsilons.find((each) => each.loop && isSame(each.loop, loop));
    if (known) {
      return known;
    }
    const state = this.nfaState(loop);
    from.epsilons.push(state);
    return state;
  }

  private following(from: NfaState, set: CharacterSet): NfaState {
    this.budget.left -= from.edges.length;
    const known = from.edges.find((edge) => isSame(edge.set, set));
    if (known) {
      return known.to;
    }
    const to = this.nfaState();
    from.edges.push({ set, to });
    return to;
  }
}

function addReached(from: NfaState, char: string, reached: NfaState[]): void {
  if (from.loop && accepts(from.loop, char)) {
    reached.push(from);
  }
  for (const { set, to } of from.edges) {
    if (accepts(set, char)) {
      reached.push(to);
    }
  }
}

function isSame(one: CharacterSet, other: CharacterSet): boolean {
  return one.chars === other.chars && one.negated === other.negated;
}

function signatureOf(nfaStates: readonly NfaState[]): string | undefined {
  let hasShape = false;
  const ended = new Set<number>();
  for (const { ends, isOfShape } of nfaStates) {
    if (isOfShape) {
      hasShape ||= ends.length > 0;
    } else {
      for (const group of ends) {
        ended.add(group);
      }
    }
  }
  return hasShape ? [...ended].sort((one, other) => one - other).join() : undefined;
}

function addNamed(set: CharacterSet | undefined, single: Set<string>, sets: Set<string>): void {
  if (set === undefined || set.chars === "") {
    return;
  }
  (set.chars.length === 1 ? single : sets).add(set.chars);
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
