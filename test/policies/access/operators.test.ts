// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Operator, operatorOf } from "../../../policies/access/operators";

type Row = readonly [string, Pick<Operator, "kind" | "comparison" | "relation">];

const text = (comparison: Operator["comparison"]): Row[1] => ({
  kind: "text",
  comparison,
  relation: "=",
});
const size = (kind: Operator["kind"], relation: Operator["relation"]): Row[1] => ({
  kind,
  comparison: "exact",
  relation,
});

const OPERATORS: readonly Row[] = [
  ["StringEquals", text("exact")],
  ["StringNotEquals", text("exact")],
  ["StringEqualsIgnoreCase", text("exact-any-case")],
  ["StringNotEqualsIgnoreCase", text("exact-any-case")],
  ["StringLike", text("glob")],
  ["StringNotLike", text("glob")],
  ["ArnEquals", text("arn")],
  ["ArnNotEquals", text("arn")],
  ["ArnLike", text("arn")],
  ["ArnNotLike", text("arn")],
  ["Bool", { kind: "boolean", comparison: "exact-any-case", relation: "=" }],
  ["IpAddress", size("address", "=")],
  ["NotIpAddress", size("address", "=")],
  ...(["number", "date"] as const).flatMap((kind): Row[] => {
    const name = kind === "number" ? "Numeric" : "Date";
    return [
      [`${name}Equals`, size(kind, "=")],
      [`${name}NotEquals`, size(kind, "=")],
      [`${name}LessThan`, size(kind, "<")],
      [`${name}LessThanEquals`, size(kind, "<=")],
      [`${name}GreaterThan`, size(kind, ">")],
      [`${name}GreaterThanEquals`, size(kind, ">=")],
    ];
  }),
];

describe("operators", () => {
  for (const [name, compares] of OPERATORS) {
    it(`knows ${name}, with IfExists and for several values too`, () => {
      const operator = { ...compares, negated: name.includes("Not"), ifExists: false };
      assert.deepEqual(operatorOf(name), operator);
      assert.deepEqual(operatorOf(`${name}IfExists`), { ...operator, ifExists: true });
      assert.deepEqual(operatorOf(`ForAnyValue:${name}`), { ...operator, quantifier: "any" });
      assert.deepEqual(operatorOf(`ForAllValues:${name}IfExists`), {
        ...operator,
        ifExists: true,
        quantifier: "all",
      });
    });
  }

  it("knows no other, nor one in another spelling", () => {
    for (const name of [
      "",
      "Null",
      "Equals",
      "IfExists",
      "stringequals",
      "StringEqual",
      "StringLikes",
      "NumericLike",
      "NumericIgnoreCase",
      "DateEqualsIgnoreCase",
      "DateFoo",
      "XDateEquals",
      "IpAddresses",
      "XIpAddress",
      "NotBool",
      "BinaryEquals",
      "StringEqualsIfExistsIfExists",
      "ForSomeValue:StringEquals",
      "ForAnyValue:ForAllValues:StringEquals",
      "constructor",
      "Numericconstructor",
    ]) {
      assert.equal(operatorOf(name), undefined, name);
    }
  });
});
