// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type Question } from "../../../policies/access";
import { readLikes, readPairs } from "../../../policies/access/parts";

const open: Document = {
  name: "bucket policy",
  kind: "resource",
  content: {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::box/*",
    },
  },
};

/** The reasons for which a question is not decided, as whoever mistypes it in JavaScript reads them. */
function reasons(question: object): readonly string[] {
  const answer = decide({ grantedBy: [open], ...question } as Question);
  return answer.answer === "undecided" ? answer.because : [answer.answer];
}

describe("parts", () => {
  it("reads every element of a part, and the actions of pairs by name", () => {
    const like = {
      Callers: ["role", "service"],
      NotPrincipal: { AWS: "111122223333" },
      NotAction: ["s3:Get*"],
      NotResource: "arn:aws:s3:::box/*",
      Condition: { Bool: { "aws:SecureTransport": false } },
    };
    assert.deepEqual(readLikes("where", [like, { Action: "*" }]), {
      parts: [
        {
          callers: ["role", "service"],
          principals: { negated: true, items: [{ type: "AWS", value: "111122223333" }] },
          actions: { negated: true, items: ["s3:Get*"] },
          resources: { negated: true, items: ["arn:aws:s3:::box/*"] },
          conditions: [{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }],
          label: "1",
          hasVariables: true,
        },
        {
          actions: { negated: false, items: ["*"] },
          conditions: [],
          label: "2",
          hasVariables: true,
        },
      ],
      problems: [],
    });
    assert.deepEqual(readPairs([{ actions: ["s3:GetObject"], resources: ["*"] }]), {
      parts: [
        {
          actions: { negated: false, items: ["s3:GetObject"] },
          resources: { negated: false, items: ["*"] },
          conditions: [],
          label: "1",
          hasVariables: true,
        },
      ],
      problems: [],
    });
  });

  const refused: readonly [string, object, string][] = [
    [
      "a misspelt element, which would prove anything",
      { whereNot: [{ Actoin: "s3:GetObject" }] },
      'The question has in "whereNot" a part 1 with an element "Actoin", which no question has.',
    ],
    [
      "an element in the wrong case",
      { where: [{ Action: "s3:GetObject" }, { condition: {} }] },
      'The question has in "where" a part 2 with an element "condition", which no question has.',
    ],
    [
      "a part that says nothing and leaves nothing",
      { whereNot: [{}] },
      'The question has in "whereNot" a part 1 that says nothing.',
    ],
    [
      "a condition that says nothing",
      { whereNot: [{ Condition: {} }] },
      'The question has in "whereNot" a part 1 that says nothing.',
    ],
    [
      "operators that say nothing",
      { whereNot: [{ Condition: { StringEquals: {} } }] },
      'The question has in "whereNot" a part 1 that says nothing.',
    ],
    [
      "an action that is no text",
      { where: [{ Action: 3 }] },
      'The question has in "where" a part 1 with an Action that is 3.',
    ],
    [
      "an action without a service",
      { whereNot: [{ Action: "GetObject" }] },
      'The question has in "whereNot" a part 1 with an Action that is "GetObject", which is no ' +
        "service, colon and name.",
    ],
    [
      "an empty list",
      { whereNot: [{ Resource: [] }] },
      'The question has in "whereNot" a part 1 with an empty Resource.',
    ],
    [
      "a part that is nothing",
      { where: [null] },
      'The question has in "where" a part 1 that is null, not an object.',
    ],
    [
      "pairs without actions",
      { among: [{ resources: ["*"] }] },
      'The question has in "among" a part 1 without actions or without resources.',
    ],
    ["a part without its list", { where: { Action: "*" } }, 'The question has in "where" no list.'],
    [
      "a kind of callers that there is not",
      { where: [{ Callers: ["roles"] }] },
      'The question has in "where" a part 1 with Callers that must be of anonymous, root, user, ' +
        'role, federated-user, service, identity, got "roles".',
    ],
    [
      "no kind of callers at all",
      { whereNot: [{ Callers: [] }] },
      'The question has in "whereNot" a part 1 with Callers that must be of anonymous, root, ' +
        'user, role, federated-user, service, identity, got "".',
    ],
    [
      "pairs whose actions are no names",
      { among: [{ actions: ["s3:Get*"], resources: ["*"] }] },
      'The question has in "among" a part 1 with the action "s3:Get*", which names more than one.',
    ],
    [
      "pairs without resources",
      { among: [{ actions: ["s3:GetObject"] }] },
      'The question has in "among" a part 1 without actions or without resources.',
    ],
    [
      "pairs that are spelt like statements",
      { among: [{ Action: ["s3:GetObject"], Resource: ["*"] }] },
      'The question has in "among" a part 1 with an element "Action", which no question has.',
    ],
    [
      "a document without its list",
      { notDeniedBy: open },
      'The question has in "notDeniedBy" no list.',
    ],
    [
      "a misspelt element of the question itself",
      { wherenot: [{ Action: "*" }] },
      'The question has an element "wherenot", which no question has.',
    ],
  ];
  it("reads a part that says one thing, which is a condition", () => {
    const { parts, problems } = readLikes("whereNot", [
      { Action: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } },
      { Condition: { Bool: { "aws:SecureTransport": "true" } } },
    ]);
    assert.deepEqual([parts.length, problems], [2, []]);
    assert.deepEqual(readLikes("whereNot", [null]).parts, []);
  });

  for (const [title, question, reason] of refused) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(reasons(question), [reason]);
    });
  }
});
