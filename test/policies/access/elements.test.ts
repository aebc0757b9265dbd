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
        `The bucket policy has a statement 1 with a Principal that is "${Object.values(Principal)[0]}", which is no ${value}.`,
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
