// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accountOf } from "../../../../local/stand-in/account";
import { policyDocument } from "../../../../local/stand-in/data-sources/policy-document";
import type { Properties } from "../../../../local/stand-in/properties";

const account = accountOf({ region: "eu-central-1" }, ["eu-central-1"], {});

function document(args: Properties): Record<string, unknown> {
  const { json, minifiedJson } = policyDocument(account, args);
  const parsed = JSON.parse(String(json));
  assert.deepEqual(JSON.parse(String(minifiedJson)), parsed);
  return parsed;
}

const text = (...statements: Properties[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

describe("local/stand-in/data-sources/policy-document", () => {
  it("writes every part of a statement as IAM takes it", () => {
    const { Version, Id, Statement } = document({
      policyId: "p",
      statements: [
        {
          sid: "One",
          effect: "Deny",
          notActions: ["s3:GetObject"],
          notResources: ["arn:aws:s3:::b/*"],
          notPrincipals: [{ type: "AWS", identifiers: ["arn:aws:iam::1:role/r"] }],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceVpce", values: ["vpce-1"] },
            { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
          ],
        },
      ],
    });
    assert.deepEqual([Version, Id], ["2012-10-17", "p"]);
    assert.deepEqual(Statement, [
      {
        Sid: "One",
        Effect: "Deny",
        NotAction: "s3:GetObject",
        NotResource: "arn:aws:s3:::b/*",
        NotPrincipal: { AWS: "arn:aws:iam::1:role/r" },
        Condition: {
          StringEquals: { "aws:SourceVpce": "vpce-1" },
          Bool: { "aws:SecureTransport": "false" },
        },
      },
    ]);
  });

  it("allows unless told otherwise", () => {
    assert.deepEqual(document({ statements: [{ actions: ["a:b"], resources: ["*"] }] }).Statement, [
      { Effect: "Allow", Action: "a:b", Resource: "*" },
    ]);
  });

  it("writes several values as a list from Z to A", () => {
    const [statement] = document({ statements: [{ actions: ["a:x", "b:x", "a:y"] }] })
      .Statement as Properties[];
    assert.deepEqual(statement?.Action, ["b:x", "a:y", "a:x"]);
  });

  it("collects principals of one kind, and writes everybody as an asterisk", () => {
    const principals = (...list: [string, string[]][]) =>
      document({
        statements: [{ principals: list.map(([type, identifiers]) => ({ type, identifiers })) }],
      }).Statement;
    assert.deepEqual(principals(["AWS", ["a"]], ["Service", ["s"]], ["AWS", ["b"]]), [
      { Effect: "Allow", Principal: { AWS: ["b", "a"], Service: "s" } },
    ]);
    assert.deepEqual(principals(["*", ["*"]]), [{ Effect: "Allow", Principal: "*" }]);
    assert.deepEqual(principals(["AWS", ["*"]]), [{ Effect: "Allow", Principal: { AWS: "*" } }]);
  });

  it("turns &{} into IAM's own variables", () => {
    const [statement] = document({ statements: [{ resources: ["b/&{aws:username}/*"] }] })
      .Statement as Properties[];
    assert.equal(statement?.Resource, ["b/$", "{aws:username}/*"].join(""));
  });

  it("puts sources first and lets later statements replace those of the same name", () => {
    const { Statement } = document({
      sourcePolicyDocuments: [text({ Sid: "A", Effect: "Allow" }, { Effect: "Deny" })],
      statements: [{ sid: "A", effect: "Deny" }, { sid: "B" }],
      overridePolicyDocuments: [text({ Sid: "B", Effect: "Deny" })],
    });
    assert.deepEqual(Statement, [
      { Sid: "A", Effect: "Deny" },
      { Effect: "Deny" },
      { Sid: "B", Effect: "Deny" },
    ]);
  });

  it("takes a source whose only statement is not in a list", () => {
    const source = JSON.stringify({ Statement: { Effect: "Deny" } });
    assert.deepEqual(document({ sourceJson: source }).Statement, [{ Effect: "Deny" }]);
  });

  it("refuses two statements of one name", () => {
    assert.throws(() => document({ statements: [{ sid: "A" }, { sid: "A" }] }), {
      name: "Refusal",
      message:
        "Data source 'getPolicyDocument': 'sid' must be unique, got \"A\" twice. Rename one of the statements.",
    });
  });

  it("refuses a source that is not JSON", () => {
    assert.throws(() => document({ sourcePolicyDocuments: ["allow all"] }), {
      name: "Refusal",
      message:
        `Data source 'getPolicyDocument': 'sourcePolicyDocuments' must hold JSON, got "allow ` +
        'all". Pass the text of a policy document.',
    });
  });
});
