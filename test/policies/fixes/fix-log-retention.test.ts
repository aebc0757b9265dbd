// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixLogRetention as fix } from "../../../policies/fixes/fix-log-retention";
import { optionsOf } from "../../../policies/framework/configuration";
import { requireLogRetention } from "../../../policies/rules/logs/require-log-retention";
import { fixSpec } from "../../support/pack/fix-spec";
import { from, one } from "../../support/pack/program";

const retentionInDays = 365;
const exemptions: readonly unknown[] = [];
const { changes, leaves } = fixSpec(fix, {
  configuration: { retentionInDays, exemptions },
  acceptedBy: requireLogRetention,
});

describe("fix-log-retention", () => {
  for (const type of ["aws:cloudwatch/logGroup:LogGroup", "aws-native:logs:LogGroup"]) {
    changes({
      [`a ${type} without retention`]: [one(type), { retentionInDays }],
      [`a ${type} with a retention of zero`]: [
        one(type, { retentionInDays: 0 }),
        { retentionInDays },
      ],
    });

    leaves({
      [`a ${type} that has a retention`]: one(type, { retentionInDays: 7 }),
      [`a ${type} whose class has a fixed retention`]: one(type, { logGroupClass: "DELIVERY" }),
      [`a ${type} whose retention or class is not known`]: [
        one(type, { retentionInDays: from("elsewhere.days") }),
        one(type, { logGroupClass: from("elsewhere.kind") }),
      ],
    });
  }

  const group = one("aws:cloudwatch/logGroup:LogGroup");

  fixSpec(fix, { configuration: { retentionInDays } }).leaves({
    "a log group, until the configuration names the exemptions": group,
  });

  fixSpec(fix, { configuration: { exemptions } }).leaves({
    "a log group, until the configuration names a retention": group,
  });

  it("takes only the retentions that AWS has, because nobody checks what a fix writes", () => {
    const answer = optionsOf(fix, { retentionInDays: 366 });
    assert.ok("problem" in answer);
    assert.match(
      answer.problem,
      /^'retentionInDays' must be one of 1, 3, 5, .*, 3653, got 366\. \(configuration of fix-log-retention\)$/,
    );
  });
});
