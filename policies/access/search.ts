// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Looks for one value per attribute that makes a formula true: unit propagation, and branching on the
 * statements that grant before those that are refused.
 */

import type { Domain, Value } from "./domains";
import type { Formula, Leaf } from "./formula";

/** Either a value for every attribute and the free parts it leans on, or the certainty that none is. */
export type Search =
  | { readonly outcome: "none" }
  | { readonly outcome: "limit" }
  | {
      readonly outcome: "found";
      readonly values: ReadonlyMap<string, Value | readonly Value[]>;
      readonly assumed: readonly string[];
    };

/** What becomes of the parts that are not understood: they help nobody, or they may be either way. */
export type Doubt = "helps-nobody" | "either-way";

interface Literal {
  readonly kind: "literal";
  readonly variable: number;
  readonly set: bigint;
}

interface Branches {
  readonly kind: "all" | "any";
  readonly of: readonly Node[];
}

type Node = boolean | Literal | Branches;

const NO = 1n;
const YES = 2n;

export function search(
  goals: readonly Formula[],
  domains: readonly Domain[],
  doubt: Doubt,
  steps: number,
): Search {
  const variables = new Variables(domains);
  const nodes = goals.map((goal) => compiled(goal, variables, doubt));
  const solver = new Solver(steps);
  const solution = solver.solve(nodes, variables.start());
  if (solver.exhausted) {
    return { outcome: "limit" };
  }
  return solution ? variables.read(solution) : { outcome: "none" };
}

/** Numbers the attributes: one variable each, one per value where there can be several. */
class Variables {
  private readonly sizes: number[] = [];
  private readonly first = new Map<string, number>();
  private readonly byAttribute: ReadonlyMap<string, Domain>;
  private readonly free = new Map<string, number>();

  constructor(private readonly domains: readonly Domain[]) {
    this.byAttribute = new Map(domains.map((domain) => [domain.attribute, domain]));
    for (const { attribute, values, many } of domains) {
      this.first.set(attribute, this.sizes.length);
      this.sizes.push(...(many ? values.map(() => 2) : [values.length]));
    }
  }

  start(): bigint[] {
    return this.sizes.map((size) => (1n << BigInt(size)) - 1n);
  }

  leaf(part: Leaf): Node {
    const domain = this.byAttribute.get(part.attribute);
    const first = this.first.get(part.attribute);
    if (!domain || first === undefined) {
      throw new Error(`Attribute '${part.attribute}' has no domain.`);
    }
    return domain.many ? severalLeaf(part, domain, first) : oneLeaf(part, domain, first);
  }

  freePart(name: string): number {
    const known = this.free.get(name);
    if (known !== undefined) {
      return known;
    }
    this.sizes.push(2);
    this.free.set(name, this.sizes.length - 1);
    return this.sizes.length - 1;
  }

  read(solution: readonly bigint[]): Search {
    const values = new Map<string, Value | readonly Value[]>();
    for (const domain of this.domains) {
      const first = this.first.get(domain.attribute) ?? 0;
      values.set(
        domain.attribute,
        domain.many
          ? domain.values.filter((_, index) => ((solution[first + index] ?? 0n) & NO) === 0n)
          : domain.values[lowest(solution[first] ?? 0n)],
      );
    }
    const assumed = [...this.free]
      .filter(([, at]) => solution[at] !== (NO | YES))
      .map(([name]) => name);
    return { outcome: "found", values, assumed };
  }
}

function oneLeaf({ test, negated }: Leaf, domain: Domain, variable: number): Node {
  const whole = (1n << BigInt(domain.values.length)) - 1n;
  const set = domain.passing(test);
  return { kind: "literal", variable, set: negated ? whole & ~set : set };
}

function severalLeaf({ test, negated, quantifier }: Leaf, domain: Domain, first: number): Node {
  if (test.kind === "absent") {
    const each = domain.values.map((_, at) => literal(first + at, negated ? YES : NO));
    return { kind: negated ? "any" : "all", of: each };
  }
  const passing = domain.passing(test);
  const hits = (at: number) => ((passing >> BigInt(at)) & 1n) === (negated ? 0n : 1n);
  const wanted = quantifier === "all" ? NO : YES;
  const of = domain.values
    .map((_, at) => at)
    .filter((at) => hits(at) === (wanted === YES))
    .map((at) => literal(first + at, wanted));
  return { kind: quantifier === "all" ? "all" : "any", of };
}

function literal(variable: number, set: bigint): Literal {
  return { kind: "literal", variable, set };
}

function lowest(set: bigint): number {
  let at = 0;
  while (((set >> BigInt(at)) & 1n) === 0n) {
    at += 1;
  }
  return at;
}

function compiled(formula: Formula, variables: Variables, doubt: Doubt): Node {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "leaf":
      return variables.leaf(formula);
    case "free":
      return doubt === "helps-nobody"
        ? false
        : literal(variables.freePart(formula.name), formula.negated ? NO : YES);
    default:
      return { kind: formula.kind, of: formula.of.map((each) => compiled(each, variables, doubt)) };
  }
}

class Solver {
  exhausted = false;

  constructor(private steps: number) {}

  /** Domains under which every node is true whatever is chosen from them; undefined if there are none. */
  solve(nodes: readonly Node[], start: readonly bigint[]): readonly bigint[] | undefined {
    const domains = [...start];
    const open = this.propagate(nodes, domains);
    if (!open || this.exhausted) {
      return undefined;
    }
    const choice = bestChoice(open);
    if (!choice) {
      return domains;
    }
    const others = open.filter((node) => node !== choice);
    const refused: Node[] = [];
    for (const branch of choice.of) {
      const solution = this.solve([branch, ...refused, ...others], domains);
      if (solution || this.exhausted) {
        return solution;
      }
      if (typeof branch !== "boolean" && branch.kind === "literal") {
        const whole = domains[branch.variable] ?? 0n;
        refused.push(literal(branch.variable, whole & ~branch.set));
      }
    }
    return undefined;
  }

  /** Narrows the domains until nothing follows any more. The alternatives left, or undefined. */
  private propagate(nodes: readonly Node[], domains: bigint[]): Branches[] | undefined {
    let open: readonly Node[] = nodes;
    let narrowed = true;
    while (narrowed && !this.exhausted) {
      narrowed = false;
      const left: Node[] = [];
      for (const node of open) {
        const simple = this.simplified(node, domains);
        if (simple === false) {
          return undefined;
        }
        narrowed = this.assert(simple, domains, left) || narrowed;
      }
      open = left;
    }
    return open.filter(
      (node): node is Branches => typeof node !== "boolean" && node.kind === "any",
    );
  }

  /** Takes a literal into the domains and keeps alternatives for later; true when a domain narrowed. */
  private assert(node: Node, domains: bigint[], left: Node[]): boolean {
    if (typeof node === "boolean") {
      return false;
    }
    if (node.kind === "literal") {
      domains[node.variable] = (domains[node.variable] ?? 0n) & node.set;
      return true;
    }
    if (node.kind === "all") {
      left.push(...node.of);
      return true;
    }
    left.push(node);
    return false;
  }

  private simplified(node: Node, domains: readonly bigint[]): Node {
    if (typeof node === "boolean") {
      return node;
    }
    this.steps -= 1;
    this.exhausted ||= this.steps <= 0;
    if (node.kind === "literal") {
      const domain = domains[node.variable] ?? 0n;
      const both = domain & node.set;
      return both === 0n ? false : both === domain ? true : node;
    }
    return this.simplifiedBranches(node, domains);
  }

  private simplifiedBranches(node: Branches, domains: readonly bigint[]): Node {
    const deciding = node.kind === "any";
    const of: Node[] = [];
    for (const each of node.of) {
      const simple = this.simplified(each, domains);
      if (simple === deciding) {
        return deciding;
      }
      if (typeof simple !== "boolean") {
        of.push(simple);
      }
    }
    const [only] = of;
    if (only === undefined) {
      return !deciding;
    }
    return of.length === 1 ? only : { kind: node.kind, of };
  }
}

/** The alternatives with the fewest branches; who grants comes first among equals. */
function bestChoice(open: readonly Branches[]): Branches | undefined {
  return open.reduce<Branches | undefined>(
    (best, each) => (best === undefined || each.of.length < best.of.length ? each : best),
    undefined,
  );
}
