// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  evaluate,
  type Scope,
  unknownText as unknown,
} from "../../../../policies/resources/cloudformation/intrinsics";
import { from } from "../../../support/pack/program";

const scope: Scope = {
  parameters: new Map<string, unknown>([
    ["Stage", "prod"],
    ["Names", ["one", "two"]],
    ["Later", unknown],
  ]),
  mappings: { Sizes: { prod: { days: 365 } } },
  conditions: new Map<string, unknown>([
    ["IsProd", { "Fn::Equals": [{ Ref: "Stage" }, "prod"] }],
    ["IsTest", { "Fn::Not": [{ Condition: "IsProd" }] }],
    ["IsLater", { "Fn::Equals": [{ Ref: "Later" }, "prod"] }],
    ["Both", { "Fn::And": [{ Condition: "IsTest" }, { Condition: "IsLater" }] }],
    ["Either", { "Fn::Or": [{ Condition: "IsTest" }, { Condition: "IsLater" }] }],
    ["Circle", { Condition: "Circle" }],
  ]),
  resources: new Set(["Uploads", "Key"]),
};

describe("policies/resources/cloudformation/intrinsics", () => {
  const values: Readonly<Record<string, readonly [value: unknown, expected: unknown]>> = {
    "leaves plain values as they are": [{ a: [1, true, "x"] }, { a: [1, true, "x"] }],
    "reads a parameter": [{ Ref: "Stage" }, "prod"],
    "leaves a parameter without a value unknown": [{ Ref: "Later" }, unknown],
    "leaves pseudo parameters unknown": [{ Ref: "AWS::AccountId" }, unknown],
    "drops what is AWS::NoValue": [{ a: { Ref: "AWS::NoValue" }, b: 1 }, { b: 1 }],
    "substitutes parameters in a text": [
      { "Fn::Sub": `in ${from("Stage")}, ${from("!Literal")}` },
      `in prod, ${from("Literal")}`,
    ],
    "substitutes a name of its own": [{ "Fn::Sub": [from("Who"), { Who: "me" }] }, "me"],
    "leaves a text unknown of which a part is": [
      { "Fn::Sub": `arn:${from("AWS::Partition")}:x` },
      unknown,
    ],
    "joins a list": [{ "Fn::Join": ["-", ["a", { Ref: "Stage" }]] }, "a-prod"],
    "joins a list that is a parameter": [{ "Fn::Join": [",", { Ref: "Names" }] }, "one,two"],
    "selects from a list": [{ "Fn::Select": [1, { Ref: "Names" }] }, "two"],
    "selects nothing that is not there": [{ "Fn::Select": [7, ["a"]] }, unknown],
    "splits a text": [{ "Fn::Split": ["/", "a/b"] }, ["a", "b"]],
    "finds in a mapping": [{ "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "days"] }, 365],
    "finds nothing under the name of a prototype": [
      { "Fn::FindInMap": ["constructor", "name", "x"] },
      unknown,
    ],
    "encodes a text": [{ "Fn::Base64": "abc" }, "YWJj"],
    "writes JSON": [{ "Fn::ToJsonString": { a: { Ref: "Stage" } } }, '{"a":"prod"}'],
    "chooses by a condition that is known": [{ "Fn::If": ["IsProd", 1, 2] }, 1],
    "chooses by a negated condition": [{ "Fn::If": ["IsTest", 1, 2] }, 2],
    "does not choose by a condition that is unknown": [{ "Fn::If": ["IsLater", 1, 2] }, unknown],
    "needs no choice between equal branches": [{ "Fn::If": ["IsLater", 1, 1] }, 1],
    "knows that nothing is both where one is not": [{ "Fn::If": ["Both", 1, 2] }, 2],
    "leaves open whether either is where one may be": [{ "Fn::If": ["Either", 1, 2] }, unknown],
    "ends a circle of conditions": [{ "Fn::If": ["Circle", 1, 2] }, unknown],
    "leaves a function unknown that it does not know": [{ "Fn::GetAZs": "" }, unknown],
    "reads the condition of a policy's statement as it is": [
      { Condition: { Bool: { "aws:SecureTransport": "false" } } },
      { Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ],
  };
  for (const [title, [value, expected]] of Object.entries(values)) {
    it(title, () => {
      assert.deepEqual(evaluate(value, scope).value, expected);
    });
  }

  const sources: Readonly<Record<string, readonly [value: unknown, ids: readonly string[]]>> = {
    "a reference": [{ Ref: "Uploads" }, ["Uploads"]],
    "an attribute": [{ "Fn::GetAtt": ["Key", "Arn"] }, ["Key"]],
    "an attribute in one text": [{ "Fn::GetAtt": "Key.Arn" }, ["Key"]],
    "a text with two": [{ "Fn::Sub": `${from("Uploads.Arn")} ${from("Key")}` }, ["Uploads", "Key"]],
    "a branch that is not taken": [{ "Fn::If": ["IsProd", 1, { Ref: "Key" }] }, ["Key"]],
    "nothing of the template": [{ Ref: "Stage" }, []],
  };
  for (const [title, [value, ids]] of Object.entries(sources)) {
    it(`names the siblings of ${title}`, () => {
      assert.deepEqual([...evaluate(value, scope).sources], ids);
    });
  }

  it("names the macro that would rewrite a value", () => {
    const { macro } = evaluate({ "Fn::Transform": { Name: "AWS::Include" } }, scope);
    assert.equal(macro, "AWS::Include");
  });

  it("ends with an unknown value where nesting has no end", () => {
    const nested = Array.from({ length: 5_000 }).reduce<unknown>((inner) => [inner], "x");
    assert.match(JSON.stringify(evaluate(nested, scope).value), new RegExp(unknown));
  });
});
