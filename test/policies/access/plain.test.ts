// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { unknownValue } from "../../../policies/access";
import { readDocument } from "../../../policies/access/documents";
import { parsed, plainOf } from "../../../policies/access/plain";

const plenty = () => ({ left: 1_000_000 });

describe("plain", () => {
  it("keeps numbers that JavaScript would round as they are written", () => {
    const content = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*",
      "Resource": "*", "Condition": {"NumericLessThan": {"s3:max-keys": 12345678901234567890}}}}`;
    const { statements } = readDocument({ name: "p", kind: "resource", content });
    assert.deepEqual(statements[0]?.conditions[0]?.values, ["12345678901234567890"]);
  });

  it("copies lists, objects, texts, numbers, booleans, null and unknown values", () => {
    const given = { a: [1, "b", true, null, unknownValue], c: { d: undefined } };
    const copy = plainOf(given, plenty());
    assert.deepEqual(JSON.stringify(copy), '{"a":[1,"b",true,null,null],"c":{}}');
    assert.equal((copy as typeof given).a[4], unknownValue);
    assert.equal(Object.getPrototypeOf(copy), null);
  });

  it("keeps members of any name, and no inherited ones", () => {
    const text = '{"__proto__": 1, "constructor": 2, "toString": 3}';
    const copy = parsed(text, plenty()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(copy), ["__proto__", "constructor", "toString"]);
    assert.equal(JSON.stringify(plainOf(Object.create({ a: 1 }), plenty())), "{}");
  });

  const hostile: readonly [string, unknown, string][] = [
    ["a function", () => 1, "holds a function"],
    ["a symbol", { a: Symbol("b") }, "holds a symbol"],
    ["a big integer", [1n], "holds a bigint"],
    ["nothing", undefined, "is nothing, not an object"],
    [
      "a list of a thousand million",
      new Array(1_000_000_000),
      "is longer than all that is read of documents",
    ],
    [
      "a text as long",
      { a: "b".repeat(1_000_001) },
      "is longer than all that is read of documents",
    ],
    [
      "a getter that throws",
      {
        get a() {
          throw {
            get message() {
              throw new Error("secret");
            },
          };
        },
      },
      "cannot be read",
    ],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("secret");
          },
        },
      ),
      "cannot be read",
    ],
  ];
  for (const [what, given, problem] of hostile) {
    it(`refuses ${what}`, () => {
      assert.throws(() => plainOf(given, plenty()), { message: problem });
    });
  }

  it("refuses what holds itself", () => {
    const list: unknown[] = [];
    list.push(list);
    assert.throws(() => plainOf(list, plenty()), {
      message: "holds itself, or is nested deeper than any policy",
    });
  });

  const texts: readonly [string, string, string][] = [
    ["no JSON", "{", "is not JSON"],
    ["a key twice", '{"a": 1, "b": {"a": 2}, "a": 3}', 'has the element "a" twice in one object'],
    [
      "a key twice, once escaped",
      '{"a": 1, "\\u0061": 3}',
      'has the element "\\u0061" twice in one object',
    ],
    ["lists in lists", "[".repeat(500_000), "is nested deeper than any policy"],
  ];
  for (const [what, text, problem] of texts) {
    it(`refuses a text of ${what}`, () => {
      assert.throws(() => parsed(text, plenty()), { message: problem });
    });
  }

  it("takes a key in two objects, or in a text, for no repetition", () => {
    for (const text of [
      '[{"a": 1}, {"a": 2}]',
      '{"a": "\\"a\\": 1, \\"a\\": 2", "b": [":", "a", ":"]}',
    ]) {
      assert.deepEqual(JSON.stringify(parsed(text, plenty())), JSON.stringify(JSON.parse(text)));
    }
  });
});
