// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { arnMatches, globMatches } from "../../../policies/access/globs";
import {
  anythingBut,
  digits,
  exampleOf,
  literal,
  matches,
  pattern,
  someOf,
  somethingBut,
  textOf,
  tokensOf,
} from "../../../policies/access/patterns";
import type { Comparison } from "../../../policies/access/texts";
import { variable } from "../../support/access/policy-variables";
import { RandomNumbers } from "../../support/access/random-numbers";

const of = (text: string, comparison: Comparison, escapes = false) =>
  pattern(tokensOf(text, comparison, escapes));

describe("patterns", () => {
  const rows: readonly [Comparison, string, readonly string[], readonly string[]][] = [
    ["exact", "a*?", ["a*?"], ["ab?", "A*?", ""]],
    ["exact-any-case", "aB1", ["ab1", "AB1"], ["ab", "aab1"]],
    [
      "exact-any-case",
      "stra\u00dfe",
      ["stra\u00dfe", "STRA\u00dfE"],
      ["strasse", "STRASSE", "straSe"],
    ],
    ["exact-any-case", "\u0130", ["\u0130"], ["i", "I", "\u0307"]],
    ["glob", "a*b?", ["abc", "axxbc", "abbb"], ["ab", "bbc", "Abc"]],
    [
      "arn",
      "arn:a*:s3:::b*",
      ["arn:aws:s3:::box", "arn:a:s3:::b:c"],
      ["arn:a:x:s3:::b", "arn:a:s3"],
    ],
    ["arn", "arn:aws:s3:?::box", ["arn:aws:s3:x::box"], ["arn:aws:s3:::box", "arn:aws:s3::::box"]],
  ];
  for (const [comparison, text, yes, no] of rows) {
    it(`matches ${text} as ${comparison}`, () => {
      const wanted = of(text, comparison);
      assert.deepEqual(
        [...yes, ...no].filter((value) => matches(wanted, value)),
        yes,
      );
    });
  }

  it("has equal keys for patterns that match the same, whatever their stars and their spelling", () => {
    const keys = (...patterns: readonly { key: string }[]) =>
      new Set(patterns.map(({ key }) => key));
    assert.equal(keys(of("a**b***", "glob"), of("a*b*", "glob")).size, 1);
    assert.equal(keys(of("1-2", "exact-any-case"), pattern(literal("1-2"))).size, 1);
    assert.equal(keys(of("aB", "exact-any-case"), of("Ab", "exact-any-case")).size, 1);
    assert.equal(keys(of(variable("*"), "glob", true), pattern(literal("*"))).size, 1);
    assert.equal(
      keys(of("*", "glob"), of("?", "glob"), of("??", "glob"), of("?*", "glob")).size,
      4,
    );
    const ab = { chars: "ab", negated: false };
    const one = { set: ab, many: false };
    assert.equal(keys(pattern([one, one]), pattern(someOf("ab")), of("ab", "exact")).size, 3);
    assert.equal(keys(pattern([anythingBut("ab")]), pattern([{ set: ab, many: true }])).size, 2);
  });

  it("knows the only text that matches, where there is only one", () => {
    assert.equal(textOf(of("s3:GetObject", "glob")), "s3:GetObject");
    assert.equal(textOf(pattern([])), "");
    for (const tokens of [
      tokensOf("a*", "glob", false),
      tokensOf("a?", "glob", false),
      tokensOf("ab", "exact-any-case", false),
      [...literal("a"), ...digits(1)],
      [...literal("a"), anythingBut("b")],
      somethingBut("a"),
      [{ set: { chars: "a", negated: true }, many: false }],
      [{ set: { chars: "a", negated: false }, many: true }],
    ]) {
      assert.equal(textOf(pattern(tokens)), undefined, JSON.stringify(tokens));
    }
    const asked = of("s3:PutObject", "glob");
    assert.deepEqual([textOf(asked), textOf(asked)], ["s3:PutObject", "s3:PutObject"]);
  });

  it("puts something that looks like a value where a text has wildcards", () => {
    assert.equal(exampleOf("a?/*", "glob", false), "ax/example");
    assert.equal(exampleOf("arn:*:s3:::b?", "arn", false), "arn:example:s3:::bx");
    assert.equal(exampleOf("a?/*", "exact", false), "a?/*");
    assert.equal(exampleOf(`a${variable("*")}*`, "glob", true), "a*example");
  });

  it("matches as a second matcher does, on random texts", () => {
    const random = new RandomNumbers(7);
    const text = (letters: readonly string[], most: number) =>
      Array.from({ length: random.below(most) }, () => random.pick(letters)).join("");
    let matched = 0;
    for (let count = 0; count < 20_000; count += 1) {
      const wanted = text(["a", "b", "!", ":", "*", "?", variable("*"), variable("?")], 7);
      const value = text(["a", "b", "!", ":", "*", "?"], 8);
      const escapes = random.chance(0.5);
      const asGlob = matches(of(wanted, "glob", escapes), value);
      const message = JSON.stringify({ wanted, value, escapes });
      assert.equal(asGlob, globMatches(wanted, value, escapes), message);
      const [wantedArn, arn] = [
        `arn:a*:?:b:a:${wanted}`,
        `arn:${text(["a", "b", ":"], 4)}:b:b:a:${value}`,
      ];
      const asArn = matches(of(wantedArn, "arn", escapes), arn);
      assert.equal(asArn, arnMatches(wantedArn, arn, escapes), message);
      matched += Number(asGlob);
    }
    assert.ok(matched > 1_000);
  });

  it("takes a time that grows with both lengths, whatever the stars", () => {
    assert.equal(matches(of("*a".repeat(500), "glob"), "a".repeat(1_000).concat("b")), false);
  });

  it("has other keys for characters that its own notation uses", () => {
    const keys = ["!", "?", "=", "*", "!*", "a", "\0", "\n"].flatMap((text) => [
      of(text, "glob").key,
      of(text, "exact").key,
    ]);
    // Of these eight texts, three have a wildcard.
    assert.equal(new Set(keys).size, 8 + 3);
  });

  it("lets anything stand for a variable, and for the wildcards of an ARN after one", () => {
    const name = variable("aws:username");
    const home = of(`arn:aws:s3:::box/${name}/*`, "arn", true);
    assert.ok(matches(home, "arn:aws:s3:::box/alice/a:b"));
    assert.ok(!matches(home, "arn:aws:s3:::bag/alice/a"));
    const inner = of(`arn:aws:sns:${name}:*:news`, "arn", true);
    assert.ok(matches(inner, "arn:aws:sns:eu:west:1:2:news"));
  });
});
