// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Node, solve } from "../../../policies/access/search";
import { RandomNumbers } from "../../support/access/random-numbers";

const VARIABLES = 4;
const VALUES = 3;
const FULL = Array.from({ length: VARIABLES }, () => (1n << BigInt(VALUES)) - 1n);

function isTrue(node: Node, values: readonly number[]): boolean {
  switch (node.kind) {
    case "literal":
      return ((node.mask >> BigInt(values[node.variable] ?? 0)) & 1n) === 1n;
    case "all":
      return node.of.every((part) => isTrue(part, values));
    case "any":
      return node.of.some((part) => isTrue(part, values));
  }
}

function everyAssignment(): number[][] {
  return Array.from({ length: VALUES ** VARIABLES }, (_, index) =>
    Array.from(
      { length: VARIABLES },
      (__, variable) => Math.floor(index / VALUES ** variable) % VALUES,
    ),
  );
}

function formula(random: RandomNumbers, depth: number): Node {
  if (depth === 0 || random.chance(0.2)) {
    return {
      kind: "literal",
      variable: random.below(VARIABLES),
      mask: BigInt(random.below(2 ** VALUES)),
    };
  }
  const of = Array.from({ length: random.below(4) }, () => formula(random, depth - 1));
  return { kind: random.chance(0.6) ? "all" : "any", of };
}

/** Alternatives that leave few solutions or none, so that what is tried first is often tried in vain. */
function alternatives(random: RandomNumbers): Node {
  const literal = (): Node => ({
    kind: "literal",
    variable: random.below(VARIABLES),
    mask: BigInt(1 + random.below(2 ** VALUES - 2)),
  });
  const part = (): Node =>
    random.chance(0.6)
      ? literal()
      : { kind: random.chance(0.7) ? "all" : "any", of: [literal(), literal()] };
  const of = Array.from({ length: 6 + random.below(8) }, (): Node => {
    const parts = Array.from({ length: 2 + random.below(2) }, part);
    return { kind: "any", of: parts };
  });
  return { kind: "all", of };
}

describe("search", () => {
  it("finds a solution exactly when trying everything does, and all that is left are solutions", () => {
    const random = new RandomNumbers(3);
    const assignments = everyAssignment();
    const counts = { found: 0, none: 0 };
    for (let count = 0; count < 4_000; count += 1) {
      const node = count % 2 === 0 ? formula(random, 4) : alternatives(random);
      const solution = solve(node, FULL, 100_000);
      const solutions = assignments.filter((values) => isTrue(node, values));
      assert.equal(solution === "none", solutions.length === 0, JSON.stringify(node, bigints));
      if (typeof solution === "object") {
        const left = assignments.filter((values) =>
          values.every((value, variable) => ((solution[variable] ?? 0n) >> BigInt(value)) & 1n),
        );
        assert.ok(left.length > 0);
        assert.ok(
          left.every((values) => isTrue(node, values)),
          JSON.stringify(node, bigints),
        );
      }
      counts[solution === "none" ? "none" : "found"] += 1;
    }
    assert.ok(Math.min(counts.found, counts.none) > 300, JSON.stringify(counts));
  });

  it("narrows nothing that need not be", () => {
    const one: Node = { kind: "literal", variable: 1, mask: 0b010n };
    assert.deepEqual(solve({ kind: "all", of: [] }, FULL, 100), FULL);
    assert.deepEqual(solve({ kind: "any", of: [one, { kind: "all", of: [] }] }, FULL, 100), FULL);
    assert.deepEqual(solve(one, FULL, 100), [0b111n, 0b010n, 0b111n, 0b111n]);
    assert.equal(solve({ kind: "any", of: [] }, FULL, 100), "none");
  });

  it("gives up when there is more to look at than it may", () => {
    const random = new RandomNumbers(5);
    const node: Node = { kind: "all", of: Array.from({ length: 50 }, () => formula(random, 3)) };
    const hard: Node = { kind: "any", of: [node, node, node] };
    assert.equal(solve(hard, FULL, 5), "too much work");
  });

  describe("how much it looks at", () => {
    const is = (variable: number, mask: bigint): Node => ({ kind: "literal", variable, mask });
    const every = (...of: Node[]): Node => ({ kind: "all", of });
    const some = (...of: Node[]): Node => ({ kind: "any", of });

    /** The least work with which there is an answer. */
    function leastWork(node: Node): number {
      let work = 1;
      while (solve(node, FULL, work) === "too much work" && work < 100) {
        work += 1;
      }
      return work;
    }

    /** A formula, the answer, and how many parts are looked at until there is one. */
    const economy: readonly [string, Node, string, number][] = [
      ["nothing to choose", every(is(0, 1n), is(1, 1n)), "found", 1],
      ["an alternative that holds at once", some(is(0, 0b111n), is(1, 1n)), "found", 1],
      ["an alternative of which one part is left", some(every(), is(1, 1n)), "found", 1],
      ["parts that follow from another", every(some(is(0, 1n), is(1, 1n)), is(0, 6n)), "found", 5],
      ["a part that narrows nothing", every(is(0, 7n), some(is(1, 1n), is(2, 1n))), "found", 3],
      [
        "no part of an alternative again that is lost",
        every(is(0, 1n), some(is(0, 2n), is(1, 1n), is(2, 1n)), some(is(1, 6n), is(2, 6n))),
        "found",
        14,
      ],
      [
        "the next part, after one that was tried in vain",
        every(some(is(0, 1n), is(2, 1n)), some(is(0, 6n), is(1, 1n)), some(is(0, 6n), is(1, 2n))),
        "found",
        20,
      ],
      ["a contradiction", every(is(0, 1n), is(0, 2n), some(is(1, 1n), is(2, 1n))), "none", 1],
      [
        "the shorter of two alternatives first",
        every(
          some(is(1, 1n), is(2, 1n), is(3, 1n)),
          some(is(0, 1n), is(1, 6n)),
          some(is(0, 6n), is(1, 6n)),
        ),
        "found",
        21,
      ],
      [
        "no part that was tried in vain again",
        every(
          some(is(0, 1n), is(0, 2n), is(1, 1n)),
          some(every(is(0, 4n), is(1, 6n)), is(2, 1n)),
          some(is(0, 4n), is(2, 6n)),
          some(is(1, 6n), is(2, 6n)),
        ),
        "none",
        43,
      ],
    ];
    for (const [title, node, outcome, least] of economy) {
      it(`looks at no more than it must: ${title}`, () => {
        const work = leastWork(node);
        const solution = solve(node, FULL, work);
        assert.deepEqual(
          [typeof solution === "object" ? "found" : solution, work],
          [outcome, least],
        );
      });
    }
  });
});

function bigints(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}` : value;
}
