// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  defaultLogRetentionDays,
  logRetentionProblem,
  logRetentions,
} from "../../../components/operations/log-retention";

describe("logRetentionProblem", () => {
  it("accepts what CloudWatch Logs offers, the default included", () => {
    for (const days of [...logRetentions, defaultLogRetentionDays]) {
      assert.equal(logRetentionProblem(days), undefined);
    }
  });

  it("skips absent values and Outputs", () => {
    assert.equal(logRetentionProblem(undefined), undefined);
    assert.equal(logRetentionProblem(pulumi.output(2)), undefined);
  });

  it("refuses any other number, and names those that are allowed", () => {
    assert.equal(
      logRetentionProblem(2),
      `'logRetentionDays' must be one of ${logRetentions.join(", ")}, got 2.`,
    );
  });
});
