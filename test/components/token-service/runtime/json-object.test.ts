// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJsonObject } from "../../../../components/token-service/runtime/json-object";

/** Objects at any depth, with all kinds of names and values that JSON can hold. */
const anyObject = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);

describe("json-object", () => {
  it("reads any object that JSON can write, as JSON itself does", () => {
    fc.assert(
      fc.property(anyObject, fc.nat(3), (value, indent) => {
        const read = parseJsonObject(JSON.stringify(value, null, indent));
        assert.deepEqual([...read], Object.entries(value));
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a name that occurs twice, wherever it does", () => {
    fc.assert(
      fc.property(fc.string(), anyObject, fc.jsonValue(), (name, value, other) => {
        const rest = JSON.stringify({ ...value, [name]: other });
        const twice = `{${JSON.stringify(name)}:${JSON.stringify(other)},${rest.slice(1)}`;
        for (const text of [twice, `{"in":[${twice}]}`]) {
          assert.throws(() => parseJsonObject(text), {
            name: "DuplicateMemberError",
            message: "A member occurs twice.",
            member: name,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not take the same name in two objects, or a value, for a duplicate", () => {
    const text = '{"a":{"a":"a","b":["a","a"]},"b":{"a":{"a":1}},"c":"{\\"a\\":1,\\"a\\":2}"}';
    assert.deepEqual(Object.fromEntries(parseJsonObject(text)), JSON.parse(text));
  });

  for (const text of [
    "",
    "null",
    "1",
    '"{}"',
    "[]",
    "{",
    "{}{}",
    "{'a':1}",
    '{"a":1,}',
    "\uFEFF{}",
  ]) {
    it(`refuses ${JSON.stringify(text)} without repeating it`, () => {
      assert.throws(
        () => parseJsonObject(text),
        (error: Error) => {
          assert.equal(error.name, "JsonSyntaxError");
          assert.match(error.message, /^The text is not (JSON|a JSON object)\.$/);
          return true;
        },
      );
    });
  }

  it("reads four thousand nested arrays without a stack overflow", () => {
    const text = `{"a":${"[".repeat(4_000)}${"]".repeat(4_000)}}`;
    assert.deepEqual([...parseJsonObject(text).keys()], ["a"]);
  });
});
