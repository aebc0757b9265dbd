// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, type DocumentKind, readDocument } from "../../../policies/access/documents";

function problemsOf(content: unknown, kind: DocumentKind = "resource"): readonly string[] {
  return readDocument({ name: "bucket policy", kind, content }).problems;
}

const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const withStatement = (changes: object) => ({
  Version: "2012-10-17",
  Statement: [{ ...statement, ...changes }],
});

describe("documents", () => {
  it("reads a text, an object, a single statement and several documents alike", () => {
    const object = { Version: "2012-10-17", Statement: statement };
    const [read] = readDocument({ name: "p", kind: "resource", content: object }).statements;
    assert.deepEqual(read, {
      label: "1",
      effect: "Allow",
      hasVariables: true,
      principals: { negated: false, items: [{ type: "AWS", value: "*" }] },
      actions: { negated: false, items: ["s3:GetObject"] },
      resources: { negated: false, items: ["*"] },
      conditions: [],
    });
    for (const content of [JSON.stringify(object), { ...object, Statement: [statement] }]) {
      assert.deepEqual(readDocument({ name: "p", kind: "resource", content }).statements, [read]);
    }
    assert.deepEqual(
      readDocument({ name: "p", kind: "resource", content: [object, object] }).statements,
      [read, read],
    );
  });

  it("calls statements by their Sid, or else by their number", () => {
    const content = { Statement: [{ Sid: "PublicRead", ...statement }, statement] };
    const { statements } = readDocument({ name: "p", kind: "resource", content });
    assert.deepEqual(
      statements.map(({ label }) => label),
      ['"PublicRead"', "2"],
    );
  });

  it("takes a document without a version for the old one, which has no variables", () => {
    const read = (Version?: string) =>
      readDocument({ name: "p", kind: "resource", content: { Version, Statement: statement } })
        .statements[0]?.hasVariables;
    assert.deepEqual([read(), read("2008-10-17"), read("2012-10-17")], [false, false, true]);
  });

  it("reads numbers and booleans of conditions like their texts", () => {
    const Condition = {
      Bool: { "aws:SecureTransport": false },
      NumericLessThan: { "s3:max-keys": [1] },
    };
    const { statements } = readDocument({
      name: "p",
      kind: "resource",
      content: withStatement({ Condition }),
    });
    assert.deepEqual(statements[0]?.conditions, [
      { operator: "Bool", key: "aws:SecureTransport", values: ["false"] },
      { operator: "NumericLessThan", key: "s3:max-keys", values: ["1"] },
    ]);
  });

  it("completes the short form of API Gateway with the ARN of the API", () => {
    const resourceArn = "arn:aws:execute-api:eu-central-1:111122223333:a1b2c3";
    const content = withStatement({ Resource: ["execute-api:/v1/GET/x", "execute-api:/*"] });
    const { statements } = readDocument({ name: "p", kind: "resource", content, resourceArn });
    assert.deepEqual(statements[0]?.resources?.items, [
      `${resourceArn}/v1/GET/x`,
      `${resourceArn}/*`,
    ]);
  });

  it("asks for a principal only where somebody else holds the document", () => {
    const { Principal, ...bare } = statement;
    assert.deepEqual(problemsOf({ Statement: bare }, "identity"), []);
    assert.deepEqual(problemsOf({ Statement: bare }, "endpoint"), [
      "The bucket policy has a statement 1 without Principal.",
    ]);
    assert.deepEqual(problemsOf({ Statement: statement }, "identity"), [
      "The bucket policy has a statement 1 with a Principal, which an identity's has not.",
    ]);
  });

  it("asks for a resource of all but a role's trust policy, which has none, and repositories", () => {
    const { Principal, Resource, ...bare } = statement;
    const without = ["The bucket policy has a statement 1 without Resource."];
    const trust = { ...bare, Principal, Action: "sts:AssumeRole" };
    assert.deepEqual(problemsOf({ Statement: bare }, "identity"), without);
    assert.deepEqual(problemsOf({ Statement: { ...bare, Principal } }, "resource"), without);
    assert.deepEqual(problemsOf({ Statement: { ...bare, Principal } }, "endpoint"), without);
    assert.deepEqual(problemsOf({ Statement: trust }, "trust"), []);
    for (const element of ["Resource", "NotResource"]) {
      assert.deepEqual(problemsOf({ Statement: { ...trust, [element]: Resource } }, "trust"), [
        "The bucket policy has a statement 1 with a Resource, which a trust policy's has not.",
      ]);
    }
    const pull = { ...bare, Principal, Action: ["ecr:BatchGetImage", "ECR:DescribeImages"] };
    assert.deepEqual(problemsOf({ Statement: pull }, "resource"), []);
    for (const kind of ["identity", "endpoint"] as const) {
      const held = kind === "identity" ? { ...bare, Action: pull.Action } : pull;
      assert.deepEqual(problemsOf({ Statement: held }, kind), without);
    }
    const other = { ...pull, Action: "s3ecr:BatchGetImage" };
    assert.deepEqual(problemsOf({ Statement: other }, "resource"), without);
    const both = { ...pull, Action: ["ecr:BatchGetImage", "s3:GetObject"] };
    assert.deepEqual(problemsOf({ Statement: both }, "resource"), without);
  });

  it("calls a statement by its Sid, or by its number where it has none", () => {
    const labels = (Statement: unknown) =>
      readDocument({
        name: "p",
        kind: "resource",
        content: { Version: "2012-10-17", Statement },
      }).statements.map(({ label }) => label);
    assert.deepEqual(
      labels([statement, { ...statement, Sid: "" }, { ...statement, Sid: "Named" }]),
      ["1", "2", '"Named"'],
    );
  });

  it("does not read what is longer than any policy", () => {
    assert.deepEqual(problemsOf(" ".repeat(1_048_577)), [
      "The bucket policy is longer than all that is read of documents.",
    ]);
    assert.deepEqual(problemsOf(" ".repeat(1_048_576)), ["The bucket policy is not JSON."]);
  });

  it("does not follow an object that holds itself", () => {
    const content: Record<string, unknown> = {};
    content.Statement = content;
    assert.deepEqual(problemsOf(content), [
      "The bucket policy holds itself, or is nested deeper than any policy.",
    ]);
  });

  it("reads the statements beside one that AWS refuses, which may be anything", () => {
    const content = { Statement: [statement, { ...statement, Effect: "Perhaps" }] };
    const { statements, problems } = readDocument({
      name: "bucket policy",
      kind: "resource",
      content,
    });
    assert.deepEqual(problems, ['The bucket policy has a statement 2 with the Effect "Perhaps".']);
    assert.deepEqual(
      statements.map(({ effect, label, doubts = [] }) => [
        effect,
        label,
        doubts.map(({ kind }) => kind),
      ]),
      [
        ["Allow", "1", []],
        ["Allow", "2", ["refused"]],
        ["Deny", "2", ["refused"]],
      ],
    );
  });

  it("says every problem of a document once", () => {
    const wrong = { ...statement, Principal: "nobody", Action: ["x", "x"] };
    assert.deepEqual(problemsOf({ Statement: wrong }), [
      'The bucket policy has a statement 1 with a Principal that is "nobody", not an object.',
      'The bucket policy has a statement 1 with an Action that is "x", which is no service, colon and name.',
    ]);
  });

  it("reads any document at all, whatever it is", () => {
    for (const document of [undefined, null, 7, {}, { name: "p", kind: "other", content: {} }]) {
      const { problems } = readDocument(document as unknown as Document);
      assert.ok(problems.length > 0);
    }
  });
});
