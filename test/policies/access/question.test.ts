// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type Question } from "../../../policies/access";
import { callerOf } from "../../../policies/access/callers";
import { evaluate } from "../../../policies/access/evaluation";
import { documentsOf, isAsAsked, readQuestion } from "../../../policies/access/question";

const box = "arn:aws:s3:::box/a";
const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: box };
const unclear = { Condition: { ArnLike: { "x:y": "*" } } };
const deny = { Effect: "Deny" };

function policy(...statements: object[]): Document {
  const Statement = statements.map((members) => ({ ...statement, ...members }));
  return { name: "policy", kind: "resource", content: { Statement } };
}

const allows = policy({});
const says = policy({ Action: "s3:PutObject" });
const denies = policy({}, deny);
const mayAllow = policy(unclear);
const mayDeny = policy({}, { ...deny, ...unclear });
const mayAllowButDenies = policy(unclear, deny);

/** Whether the request, evaluated by itself, is confirmed to be as a question says. */
function isConfirmed(question: Question): boolean {
  const read = readQuestion(question);
  assert.deepEqual(read.problems, []);
  const request = {
    caller: callerOf("anonymous"),
    action: "s3:GetObject",
    resource: box,
    context: { "x:y": ["z"] },
  };
  const evaluations = documentsOf(read).map((document) => evaluate(document, request));
  return isAsAsked(read, request, evaluations);
}

describe("question: what a request must be for certain before anybody hears of it", () => {
  const rows: readonly [string, Question, boolean][] = [
    ["granted by a document that allows", { grantedBy: [allows] }, true],
    ["granted by one that says nothing", { grantedBy: [says] }, false],
    ["granted by one that denies what it allows", { grantedBy: [denies] }, false],
    ["granted by one that may allow", { grantedBy: [mayAllow] }, false],
    ["granted by one that may deny", { grantedBy: [mayDeny] }, false],
    ["granted by two of which one does not", { grantedBy: [allows, says] }, false],
    ["not denied by a document that allows", { notDeniedBy: [allows] }, true],
    ["not denied by one that says nothing", { notDeniedBy: [says] }, true],
    ["not denied by one that denies", { notDeniedBy: [denies] }, false],
    ["not denied by one that may deny", { notDeniedBy: [mayDeny] }, false],
    ["not granted by one that says nothing", { notGrantedBy: [says] }, true],
    ["not granted by one that denies what it allows", { notGrantedBy: [denies] }, true],
    ["not granted by one that allows", { notGrantedBy: [allows] }, false],
    ["not granted by one that may allow", { notGrantedBy: [mayAllow] }, false],
    ["not granted by one that may deny", { notGrantedBy: [mayDeny] }, false],
    ["not granted by one that may allow but denies", { notGrantedBy: [mayAllowButDenies] }, true],
    ["like the question", { where: [{ Action: "s3:Get*" }] }, true],
    ["unlike the question", { where: [{ Action: "s3:Put*" }] }, false],
    ["perhaps like the question", { where: [unclear] }, false],
    ["like none of what is left out", { whereNot: [{ Action: "s3:Put*" }] }, true],
    ["like what is left out", { whereNot: [{ Action: "s3:Get*" }] }, false],
    ["perhaps like what is left out", { whereNot: [unclear] }, false],
    [
      "an action on its resource",
      { among: [{ actions: ["s3:GetObject"], resources: [box] }] },
      true,
    ],
    [
      "an action on another resource",
      { among: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::box/b"] }] },
      false,
    ],
    [
      "an action perhaps on its resource",
      { among: [{ actions: ["s3:GetObject"], resources: ["execute-api:/*"] }] },
      false,
    ],
    [
      "one of several actions",
      {
        among: [
          { actions: ["s3:PutObject"], resources: [box] },
          { actions: ["s3:GetObject"], resources: [box] },
        ],
      },
      true,
    ],
    [
      "everything at once",
      { grantedBy: [allows], notDeniedBy: [says], notGrantedBy: [denies, says] },
      true,
    ],
    ["everything but one at once", { grantedBy: [allows], notDeniedBy: [denies] }, false],
  ];
  for (const [title, question, expected] of rows) {
    it(`is ${expected ? "confirmed" : "not confirmed"}: ${title}`, () => {
      assert.equal(isConfirmed(question), expected);
    });
  }
});

describe("question: how it is read", () => {
  it("takes an element that is undefined for one that is left out", () => {
    const question = { grantedBy: [allows], notDeniedBy: undefined, among: undefined };
    assert.equal(decide(question).answer, "found");
  });

  it("names each action that exists once, and any where nothing is said of them", () => {
    const actions = ["s3:GetObject", "s3:PutObject"];
    const among = [
      { actions, resources: [box] },
      { actions: ["s3:GetObject"], resources: [`${box}b`] },
    ];
    assert.deepEqual(readQuestion({ among }).possible.actions, actions);
    assert.equal("actions" in readQuestion({ grantedBy: [allows] }).possible, false);
  });

  it("keeps to the partitions of the ARNs that it is about, and to AWS's own without any", () => {
    const partitions = (...arns: string[]) =>
      readQuestion({ grantedBy: arns.map((Resource) => policy({ Resource })) }).possible.partitions;
    assert.deepEqual(partitions("*"), ["aws"]);
    assert.deepEqual(partitions("arn:aws:s3:::box"), ["aws"]);
    assert.deepEqual(partitions("arn:aws-cn:s3:::box", "*"), ["aws-cn"]);
    assert.deepEqual(
      partitions("arn:aws-us-gov:s3:::box", "arn:aws:s3:::box", "arn:aws-us-gov:s3:::bag"),
      ["aws", "aws-us-gov"],
    );
  });
});
