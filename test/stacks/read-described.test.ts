// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Keys, Kind } from "../../stacks/configuration-description/kinds";
import { readDescribed } from "../../stacks/read-described";

const doc = "A key.";

/** Reads one value as the key `key` of a map. */
function read(kind: Kind, value: unknown): unknown {
  const keys: Keys = { key: { ...kind, doc, required: true } };
  const reading = readDescribed(
    keys,
    value === undefined ? {} : { key: value },
    (key) => `ns:${key}`,
  );
  return "value" in reading ? reading.value.key : reading.problems;
}

const colour: Kind = { type: "text", rule: "a colour", label: "colour", pattern: /^(red|blue)$/ };

describe("readDescribed", () => {
  const accepted: [title: string, kind: Kind, value: unknown, read?: unknown][] = [
    ["a text that matches", colour, "red"],
    ["a text that a function accepts", { ...colour, accepts: (text) => text === "x" }, "x"],
    ["a date", { type: "date" }, "2028-02-29"],
    [
      "a date that YAML read as a time",
      { type: "date" },
      "2026-01-31 00:00:00 +0000 UTC",
      "2026-01-31",
    ],
    ["one of a few numbers", { type: "oneOf", values: [1, 3] }, 3],
    ["a whole number", { type: "wholeNumber" }, 1],
    ["false", { type: "boolean" }, false],
    ["nothing of a secret", { type: "secret" }, "secret", undefined],
    ["an empty list without a minimum", { type: "list", items: colour }, []],
    ["a map", { type: "map", values: colour }, { a: "red" }],
    ["a record", { type: "record", keys: { a: { ...colour, doc, required: true } } }, { a: "red" }],
  ];
  for (const [title, kind, value, ...result] of accepted) {
    it(`reads ${title}`, () => {
      assert.deepEqual(read(kind, value), result.length > 0 ? result[0] : value);
    });
  }

  const refused: [title: string, kind: Kind, value: unknown, problem: string][] = [
    ["an absent value", colour, undefined, "'ns:key' is missing; it must be a colour."],
    ["a text that does not match", colour, "green", "'ns:key' must be a colour, got \"green\"."],
    [
      "a day that does not exist",
      { type: "date" },
      "2026-02-30",
      "'ns:key' must be a date like 2026-12-31, got \"2026-02-30\".",
    ],
    [
      "a value that is not one of a few",
      { type: "oneOf", values: ["a", "b"] },
      "c",
      "'ns:key' must be one of a, b, got \"c\".",
    ],
    ["zero", { type: "wholeNumber" }, 0, "'ns:key' must be a whole number of at least 1, got 0."],
    ["yes", { type: "boolean" }, "yes", "'ns:key' must be true or false, got \"yes\"."],
    ["no list", { type: "list", items: colour }, "red", "'ns:key' must be a list, got \"red\"."],
    [
      "a list that is too short",
      { type: "list", items: colour, minimum: 1 },
      [],
      "'ns:key' must be a list of at least 1, got [].",
    ],
    [
      "an item of a list",
      { type: "list", items: colour },
      ["red", "green"],
      "'ns:key[1]' must be a colour, got \"green\".",
    ],
    ["no map", { type: "map", values: colour }, null, "'ns:key' must be a map, got null."],
    [
      "a value of a map",
      { type: "map", values: colour },
      { a: "green" },
      "'ns:key.a' must be a colour, got \"green\".",
    ],
    [
      "an unknown key of a record",
      { type: "record", keys: { a: { ...colour, doc, whenAbsent: "none" } } },
      { b: "red" },
      "'ns:key.b' is not a key of this configuration; use one of a, or remove it.",
    ],
    [
      "a value whose parts do not fit each other",
      {
        type: "list",
        items: colour,
        check: (value, key) => [`'${key}' has ${JSON.stringify(value)}.`],
      },
      ["red"],
      "'ns:key' has [\"red\"].",
    ],
  ];
  for (const [title, kind, value, problem] of refused) {
    it(`refuses ${title}`, () => assert.deepEqual(read(kind, value), [problem]));
  }

  it("takes the default of an absent key, and nothing where no default is a value", () => {
    const keys: Keys = {
      a: { ...colour, doc, default: "red" },
      b: { ...colour, doc, whenAbsent: "none is used" },
    };
    assert.deepEqual(
      readDescribed(keys, {}, (key) => key),
      { value: { a: "red", b: undefined } },
    );
  });

  it("returns all problems, those of known keys first", () => {
    const keys: Keys = {
      a: { ...colour, doc, required: true },
      b: { type: "boolean", doc, required: true },
    };
    assert.deepEqual(
      readDescribed(keys, { c: 1, b: 2 }, (key) => key),
      {
        problems: [
          "'a' is missing; it must be a colour.",
          "'b' must be true or false, got 2.",
          "'c' is not a key of this configuration; use one of a, b, or remove it.",
        ],
      },
    );
  });
});
