// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { rules } from "../../policies/rules";
import { judge } from "../support/pack/judge";

describe("rules", () => {
  it("have names of their own", () => {
    const names = rules.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  for (const rule of rules) {
    for (const { shows, resources } of rule.examples.fails) {
      it(`${rule.name} rejects its example: ${shows}`, async () => {
        const { reports } = await judge(rule, resources);
        assert.deepEqual(
          reports.map(({ level }) => level),
          [rule.enforcementLevel],
        );
        assert.doesNotMatch(
          reports[0]?.message ?? "",
          /^(Not decidable yet|Exempted|Rule failed):/,
        );
      });
    }

    for (const { shows, resources } of rule.examples.passes) {
      it(`${rule.name} accepts its example: ${shows}`, async () => {
        for (const phase of ["first preview", "deployed"] as const) {
          assert.deepEqual(await judge(rule, resources, { phase }), {
            reports: [],
            applicable: true,
          });
        }
      });
    }
  }
});
