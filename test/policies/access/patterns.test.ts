// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  anythingBut,
  type Comparison,
  digits,
  exampleOf,
  hasInnerWildcard,
  isEverything,
  isWholeArn,
  literal,
  matches,
  pattern,
  someOf,
  somethingBut,
  textOf,
  tokensOf,
  variableIn,
} from "../../../policies/access/patterns";
import { variable } from "../../support/access/policy-variables";

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

  it("takes nothing but stars for everything, and six parts for an ARN", () => {
    assert.deepEqual(["*", "***"].map(isEverything), [true, true]);
    assert.deepEqual(["", "*a", "a*", "?"].map(isEverything), [false, false, false, false]);
    assert.deepEqual(["arn:aws:s3:::box", "arn:::::", "arn:a:b:c:d:e:f"].map(isWholeArn), [
      true,
      true,
      true,
    ]);
    assert.deepEqual(["arn:aws:s3", "*", "a:aws:s3:::box", "xarn:aws:s3:::box"].map(isWholeArn), [
      false,
      false,
      false,
      false,
    ]);
  });

  it("tells wildcards that could cross a colon from those that could not", () => {
    const inner = ["arn:aws:s3:*:::box", "arn:*:s3:::box", "arn:aws:sqs:*:1:*"];
    const outer = ["arn:aws:s3:::box", "arn:aws:s3:::*", "arn:aws:s3:::a:*", "arn:aws:s3:::?"];
    assert.deepEqual(inner.map(hasInnerWildcard), [true, true, true]);
    assert.deepEqual(outer.map(hasInnerWildcard), [false, false, false, false]);
  });

  it("tells variables from escapes, and from what only looks like one", () => {
    const name = variable("aws:username");
    assert.equal(variableIn(`a/${name}/*`), name);
    assert.equal(variableIn(`${variable("*")}${name}`), name);
    assert.equal(variableIn(`${variable("*")}${variable("?")}${variable("$")}`), undefined);
    assert.equal(variableIn("a$b{c}"), undefined);
    assert.equal(variableIn(variable("")), variable(""));
  });
});
