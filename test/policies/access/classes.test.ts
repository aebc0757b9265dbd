// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { classesOf, type Group } from "../../../policies/access/classes";
import {
  anythingBut,
  digits,
  literal,
  matches,
  type Pattern,
  pattern,
  someOf,
  somethingBut,
  tokensOf,
} from "../../../policies/access/patterns";
import { RandomNumbers } from "../../support/access/random-numbers";

const glob = (text: string) => pattern(tokensOf(text, "glob", false));
const anyText = pattern([anythingBut("")]);

const each = (patterns: readonly Pattern[]): Group[] =>
  patterns.map((pattern) => ({ key: pattern.key, patterns: [pattern] }));

function classes(
  patterns: readonly Pattern[],
  shapes = [anyText],
  plausible: readonly string[] = [],
) {
  const found = classesOf(
    each(patterns),
    shapes,
    plausible.map((value) => ({ value, compared: value })),
    { left: 100_000 },
  );
  assert.ok(found);
  return found;
}

/** Which patterns a value matches, by trying each. */
function signature(patterns: readonly Pattern[], value: string): string {
  return patterns.map((each) => Number(matches(each, value))).join("");
}

describe("classes", () => {
  it("has one value for every way in which values can match, and no more", () => {
    const random = new RandomNumbers(11);
    const word = (letters: readonly string[], most: number) =>
      Array.from({ length: 1 + random.below(most) }, () => random.pick(letters)).join("");
    for (let count = 0; count < 150; count += 1) {
      const patterns = Array.from({ length: 1 + random.below(4) }, () =>
        glob(word(["a", "b", "*", "?"], 4)),
      );
      const distinct = [...new Map(patterns.map((each) => [each.key, each])).values()];
      const { values } = classes(distinct);
      const found = values.map((value) => signature(distinct, value));
      assert.equal(new Set(found).size, found.length);
      for (let tried = 0; tried < 200; tried += 1) {
        const value = random.chance(0.05) ? "" : word(["a", "b", "c"], 9);
        assert.ok(found.includes(signature(distinct, value)), `${value} among ${values.join()}`);
      }
    }
  });

  it("tells the classes that match each pattern", () => {
    const patterns = [glob("a*"), glob("*b")];
    const { values, matching } = classes(patterns);
    for (const each of patterns) {
      const bits = values.map((value, index) => (matches(each, value) ? 1n << BigInt(index) : 0n));
      assert.equal(
        matching.get(each.key),
        bits.reduce((all, bit) => all | bit, 0n),
      );
    }
  });

  it("keeps to the shapes that values have", () => {
    const account = pattern(digits(12));
    assert.deepEqual(classes([glob("1111*")], [account]).values, ["111100000000", "111000000000"]);
    const word = pattern([...literal("vpce-"), ...someOf("0123456789abcdef")]);
    assert.deepEqual(classes([glob("vpce-a")], [word]).values, ["vpce-a", "vpce-0"]);
    const two = [pattern(literal("x")), pattern(somethingBut("xyz"))];
    assert.deepEqual(classes([glob("x"), glob("y")], two).values, ["a", "x"]);
  });

  it("tells members of sets apart only where a pattern does", () => {
    const hex = pattern(someOf("0123456789abcdef"));
    const patterns = [pattern(someOf("0123456789")), glob("7")];
    assert.deepEqual(classes(patterns, [hex]).values, ["7", "0", "a"]);
    const first = [pattern(someOf("0123456789")), glob("0")];
    assert.deepEqual(classes(first, [hex]).values, ["0", "1", "a"]);
  });

  it("prefers values that look like one, in their order", () => {
    const { values } = classes(
      [glob("role/*")],
      [anyText],
      ["user/alice", "role/app", "role/other"],
    );
    assert.deepEqual(values, ["user/alice", "role/app"]);
    const shaped = classes([glob("1*")], [pattern(digits(2))], ["not a number"]);
    assert.deepEqual(shaped.values, ["10", "00"]);
  });

  it("finds a character for all others when every usual one is named", () => {
    const usual = "abcdefghijklmnopqrstuvwxyz0123456789-_.~ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const { values } = classes(usual.split("").map(glob));
    assert.equal(values.length, usual.length + 1);
    const anyChar = pattern([{ set: { chars: "", negated: true }, many: false }]);
    const oneOf = (chars: string) => pattern([{ set: { chars, negated: false }, many: false }]);
    assert.deepEqual(classes([oneOf(usual)], [anyChar]).values, ["\u0100", "a"]);
    assert.deepEqual(classes([oneOf(`${usual}\u0100`)], [anyChar]).values, ["\u0101", "a"]);
  });

  it("gives up when there is more work than it may do", () => {
    const patterns = Array.from({ length: 30 }, (_, index) =>
      glob(`*${String.fromCharCode(97 + (index % 26))}${index}*`),
    );
    const budget = { left: 50_000 };
    assert.equal(classesOf(each(patterns), [anyText], [], budget), undefined);
    assert.ok(budget.left > -50_000);
    assert.equal(classesOf(each([glob("a")]), [anyText], [], { left: 0 }), undefined);
  });

  it("gives up when no work is left, and not before", () => {
    const patterns = [glob("a*b"), glob("*c")];
    const plenty = { left: 100_000 };
    const found = classesOf(each(patterns), [anyText], [], plenty);
    const spent = 100_000 - plenty.left;
    assert.equal(classesOf(each(patterns), [anyText], [], { left: spent }), undefined);
    assert.deepEqual(classesOf(each(patterns), [anyText], [], { left: spent + 1 }), found);
    assert.equal(found?.values.length, 3);
  });
});
