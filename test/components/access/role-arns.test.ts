// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { roleArnProblem } from "../../../components/access/role-arns";

describe("roleArnProblem", () => {
  it("accepts a role of the partition, with a path and every character that IAM allows", () => {
    for (const arn of [
      "arn:aws:iam::111122223333:role/backend",
      "arn:aws:iam::111122223333:role/teams/video/back+end=1,@.-_",
    ]) {
      assert.equal(roleArnProblem("roles", arn, "aws"), undefined);
    }
  });

  for (const [what, value] of [
    ["a wildcard", "arn:aws:iam::111122223333:role/*"],
    ["everybody", "*"],
    ["an account", "arn:aws:iam::111122223333:root"],
    ["a user", "arn:aws:iam::111122223333:user/backend"],
    ["a session of a role", "arn:aws:sts::111122223333:assumed-role/backend/session"],
    ["another partition", "arn:aws-cn:iam::111122223333:role/backend"],
    ["a number", 5],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.equal(
        roleArnProblem("roles", value, "aws"),
        "'roles' must be the ARN of an IAM role in partition aws without wildcards, got " +
          `${JSON.stringify(value)}. Write arn:aws:iam::<account id>:role/<name>.`,
      );
    });
  }
});
