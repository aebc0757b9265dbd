// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readDocument } from "../../../policies/access/documents";

const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const withStatement = (changes: object) => ({
  Version: "2012-10-17",
  Statement: [{ ...statement, ...changes }],
});

function problemsOf(content: unknown): readonly string[] {
  return readDocument({ name: "bucket policy", kind: "resource", content }).problems;
}

describe("elements", () => {
  const malformed: readonly [string, unknown, string][] = [
    ["is no JSON", "{", "is not JSON"],
    ["is nested without end", "[".repeat(100_000), "is nested deeper than any policy"],
    [
      "repeats an element",
      '{"Statement": [], "\\u0053tatement": []}',
      'has the element "\\u0053tatement" twice in one object',
    ],
    ["holds a function", { Statement: [() => 1] }, "holds a function"],
    [
      "cannot be read",
      {
        get Statement() {
          throw new Error("secret");
        },
      },
      "cannot be read",
    ],
    ["is a list of texts", '["a"]', 'is ["a"], not an object'],
    ["is a number", 7, "is 7, not an object"],
    ["is nothing", undefined, "is nothing, not an object"],
    ["has no statement", {}, "has no Statement"],
    [
      "has another version",
      { Version: "2020-01-01", Statement: [] },
      'has the Version "2020-01-01", which is neither of IAM\'s',
    ],
    [
      "has an element of its own",
      { Statement: [], Statements: [] },
      'has an element "Statements", which IAM does not know',
    ],
    [
      "has a text for a statement",
      { Statement: ["Allow"] },
      'has a statement 1 that is "Allow", not an object',
    ],
    [
      "has a mistyped element",
      withStatement({ Resources: "*" }),
      'has a statement 1 with an element "Resources", which IAM does not know',
    ],
    ...["GetObject", "s3:", ":GetObject", "s3", "s3*", "s3:Get:Object", ""].map(
      (Action): [string, unknown, string] => [
        `has the action "${Action}"`,
        withStatement({ Action: ["s3:ListBucket", Action] }),
        `has a statement 1 with an Action that is "${Action}", which is no service, colon and name`,
      ],
    ),
    [
      "leaves out an action without a service",
      withStatement({ Action: undefined, NotAction: "GetObject" }),
      'has a statement 1 with a NotAction that is "GetObject", which is no service, colon and name',
    ],
    [
      "has an effect of its own",
      withStatement({ Effect: "allow" }),
      'has a statement 1 with the Effect "allow"',
    ],
    [
      "has no effect",
      withStatement({ Effect: undefined }),
      "has a statement 1 with the Effect nothing",
    ],
    ["has no action", withStatement({ Action: undefined }), "has a statement 1 without Action"],
    [
      "has an action and its opposite",
      withStatement({ NotAction: "s3:*" }),
      "has a statement 1 with both Action and NotAction",
    ],
    [
      "has an empty list of actions",
      withStatement({ Action: [] }),
      "has a statement 1 with an empty Action",
    ],
    [
      "has a number for an action",
      withStatement({ Action: 1 }),
      "has a statement 1 with an Action that is 1",
    ],
    [
      "has a number for a resource",
      withStatement({ Resource: [2] }),
      "has a statement 1 with a Resource that is 2",
    ],
    [
      "has an empty list of opposites",
      withStatement({ Action: undefined, NotAction: [] }),
      "has a statement 1 with an empty NotAction",
    ],
    [
      "has a principal of no type",
      withStatement({ Principal: "111122223333" }),
      'has a statement 1 with a Principal that is "111122223333", not an object',
    ],
    [
      "has a principal of another type",
      withStatement({ Principal: { Group: "g" } }),
      'has a statement 1 with a Principal of the type "Group"',
    ],
    [
      "has a condition that is a list",
      withStatement({ Condition: [] }),
      "has a statement 1 with a Condition that is [], not an object",
    ],
    [
      "has an operator without keys",
      withStatement({ Condition: { Bool: "x" } }),
      'has a statement 1 with the operator Bool that is "x", not an object',
    ],
    [
      "compares with an object",
      withStatement({ Condition: { Bool: { a: {} } } }),
      "has a statement 1 where a is compared with {}",
    ],
    [
      "quotes no more than it must",
      withStatement({ Effect: "x".repeat(99) }),
      `has a statement 1 with the Effect "${"x".repeat(59)}…`,
    ],
    [
      "quotes what is short enough",
      withStatement({ Effect: "x".repeat(58) }),
      `has a statement 1 with the Effect "${"x".repeat(58)}"`,
    ],
  ];
  for (const [what, content, problem] of malformed) {
    it(`says in a sentence that a document ${what}`, () => {
      assert.deepEqual(problemsOf(content), [`The bucket policy ${problem}.`]);
    });
  }

  for (const [what, Principal, value] of [
    [
      "a pattern of users",
      { AWS: "arn:aws:iam::111122223333:user/*" },
      "account, user, role or session",
    ],
    ["another ARN", { AWS: "arn:aws:s3:::box" }, "account, user, role or session"],
    [
      "a role among sessions",
      { AWS: "arn:aws:sts::111122223333:role/a" },
      "account, user, role or session",
    ],
    [
      "an account without its end",
      { AWS: "arn:aws:iam::111122223333" },
      "account, user, role or session",
    ],
    ["a pattern of services", { Service: "*" }, "service's name"],
  ] as const) {
    it(`knows that AWS refuses ${what} for a principal`, () => {
      assert.deepEqual(problemsOf(withStatement({ Principal })), [
        "The bucket policy has a statement 1 with a Principal that is " +
          `"${Object.values(Principal)[0]}", which is no ${value}.`,
      ]);
    });
  }

  it("refuses an operator that does not exist, and a key that stands twice in another case", () => {
    const conditions = {
      StringEqualz: { "x:y": "z" },
      StringEquals: { "aws:SourceVpc": "vpc-1", "AWS:SourceVPC": "vpc-2" },
    };
    assert.deepEqual(problemsOf(withStatement({ Condition: conditions })), [
      'The bucket policy has a statement 1 with the operator "StringEqualz", which IAM does not have.',
      'The bucket policy has a statement 1 with the key "AWS:SourceVPC" twice in StringEquals.',
    ]);
  });
});
