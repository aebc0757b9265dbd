// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { arnMatches, globMatches, unescaped } from "../../../policies/access/globs";
import { matches, pattern, tokensOf } from "../../../policies/access/patterns";
import { variable } from "../../support/access/policy-variables";
import { RandomNumbers } from "../../support/access/random-numbers";

describe("globs", () => {
  it("matches as the library's patterns do, on random texts", () => {
    const random = new RandomNumbers(7);
    const text = (letters: readonly string[], most: number) =>
      Array.from({ length: random.below(most) }, () => random.pick(letters)).join("");
    let matched = 0;
    for (let count = 0; count < 20_000; count += 1) {
      const wanted = text(["a", "b", ":", "*", "?", variable("*"), variable("?")], 7);
      const value = text(["a", "b", ":", "*", "?"], 8);
      const escapes = random.chance(0.5);
      const asGlob = globMatches(wanted, value, escapes);
      assert.equal(
        asGlob,
        matches(pattern(tokensOf(wanted, "glob", escapes)), value),
        JSON.stringify({ wanted, value, escapes }),
      );
      const [wantedArn, arn] = [
        `arn:a*:?:b:a:${wanted}`,
        `arn:${text(["a", "b", ":"], 4)}:b:b:a:${value}`,
      ];
      assert.equal(
        arnMatches(wantedArn, arn, escapes),
        matches(pattern(tokensOf(wantedArn, "arn", escapes)), arn),
        JSON.stringify({ wantedArn, arn }),
      );
      matched += Number(asGlob);
    }
    assert.ok(matched > 1_000);
  });

  it("takes a time that grows with both lengths, whatever the stars", () => {
    assert.equal(globMatches("*a".repeat(2_000), "a".repeat(4_000).concat("b"), false), false);
  });

  it("reads escapes as the characters that they are, in documents that have them", () => {
    const text = `${variable("*")}${variable("?")}${variable("$")}`;
    assert.equal(unescaped(text, true), "*?$");
    assert.equal(unescaped(text, false), text);
  });

  const rows: readonly [string, readonly string[], readonly string[]][] = [
    ["", [""], ["a"]],
    ["*", ["", "a", "a b\n"], []],
    ["?", ["a", " "], ["", "ab"]],
    ["a b", ["a b"], ["ab", "a  b"]],
    ["a*b*c", ["abc", "axbxc", "abcbc", "abbc"], ["ab", "acb", "abcd"]],
    ["a?*", ["ab", "abc"], ["a"]],
    ["*a", ["a", "ba", "aba"], ["", "ab"]],
    ["**a**", ["a", "bab"], ["b"]],
    ["A", ["A"], ["a"]],
    [variable("*"), ["*"], ["a", variable("*")]],
    [`${variable("$")}{a}`, [variable("a")], ["{a}"]],
    [`a ${variable("?")}`, ["a ?"], ["a b", "a?"]],
  ];
  for (const [text, yes, no] of rows) {
    it(`matches ${JSON.stringify(text)}`, () => {
      const matched = [...yes, ...no].filter((value) => globMatches(text, value, true));
      assert.deepEqual(matched, yes);
    });
  }

  it("reads no escape where documents have none, and every character there too", () => {
    const matching = (text: string, ...values: string[]) =>
      values.filter((value) => globMatches(text, value, false));
    assert.deepEqual(matching("a b", "a b", "ab"), ["a b"]);
    assert.deepEqual(matching(variable("*"), "*", variable("*"), variable("a")), [
      variable("*"),
      variable("a"),
    ]);
  });

  it("keeps a wildcard within its part of an ARN, save in the last", () => {
    const arn = "arn:aws:sqs:eu-central-1:111122223333:a:b";
    const matching = (...texts: string[]) => texts.filter((text) => arnMatches(text, arn, false));
    const yes = [arn, "arn:*:s?s:*:*:*", "arn:aws:sqs:*:111122223333:a*", "arn:aws:*:*:*:a:?"];
    assert.deepEqual(matching(...yes), yes);
    assert.deepEqual(
      matching("arn:*:*:*:b", "arn:aws:sqs:*:a:b", "arn:aws:sqs:*:111122223333:ab", "*"),
      [],
    );
  });

  it("takes less than six parts for no ARN, even where they are equal", () => {
    assert.ok(!arnMatches("arn:aws:s3", "arn:aws:s3", false));
    assert.ok(!arnMatches("arn:aws:s3", "arn:aws:s3:::box", false));
    assert.ok(!arnMatches("arn:aws:s3:::*", "arn:aws:s3", false));
  });
});
