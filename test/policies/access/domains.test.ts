// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Answer, decide, type Question, type RequestLike } from "../../../policies/access";

const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

function policy(...statements: object[]) {
  const Statement = statements.map((members) => ({ ...statement, ...members }));
  return { name: "policy", kind: "resource" as const, content: { Statement } };
}

const having = (operator: string, key: string, ...values: string[]) => ({
  Condition: { [operator]: { [key]: values } },
});
const present = (key: string) => having("Null", key, "false");

function requestOf(question: Question): Extract<Answer, { answer: "found" }>["request"] {
  const answer = decide(question);
  assert.equal(answer.answer, "found");
  return (answer as Extract<Answer, { answer: "found" }>).request;
}

function context(statements: readonly object[], ...where: RequestLike[]) {
  return requestOf({ grantedBy: [policy(...statements)], where }).context;
}

describe("domains", () => {
  it("shows values that look like one, of what nothing else is known", () => {
    assert.deepEqual(context([{}], present("x:y")), { "x:y": ["example"] });
    assert.deepEqual(context([{}], present("aws:SourceVpce")), {
      "aws:sourcevpce": ["vpce-0a1b2c3d4e5f60718"],
    });
    const actions = ["s3:*", "kms:*", "sqs:*"].map(
      (Action) => requestOf({ grantedBy: [policy({ Action })] }).action,
    );
    assert.deepEqual(actions, ["s3:GetObject", "kms:Decrypt", "sqs:example"]);
  });

  it("has a boolean that is true or false, and nothing else", () => {
    const whereNot = ["true", "false"].map((value) => having("Bool", "x:flag", value));
    const where = [present("x:flag")];
    assert.deepEqual(decide({ grantedBy: [policy({})], where, whereNot }), { answer: "none" });
    assert.deepEqual(context([{}], having("Bool", "x:flag", "TRUE")), { "x:flag": ["true"] });
    const asText = having("StringLike", "x:flag", "f*");
    assert.deepEqual(context([having("Bool", "x:flag", "false")], asText), { "x:flag": ["false"] });
    assert.equal(
      decide({ grantedBy: [policy(asText)], where: [having("Bool", "x:flag", "true")] }).answer,
      "none",
    );
  });

  it("has a resource that is a star or an ARN", () => {
    const where = [{ NotResource: "arn:*:*:*:*:*" }];
    assert.equal(requestOf({ grantedBy: [policy({})], where }).resource, "*");
    const whereNot = [{ Resource: "arn:*:*:*:*:*" }, { Action: "s3:*" }];
    const amongOthers = [{ Action: "*", Resource: "arn:aws:s3:::*" }];
    assert.equal(decide({ grantedBy: [policy({})], where: amongOthers, whereNot }).answer, "none");
  });

  it("calls in the partition that a question is about", () => {
    const china = policy({ Resource: "arn:aws-cn:s3:::*" });
    const { caller, resource } = requestOf({ grantedBy: [china], where: [{ Callers: ["role"] }] });
    assert.equal(caller.name, "arn:aws-cn:iam::444455556666:role/example");
    assert.equal(resource, "arn:aws-cn:s3:::example-bucket/example");
  });

  it("knows of a key that is compared in two ways only whether it is there", () => {
    const twoWays = [having("StringEquals", "x:y", "1"), having("NumericLessThan", "x:y", "2")];
    const others = twoWays.map((each) => ({ Action: "sqs:*", ...each }));
    const asked = (...where: RequestLike[]) =>
      decide({ grantedBy: [policy({ Action: "s3:*" }, ...others)], where }).answer;
    assert.equal(asked(present("x:y")), "found");
    assert.equal(asked(having("Null", "x:y", "true")), "found");
    assert.equal(asked(present("x:y"), { Action: "sqs:*" }), "undecided");
    assert.equal(asked(present("x:y"), { Action: "sns:*" }), "none");
    const [text, number] = twoWays;
    const answer = (allow: object | undefined, deny: object | undefined) =>
      decide({ grantedBy: [policy({ ...allow }, { Effect: "Deny", ...deny })] }).answer;
    assert.equal(answer(text, text), "none");
    assert.equal(answer(text, number), "undecided");
    const both = { Condition: { ...text?.Condition, ...number?.Condition } };
    const other = { Condition: { ...number?.Condition, StringEquals: { "x:y": "3" } } };
    assert.equal(answer(both, other), "undecided");
  });

  describe("actions that exist", () => {
    const actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:PutObject", "s3:PutObjectAcl"];
    const among = [{ actions, resources: ["arn:aws:s3:::box/*"] }];
    const found = (allow: string, ...where: string[]) => {
      const answer = decide({
        grantedBy: [policy({ Action: allow })],
        where: where.map((Action) => ({ Action })),
        among,
      });
      return answer.answer === "found" ? answer.request.action : answer.answer;
    };

    it("are told apart by patterns and by names", () => {
      assert.equal(found("*"), "s3:GetObject");
      assert.equal(found("s3:Get*"), "s3:GetObject");
      assert.equal(found("s3:Put*"), "s3:PutObject");
      assert.equal(found("s3:get*", "s3:Put*"), "none");
      assert.equal(found("s3:Get*", "s3:*Acl"), "s3:GetObjectAcl");
      assert.equal(found("S3:putobjectacl"), "s3:PutObjectAcl");
      assert.equal(found("s3:PutObjectAcl", "s3:*Object"), "none");
      assert.equal(found("s3:DeleteObject"), "none");
      assert.equal(found("s3:PutObjectAc?"), "s3:PutObjectAcl");
    });
  });

  it("gives up on a key that is compared with too much at once, and says which", () => {
    const prefixes = Array.from({ length: 40 }, (_, index) =>
      having("StringNotLike", "s3:prefix", `*${String.fromCharCode(97 + (index % 26))}${index}*`),
    );
    assert.deepEqual(decide({ grantedBy: [policy(...prefixes)], where: [present("s3:prefix")] }), {
      answer: "undecided",
      kind: "undecidable",
      because: ["Not understood: s3:prefix, which is compared with too much at once."],
    });
  });
});
