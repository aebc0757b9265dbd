// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { Automaton } from "../../../policies/access/automaton";
import {
  anythingBut,
  literal,
  type Pattern,
  pattern,
  tokensOf,
} from "../../../policies/access/patterns";

const glob = (text: string) => pattern(tokensOf(text, "glob", false));
const anyText = [pattern([anythingBut("")])];
const PLENTY = 1_000_000;

/** What it takes to lay out the patterns, then to follow each of the values. */
function work(
  patterns: readonly Pattern[],
  values: readonly string[],
  shapes: readonly Pattern[] = anyText,
): readonly number[] {
  const budget = { left: PLENTY };
  const automaton = new Automaton(patterns, shapes, budget);
  const laid = PLENTY - budget.left;
  const followed = values.map((value) => {
    const before = budget.left;
    automaton.after(value);
    return before - budget.left;
  });
  return [laid, ...followed];
}

function automaton(...texts: string[]): Automaton {
  return new Automaton(texts.map(glob), anyText, { left: PLENTY });
}

describe("automaton", () => {
  // A state costs one, and one for each of its places: the root of the patterns, the root and the loop of "any
  // text" at the start, then what is left of them. A character costs one for each way out of those places.
  const costs: readonly [string, readonly string[], readonly string[], readonly number[]][] = [
    ["no pattern", [], ["a", "aa"], [4, 2, 2]],
    ["a pattern, followed and left", ["ab"], ["ab", "ax"], [4, 8, 3]],
    ["two with the same beginning", ["ab", "ac"], ["ab", "ac"], [6, 9, 5]],
    ["two with the same end", ["ab", "cb"], ["ab", "cb"], [5, 9, 9]],
    ["a star", ["*a"], ["ab"], [5, 9]],
    ["two with the same star", ["*a", "*b"], ["ab"], [6, 12]],
  ];
  for (const [title, texts, values, expected] of costs) {
    it(`counts its work: ${title}`, () => {
      assert.deepEqual(work(texts.map(glob), values), expected);
    });
  }

  it("lays a hundred patterns of one kind so that following them costs as much as one", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(2, "0"));
    for (const [kind, value] of [
      ["arn:aws:s3:::box", "arn:aws:s3:::box"],
      ["arn:aws:s3:::*/box?", "arn:aws:s3:::red/boxe"],
    ] as const) {
      const [, one] = work([glob(`${kind}00`)], [value]);
      const [, many] = work(
        hundred.map((end) => glob(`${kind}${end}`)),
        [value],
      );
      // The last place has ten ways out instead of one, which only the next character would take.
      assert.equal(many, one, kind);
    }
  });

  it("follows no value twice, nor one beginning of two values", () => {
    const texts = ["*a*b", "c?d"].map(glob);
    const [, once, again, longer] = work(texts, ["cad", "cad", "cada"]);
    const [, whole] = work(texts, ["cada"]);
    assert.equal(again, 0);
    assert.equal((once ?? 0) + (longer ?? 0), whole);
  });

  it("has one state for one set of places, whichever way leads there", () => {
    const both = automaton("*a*a", "*b*");
    assert.equal(both.after("aba"), both.after("baa"));
    assert.notEqual(both.after("aba"), both.after("ab"));
  });

  it("tells which patterns a value matches, and says nothing of a value that has no shape", () => {
    const box = new Automaton(["*x", "b*", "box"].map(glob), [glob("b?x")], { left: PLENTY });
    assert.equal(box.after("box")?.signature, "0,1,2");
    assert.equal(box.after("bax")?.signature, "0,1");
    assert.equal(box.after("bo")?.signature, undefined);
    assert.equal(box.after("bo")?.isAlive, true);
  });

  it("tells a set of characters from all but that set", () => {
    const but = pattern([{ set: { chars: "a", negated: true }, many: false }]);
    const both = new Automaton([pattern(literal("a")), but], anyText, { left: PLENTY });
    assert.deepEqual([both.after("a")?.signature, both.after("b")?.signature], ["0", "1"]);
  });

  it("leaves a value as soon as it can have no shape any more", () => {
    const shapes = [glob("box*")];
    const [, early] = work([glob("*")], ["bad"], shapes);
    const [, late] = work([glob("*")], [`bad${"x".repeat(100)}`], shapes);
    assert.equal(late, early);
    const boxes = new Automaton([glob("*")], shapes, { left: PLENTY });
    assert.equal(boxes.after("bad"), undefined);
    assert.equal(boxes.after("boxes")?.signature, "0");
  });

  it("leaves a value when the work is done that may be done", () => {
    const texts = ["ab", "*b"].map(glob);
    const [laid = 0, followed = 0] = work(texts, ["ab"]);
    const within = (left: number) => new Automaton(texts, anyText, { left }).after("ab");
    assert.equal(within(laid + followed), undefined);
    assert.equal(within(laid + followed + 1)?.signature, "0,1");
  });
});
