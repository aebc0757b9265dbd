// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Looks for values of the variables that make a formula true. Every variable has a few values, one bit
 * each; what is left of them is narrowed until nothing more follows (unit propagation), then one part of
 * an alternative is tried after the other, each with the earlier ones excluded.
 */

export interface Literal {
  readonly kind: "literal";
  readonly variable: number;
  /** The values for which it holds. */
  readonly mask: bigint;
}

export interface Branch {
  readonly kind: "all" | "any";
  readonly of: readonly Node[];
}

export type Node = Literal | Branch;

/** What is left of each variable; every combination makes the formula true. */
export type Solution = readonly bigint[];

export type Outcome = Solution | "none" | "too much work";

/** `work` bounds how many parts of the formula are looked at, so that no formula takes for ever. */
export function solve(formula: Node, full: readonly bigint[], work: number): Outcome {
  const search = new Search(full, work);
  return search.run([...full], [formula]) ?? (search.isExhausted ? "too much work" : "none");
}

type Status = "true" | "false" | "open";

class Search {
  constructor(
    private readonly full: readonly bigint[],
    private work: number,
  ) {}

  get isExhausted(): boolean {
    return this.work <= 0;
  }

  run(left: bigint[], asserted: readonly Node[]): Solution | undefined {
    const open = this.propagate(left, asserted);
    if (open === undefined) {
      return undefined;
    }
    const chosen = choose(open);
    return chosen === undefined ? left : this.branch(left, open, chosen);
  }

  private branch(left: bigint[], open: readonly Branch[], chosen: Branch): Solution | undefined {
    const others = open.filter((each) => each !== chosen);
    const excluded: Node[] = [];
    for (const part of chosen.of) {
      const solution = this.run([...left], [...others, ...excluded, part]);
      if (solution !== undefined || this.isExhausted) {
        return solution;
      }
      excluded.push(this.negate(part));
    }
    return undefined;
  }

  /** Narrows what is left until nothing changes; the alternatives that stay open, or undefined. */
  private propagate(left: bigint[], asserted: readonly Node[]): Branch[] | undefined {
    let pending: readonly Node[] = asserted;
    for (;;) {
      const open: Branch[] = [];
      const changed = this.assertAll(left, pending, open);
      if (changed === undefined) {
        return undefined;
      }
      if (!changed) {
        return open;
      }
      pending = open;
    }
  }

  /** Whether something was narrowed; undefined on a contradiction. */
  private assertAll(left: bigint[], nodes: readonly Node[], open: Branch[]): boolean | undefined {
    let changed = false;
    const queue = [...nodes];
    for (const node of queue) {
      if (this.isExhausted) {
        return undefined;
      }
      if (node.kind === "literal") {
        const before = left[node.variable] ?? 0n;
        const after = before & node.mask;
        if (after === 0n) {
          return undefined;
        }
        left[node.variable] = after;
        changed ||= after !== before;
      } else if (node.kind === "all") {
        queue.push(...node.of);
      } else if (!this.assertAny(left, node, queue, open)) {
        return undefined;
      }
    }
    return changed;
  }

  /** Keeps what is still possible of an alternative; what is alone must hold. */
  private assertAny(left: readonly bigint[], node: Branch, queue: Node[], open: Branch[]): boolean {
    const possible: Node[] = [];
    for (const part of node.of) {
      const status = this.status(left, part);
      if (status === "true") {
        return true;
      }
      if (status === "open") {
        possible.push(part);
      }
    }
    const [only] = possible;
    if (only !== undefined && possible.length === 1) {
      queue.push(only);
    } else if (only !== undefined) {
      open.push(possible.length === node.of.length ? node : { kind: "any", of: possible });
    }
    return only !== undefined;
  }

  private status(left: readonly bigint[], node: Node): Status {
    this.work -= 1;
    if (node.kind === "literal") {
      const values = left[node.variable] ?? 0n;
      const common = values & node.mask;
      if (common === 0n) {
        return "false";
      }
      return common === values ? "true" : "open";
    }
    const decisive = node.kind === "all" ? "false" : "true";
    let open = false;
    for (const part of node.of) {
      const status = this.status(left, part);
      if (status === decisive) {
        return decisive;
      }
      open ||= status === "open";
    }
    if (open) {
      return "open";
    }
    return decisive === "false" ? "true" : "false";
  }

  private negate(node: Node): Node {
    if (node.kind === "literal") {
      return { ...node, mask: (this.full[node.variable] ?? 0n) & ~node.mask };
    }
    return {
      kind: node.kind === "all" ? "any" : "all",
      of: node.of.map((part) => this.negate(part)),
    };
  }
}

/** The alternative with the fewest parts, so that the least is tried in vain. */
function choose(open: readonly Branch[]): Branch | undefined {
  let best: Branch | undefined;
  for (const each of open) {
    if (best === undefined || each.of.length < best.of.length) {
      best = each;
    }
  }
  return best;
}
