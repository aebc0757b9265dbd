// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixLogRetention as fix } from "../../../policies/fixes/fix-log-retention";
import { optionsOf } from "../../../policies/framework/configuration";
import { from } from "../../../policies/framework/rule";
import { requireLogRetention } from "../../../policies/rules/logs/require-log-retention";
import { fixed } from "../../support/pack/fixed";
import type { Program } from "../../support/pack/program";
import { assertCompliant } from "../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const group = (properties: Properties, type: string): Program => ({ group: { type, properties } });
const configuration = { retentionInDays: 365, exemptions: [] };

describe("fix-log-retention", () => {
  for (const type of ["aws:cloudwatch/logGroup:LogGroup", "aws-native:logs:LogGroup"]) {
    it(`gives a ${type} that keeps logs for ever a time, which its rule then accepts`, async () => {
      for (const properties of [{}, { retentionInDays: 0 }]) {
        const changed = await fixed(fix, group(properties, type), configuration);
        assert.deepEqual(changed, { group: { retentionInDays: 365 } });
        await assertCompliant(requireLogRetention, group(changed.group ?? {}, type));
      }
    });

    it(`leaves a ${type} that has a time, has a fixed one, or may have one`, async () => {
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      for (const properties of [
        { retentionInDays: 7 },
        { logGroupClass: "DELIVERY" },
        { retentionInDays: from("elsewhere.days") },
        { logGroupClass: from("elsewhere.kind") },
      ]) {
        const program = { elsewhere, ...group(properties, type) };
        assert.deepEqual(await fixed(fix, program, configuration), {});
      }
    });
  }

  it("waits for a time, and to hear which groups may keep logs for ever", async () => {
    const { retentionInDays, exemptions } = configuration;
    const program = group({}, "aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(await fixed(fix, program, { retentionInDays }), {});
    assert.deepEqual(await fixed(fix, program, { exemptions }), {});
  });

  it("takes only the times that AWS knows, since nobody checks what a fix writes", () => {
    const answer = optionsOf(fix, { retentionInDays: 366 });
    assert.ok("problem" in answer);
    assert.match(
      answer.problem,
      /^'retentionInDays' must be one of 1, 3, 5, .*, 3653, got 366\. \(configuration of fix-log-retention\)$/,
    );
  });
});
