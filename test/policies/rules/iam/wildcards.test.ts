// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readDocument } from "../../../../policies/access/documents";
import { asDocument, type PolicyKind } from "../../../../policies/resources/documents";
import { listed, wildcardsOf } from "../../../../policies/rules/iam/wildcards";

function widthsOf(statement: object, kind: PolicyKind = "identity"): readonly string[] {
  const value = { Version: "2012-10-17", Statement: { Effect: "Allow", ...statement } };
  const document = asDocument({ kind, content: { state: "known", path: "policy", value } });
  return readDocument(document).statements.flatMap((one) => wildcardsOf(one, kind));
}

const logs = "arn:aws:logs:*:*:*";
const queue = "arn:aws:sqs:eu-central-1:111122223333:lessons";
const decrypt = { Action: "kms:Decrypt", Resource: "arn:aws:kms:*:111122223333:key/*" };

describe("wildcards", () => {
  it("compares a pattern with the actions of its own service", () => {
    assert.deepEqual(
      widthsOf({ Action: ["sqs:SendMessage", "logs:PutLogEvents"], Resource: [queue, logs] }),
      ["allows logs:PutLogEvents on every resource in statement 1"],
    );
  });

  it("compares a pattern of another service with every action of the statement", () => {
    assert.deepEqual(
      widthsOf({ Action: "ssm:SendCommand", Resource: "arn:aws:ec2:*:*:instance/*" }),
      ["allows ssm:SendCommand on every resource in statement 1"],
    );
  });

  const narrowings: Record<string, object> = {
    "the alias of a key": {
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/recordings" },
    },
    "the alias that a request names": { StringLike: { "kms:RequestAlias": "alias/school-*" } },
    "a tag that begins with a word": { StringLike: { "aws:ResourceTag/team": "school-*" } },
    "a tag that ends with a word": { StringLike: { "aws:ResourceTag/team": "*-school" } },
    "the tag of the caller": {
      "ForAnyValue:StringEquals": { "aws:ResourceTag/team": `\${aws:PrincipalTag/team}` },
    },
    "a tag of an object": { StringEquals: { "s3:ExistingObjectTag/class": "public" } },
    "a tag": { StringEquals: { "aws:ResourceTag/owner": "school" } },
  };
  for (const [what, Condition] of Object.entries(narrowings)) {
    it(`counts a condition on ${what} as a name`, () => {
      assert.deepEqual(widthsOf({ ...decrypt, Condition }), []);
    });
  }

  const others: Record<string, object> = {
    "any alias": { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/*" } },
    "the service that asks": {
      StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
    },
    "another tag": { StringNotEquals: { "aws:ResourceTag/team": "school" } },
    "no tag": { Null: { "aws:ResourceTag/team": "true" } },
    "any tag of a letter or more": { StringLike: { "aws:ResourceTag/team": "?*" } },
    "any tag, although one is named": {
      StringLike: { "aws:ResourceTag/team": ["school", "*"] },
    },
    "any tag": { StringLike: { "aws:ResourceTag/team": "*" } },
    "a tag that may be missing": { StringEqualsIfExists: { "aws:ResourceTag/team": "school" } },
    "tags none of which is another": {
      "ForAllValues:StringEquals": { "aws:ResourceTag/team": "school" },
    },
    "no alias but one": { StringNotEquals: { "kms:RequestAlias": "alias/recordings" } },
  };
  for (const [what, Condition] of Object.entries(others)) {
    it(`does not count a condition on ${what} as a name`, () => {
      assert.deepEqual(widthsOf({ ...decrypt, Condition }), [
        "allows kms:Decrypt on every resource in statement 1",
      ]);
    });
  }

  const account = "arn:aws:iam::111122223333:root";
  for (const Principal of [{ AWS: account }, { AWS: ["111122223333", account] }]) {
    it(`allows ${JSON.stringify(Principal)} all actions on its own key`, () => {
      assert.deepEqual(widthsOf({ Principal, Action: "kms:*", Resource: "*" }, "key"), []);
    });
  }

  for (const principals of [
    { NotPrincipal: { AWS: account } },
    { Principal: { AWS: [account, "arn:aws:iam::111122223333:user/444455556666"] } },
    { Principal: { AWS: "arn:aws:iam::111122223333:role/root" } },
    { Principal: "*" },
  ]) {
    it(`allows ${JSON.stringify(principals)} no whole service`, () => {
      assert.deepEqual(widthsOf({ ...principals, Action: "kms:*", Resource: "*" }, "key"), [
        "allows kms:* in statement 1",
      ]);
    });
  }

  it("lists three, and counts the others", () => {
    assert.equal(listed(["a", "b", "c"]), "a, b, c");
    assert.equal(listed(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
  });
});
