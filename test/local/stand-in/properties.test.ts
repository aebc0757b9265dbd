// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  containsUnknown,
  isEqual,
  isPlainObject,
  unknownValue,
  withoutAbsent,
} from "../../../local/stand-in/properties";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const asset = (hash: string, path: string) => ({
  [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17",
  hash,
  path,
});

describe("local/stand-in/properties", () => {
  const pairs: [string, unknown, unknown, boolean][] = [
    ["equal text", "a", "a", true],
    ["text and a number", "1", 1, false],
    ["maps in another order", { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ["lists in another order", [1, 2], [2, 1], false],
    ["a map with another key", { a: 1 }, { b: 1 }, false],
    ["a key that every object inherits", { toString: undefined }, { a: undefined }, false],
    ["a list and a map of the same entries", ["a"], { "0": "a" }, false],
    ["nothing and an empty map", undefined, {}, false],
    ["the same file in another folder", asset("1", "a"), asset("1", "b"), true],
    ["another file in the same place", asset("1", "a"), asset("2", "a"), false],
  ];
  for (const [what, one, other, equal] of pairs) {
    it(`takes ${what} for ${equal ? "the same" : "a change"}`, () => {
      assert.equal(isEqual(one, other), equal);
      assert.equal(isEqual(other, one), equal);
    });
  }

  it("finds what is not known yet at every depth", () => {
    assert.equal(containsUnknown({ a: [{ b: unknownValue }] }), true);
    assert.equal(containsUnknown("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"), true);
    assert.equal(containsUnknown({ a: [{ b: `${unknownValue}.` }] }), false);
  });

  it("tells a block from a list and from an asset", () => {
    assert.deepEqual([{}, [], asset("1", "a"), "a", null].map(isPlainObject), [
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("leaves out what is absent, and keeps what is empty", () => {
    assert.deepEqual(withoutAbsent({ a: null, b: [{ c: undefined, d: "" }], e: false }), {
      b: [{ d: "" }],
      e: false,
    });
  });
});
