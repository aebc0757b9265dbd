// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A formula in the form that the search works with: a variable for every attribute that has one value, one
 * for every value of an attribute that has several, one for every doubt.
 */

import type { Domain } from "./domains";
import type { DoubtKind } from "./doubts";
import type { Formula, Free, Leaf } from "./formula";
import type { Node, Solution } from "./search";

/**
 * What becomes of the doubts of each kind: they fail wherever they stand (an under-approximation: what is found is
 * certain), they stay open (an over-approximation: that nothing is found is certain), or they hold wherever they
 * stand (the worst reading).
 */
export type Assumptions = Readonly<Record<DoubtKind, "fail" | "open" | "hold">>;

const NO = 1n;
const YES = 2n;
const EITHER = NO | YES;

/** What was found of an attribute. */
export interface Found {
  readonly values: readonly string[];
  /** Whether other values would not do as well. */
  readonly matters: boolean;
}

/** A doubt that a formula has, and the variable that stands for it where it stays open. */
interface Doubtful {
  readonly name: string;
  readonly kind: DoubtKind;
  readonly variable: number;
}

export class Encoding {
  /** All values of each variable. */
  readonly full: bigint[] = [];
  private readonly first = new Map<string, number>();
  private readonly doubtful = new Map<string, Doubtful>();

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

  /** Whether the formulas that were encoded have doubts of these kinds. */
  hasDoubts(...kinds: readonly DoubtKind[]): boolean {
    return [...this.doubtful.values()].some(({ kind }) => kinds.includes(kind));
  }

  /** The values that are possible: those that only an unknown list names, while it is looked for them. */
  possible({ unknown }: Assumptions): bigint[] {
    const possible = [...this.full];
    if (unknown !== "fail") {
      for (const { attribute, placeholders } of this.domains.values()) {
        const variable = this.first.get(attribute) ?? 0;
        possible[variable] = (possible[variable] ?? 0n) & ~unionOf(placeholders);
      }
    }
    return possible;
  }

  encode(formula: Formula, assumptions: Assumptions): Node {
    switch (formula.kind) {
      case "constant":
        return { kind: formula.value ? "all" : "any", of: [] };
      case "leaf":
        return this.leaf(formula, assumptions);
      case "free":
        return this.free(formula, assumptions);
      default:
        return { kind: formula.kind, of: formula.of.map((part) => this.encode(part, assumptions)) };
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

  /** The doubts on which a solution rests. */
  restsOn(solution: Solution): readonly Pick<Doubtful, "name" | "kind">[] {
    const doubts = [...this.doubtful.values()].filter(
      ({ variable }) => solution[variable] !== EITHER,
    );
    return [...new Map(doubts.map((doubt) => [`${doubt.kind} ${doubt.name}`, doubt])).values()];
  }

  private free(free: Free, assumptions: Assumptions): Node {
    const { key, name, negated, doubt } = free;
    const known = this.doubtful.get(key);
    const variable = known?.variable ?? this.full.push(EITHER) - 1;
    this.doubtful.set(key, { name, kind: doubt, variable });
    switch (assumptions[doubt]) {
      case "open":
        return { kind: "literal", variable, mask: negated ? NO : YES };
      case "hold":
        return { kind: "all", of: [] };
      case "fail":
        return this.named(free) ?? { kind: "any", of: [] };
    }
  }

  /** Whatever an unknown list names, it names something. */
  private named({ key, negated, names = "" }: Free): Node | undefined {
    const mask = negated ? undefined : this.domains.get(names)?.placeholders.get(key);
    return mask === undefined
      ? undefined
      : { kind: "literal", variable: this.first.get(names) ?? 0, mask };
  }

  private leaf(leaf: Leaf, assumptions: Assumptions): Node {
    const domain = this.domains.get(leaf.attribute);
    if (domain === undefined) {
      throw new RangeError(`there is no domain of ${leaf.attribute}`);
    }
    if (domain.problem !== undefined && leaf.tests !== undefined) {
      return this.untold(leaf, domain.problem, assumptions);
    }
    return domain.several ? this.ofSeveral(leaf, domain, assumptions) : this.ofOne(leaf, domain);
  }

  /** Leaves with the same tests are true or false together. */
  private untold(
    { tests = [], negated, attribute, quantifier }: Leaf,
    name: string,
    assumptions: Assumptions,
  ): Node {
    // A leaf and its negation differ in their quantifier too.
    const how = negated && quantifier !== "one" ? DUAL[quantifier] : quantifier;
    const key = [attribute, how, ...tests.map((test) => test.key)].join("\n");
    const doubt = { kind: "free", key, name, negated, doubt: "undecidable" } as const;
    return this.free(doubt, assumptions);
  }

  private ofOne({ tests, negated, quantifier }: Leaf, domain: Domain): Node {
    const variable = this.first.get(domain.attribute) ?? 0;
    const full = (this.full[variable] ?? 0n) & ~unionOf(domain.placeholders);
    const absent = domain.values[0] === undefined ? 1n : 0n;
    const passing = tests === undefined ? absent : domain.passing(tests);
    const judged = negated ? full & ~passing : passing;
    const masks = { one: judged, any: judged & ~absent, all: judged | absent };
    return { kind: "literal", variable, mask: masks[quantifier] };
  }

  private ofSeveral(leaf: Leaf, domain: Domain, assumptions: Assumptions): Node {
    const { tests, negated, quantifier } = leaf;
    const first = this.first.get(domain.attribute) ?? 0;
    const passing = tests === undefined ? 0n : domain.passing(tests);
    const passes = (index: number) => ((passing >> BigInt(index)) & 1n) === 1n;
    const variables = domain.values.map((_, index) => index);
    if (tests === undefined) {
      return negated ? held(variables, first) : free(variables, first);
    }
    const chosen = variables.filter((index) => passes(index) !== negated);
    const others = variables.filter((index) => !chosen.includes(index));
    if (quantifier === "one") {
      return this.oneOfSeveral(
        leaf,
        { passing: negated ? others : chosen, failing: negated ? chosen : others },
        first,
        assumptions,
      );
    }
    return quantifier === "all" ? free(others, first) : held(chosen, first);
  }

  /**
   * A comparison without a set operator, of a key that may hold several values. An absent key does not match, and
   * values that all pass or all fail leave no doubt; otherwise nobody knows which of them is compared.
   */
  private oneOfSeveral(
    leaf: Leaf,
    { passing, failing }: Readonly<Record<"passing" | "failing", readonly number[]>>,
    first: number,
    assumptions: Assumptions,
  ): Node {
    const name = `${leaf.attribute} with several values, compared without a set operator`;
    const mixed = [
      held(passing, first),
      held(failing, first),
      this.untold(leaf, name, assumptions),
    ];
    const certain = leaf.negated
      ? free(passing, first)
      : { kind: "all" as const, of: [held(passing, first), free(failing, first)] };
    return { kind: "any", of: [certain, { kind: "all", of: mixed }] };
  }
}

const DUAL = { one: "one", any: "all", all: "any" } as const;

function unionOf(masks: ReadonlyMap<string, bigint>): bigint {
  return [...masks.values()].reduce((all, mask) => all | mask, 0n);
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
