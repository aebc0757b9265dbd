// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  absent,
  all,
  any,
  doubtful,
  FALSE,
  type Formula,
  type Free,
  free,
  implies,
  type Leaf,
  leaf,
  not,
  TRUE,
  textLeaf,
  visit,
} from "../../../policies/access/formula";
import { literal, pattern } from "../../../policies/access/patterns";

const a = pattern(literal("a"));
const b = pattern(literal("b"));
const isA = textLeaf("key", [a]) as Leaf;
const isB = textLeaf("key", [b]) as Leaf;
const other = textLeaf("other", [b]) as Leaf;
const doubt = free("a doubt") as Free;

describe("formula", () => {
  it("makes leaves that compare, ask for absence, and speak of parts that are not understood", () => {
    assert.deepEqual(isA, {
      kind: "leaf",
      attribute: "key",
      values: "text",
      tests: [a],
      negated: false,
      quantifier: "one",
    });
    assert.deepEqual(leaf("key", "boolean", [a, b], "all"), {
      kind: "leaf",
      attribute: "key",
      values: "boolean",
      tests: [a, b],
      negated: false,
      quantifier: "all",
    });
    assert.deepEqual(absent("key"), {
      kind: "leaf",
      attribute: "key",
      values: "text",
      negated: false,
      quantifier: "one",
    });
    const part = { kind: "free", name: "name", negated: false } as const;
    assert.deepEqual(free("name"), { ...part, key: "name", doubt: "undecidable" });
    assert.deepEqual(free("name", "key"), { ...part, key: "key", doubt: "undecidable" });
    const unknown = { kind: "unknown", name: "name", key: "key" } as const;
    assert.deepEqual(doubtful(unknown), { ...part, key: "key", doubt: "unknown" });
    const list = { ...part, key: "key", doubt: "unknown", names: "resource" };
    assert.deepEqual(doubtful(unknown, "resource"), list);
  });

  it("drops what changes nothing and stops at what decides", () => {
    assert.deepEqual(all([]), TRUE);
    assert.deepEqual(any([]), FALSE);
    assert.deepEqual(all([TRUE, TRUE]), TRUE);
    assert.deepEqual(any([FALSE]), FALSE);
    assert.deepEqual(all([TRUE, isA]), isA);
    assert.deepEqual(any([FALSE, isA]), isA);
    assert.deepEqual(all([isA, FALSE, other]), FALSE);
    assert.deepEqual(any([isA, TRUE, other]), TRUE);
    assert.deepEqual(all([isA, TRUE, other]), { kind: "all", of: [isA, other] });
    assert.deepEqual(any([doubt, FALSE, other]), { kind: "any", of: [other, doubt] });
  });

  it("flattens what is joined in the same way, and keeps what is joined in the other", () => {
    const both = all([isA, other]);
    const either = any([doubt, other]);
    assert.deepEqual(all([both, doubt]), { kind: "all", of: [isA, other, doubt] });
    assert.deepEqual(all([either, isA]), { kind: "all", of: [either, isA] });
    assert.deepEqual(any([both, doubt]), { kind: "any", of: [both, doubt] });
    assert.deepEqual(any([either, both]), { kind: "any", of: [other, doubt, both] });
  });

  it("makes one leaf of alternatives about the one value of an attribute", () => {
    assert.deepEqual(any([isA, isB]), { ...isA, tests: [a, b] });
    assert.deepEqual(any([isA, other, isB]), {
      kind: "any",
      of: [{ ...isA, tests: [a, b] }, other],
    });
    const apart: readonly Formula[] = [
      absent("key"),
      { ...isB, negated: true },
      { ...isB, quantifier: "any" },
      { ...isB, quantifier: "all" },
      leaf("key", "number", [b]),
      doubt,
    ];
    for (const part of apart) {
      assert.deepEqual(any([isA, part]), { kind: "any", of: [isA, part] }, JSON.stringify(part));
    }
    assert.deepEqual(all([isA, isB]), { kind: "all", of: [isA, isB] });
  });

  it("negates down to the leaves, and any of several into all of them", () => {
    assert.deepEqual([not(TRUE), not(FALSE)], [FALSE, TRUE]);
    assert.deepEqual(not(isA), { ...isA, negated: true });
    assert.deepEqual(not({ ...isA, quantifier: "any" }), {
      ...isA,
      negated: true,
      quantifier: "all",
    });
    assert.deepEqual(not({ ...isA, quantifier: "all" }), {
      ...isA,
      negated: true,
      quantifier: "any",
    });
    assert.deepEqual(not(doubt), { ...doubt, negated: true });
    assert.deepEqual(not(all([isA, doubt])), { kind: "any", of: [not(isA), not(doubt)] });
    assert.deepEqual(not(any([isA, doubt])), { kind: "all", of: [not(isA), not(doubt)] });
    assert.deepEqual(not(not(any([isA, doubt]))), any([isA, doubt]));
  });

  it("takes an implication for its consequence or the lack of its condition", () => {
    assert.deepEqual(implies(isA, doubt), { kind: "any", of: [not(isA), doubt] });
    assert.deepEqual(implies(FALSE, doubt), TRUE);
    assert.deepEqual(implies(TRUE, doubt), doubt);
  });

  it("visits every leaf and every part that is not understood, at any depth", () => {
    const seen: unknown[] = [];
    visit(all([isA, any([doubt, all([other, isB])])]), (part) => seen.push(part));
    visit(TRUE, (part) => seen.push(part));
    assert.deepEqual(seen, [isA, doubt, other, isB]);
  });
});
