// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A formula in the form that the search works with: a variable for every attribute that has one value, one
 * for every value of an attribute that has several, one for every part that is not understood.
 */

import type { Domain } from "./domains";
import type { Formula, Free, Leaf } from "./formula";
import type { Node, Solution } from "./search";

/** What becomes of a part that is not understood: it helps nobody, or it may. */
export type Doubts = "help nobody" | "may help";

const NO = 1n;
const YES = 2n;
const EITHER = NO | YES;

/** What was found of an attribute. */
export interface Found {
  readonly values: readonly string[];
  /** Whether other values would not do as well. */
  readonly matters: boolean;
}

export class Encoding {
  /** All values of each variable. */
  readonly full: bigint[] = [];
  private readonly first = new Map<string, number>();
  private readonly doubtful = new Map<string, { name: string; variable: number }>();

  constructor(private readonly domains: ReadonlyMap<string, Domain>) {
    for (const { attribute, values, several } of domains.values()) {
      this.first.set(attribute, this.full.length);
      if (several) {
        this.full.push(...values.map(() => EITHER));
      } else {
        this.full.push((1n << BigInt(values.length)) - 1n);
      }
    }
  }

  /** Whether something is not understood of the formulas that were encoded. */
  get hasDoubts(): boolean {
    return this.doubtful.size > 0;
  }

  encode(formula: Formula, doubts: Doubts): Node {
    switch (formula.kind) {
      case "constant":
        return { kind: formula.value ? "all" : "any", of: [] };
      case "leaf":
        return this.leaf(formula, doubts);
      case "free":
        return this.free(formula, doubts);
      default:
        return { kind: formula.kind, of: formula.of.map((part) => this.encode(part, doubts)) };
    }
  }

  /** The values of an attribute in a solution, the plausible ones of those that are left. */
  found(attribute: string, solution: Solution): Found {
    const domain = this.domains.get(attribute);
    const first = this.first.get(attribute) ?? 0;
    if (domain === undefined) {
      return { values: [], matters: false };
    }
    if (domain.several) {
      const values = domain.values.filter((_, index) => solution[first + index] === YES);
      return { values: values as string[], matters: values.length > 0 };
    }
    const left = solution[first] ?? 0n;
    const value = domain.values.find((_, index) => (left >> BigInt(index)) & 1n);
    return { values: value === undefined ? [] : [value], matters: left !== this.full[first] };
  }

  /** The parts that are not understood and on which a solution rests. */
  restsOn(solution: Solution): string[] {
    const names = [...this.doubtful.values()]
      .filter(({ variable }) => solution[variable] !== EITHER)
      .map(({ name }) => name);
    return [...new Set(names)];
  }

  private free({ key, name, negated }: Free, doubts: Doubts): Node {
    const known = this.doubtful.get(key);
    const variable = known?.variable ?? this.full.push(EITHER) - 1;
    this.doubtful.set(key, { name, variable });
    return doubts === "help nobody"
      ? { kind: "any", of: [] }
      : { kind: "literal", variable, mask: negated ? NO : YES };
  }

  private leaf(leaf: Leaf, doubts: Doubts): Node {
    const domain = this.domains.get(leaf.attribute);
    if (domain === undefined) {
      throw new RangeError(`there is no domain of ${leaf.attribute}`);
    }
    if (domain.problem !== undefined && leaf.tests !== undefined) {
      return this.untold(leaf, domain.problem, doubts);
    }
    return domain.several ? this.ofSeveral(leaf, domain) : this.ofOne(leaf, domain);
  }

  /** Leaves with the same tests are true or false together. */
  private untold({ tests = [], negated, attribute }: Leaf, name: string, doubts: Doubts): Node {
    const key = [attribute, ...tests.map((test) => test.key)].join("\n");
    return this.free({ kind: "free", key, name, negated }, doubts);
  }

  private ofOne({ tests, negated, quantifier }: Leaf, domain: Domain): Node {
    const variable = this.first.get(domain.attribute) ?? 0;
    const full = this.full[variable] ?? 0n;
    const absent = domain.values[0] === undefined ? 1n : 0n;
    const passing = tests === undefined ? absent : domain.passing(tests);
    const judged = negated ? full & ~passing : passing;
    const masks = { one: judged, any: judged & ~absent, all: judged | absent };
    return { kind: "literal", variable, mask: masks[quantifier] };
  }

  private ofSeveral({ tests, negated, quantifier }: Leaf, domain: Domain): Node {
    const first = this.first.get(domain.attribute) ?? 0;
    const passing = tests === undefined ? 0n : domain.passing(tests);
    const passes = (index: number) => ((passing >> BigInt(index)) & 1n) === 1n;
    const variables = domain.values.map((_, index) => index);
    if (tests === undefined) {
      return negated ? held(variables, first) : free(variables, first);
    }
    const chosen = variables.filter((index) => passes(index) !== negated);
    return quantifier === "all"
      ? free(
          variables.filter((index) => !chosen.includes(index)),
          first,
        )
      : held(chosen, first);
  }
}

/** One of these values is there. */
function held(indices: readonly number[], first: number): Node {
  return {
    kind: "any",
    of: indices.map((index) => ({ kind: "literal", variable: first + index, mask: YES })),
  };
}

/** None of these values is there. */
function free(indices: readonly number[], first: number): Node {
  return {
    kind: "all",
    of: indices.map((index) => ({ kind: "literal", variable: first + index, mask: NO })),
  };
}
