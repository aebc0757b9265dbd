// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Rule } from "../../../policies/framework/rule";
import { rules } from "../../../policies/rules";
import { type Example, examplesOf } from "../../../policies/tools/examples";
import { judge } from "../../support/pack/judge";
import type { Phase, Program } from "../../support/pack/program";
import { variations } from "../../support/pack/variations";

/** Level, resource and kind of each report: paths in a message follow the way a program is written. */
async function verdictOn(
  rule: Rule,
  program: Program,
  { configuration }: Example,
  phase: Phase,
  nameBefore: (name: string) => string,
): Promise<readonly string[]> {
  const { reports } = await judge(rule, program, {
    phase,
    ...(configuration && { configuration }),
  });
  const said = reports.map(({ level, resource, message }) => {
    const [kind = "violation"] =
      /^(Not decidable yet|Exempted|Rule failed)(?=:)/.exec(message) ?? [];
    return `${level} ${kind} ${nameBefore(resource)}`;
  });
  return [...new Set(said)].sort();
}

describe("rule", () => {
  for (const { title, vary, nameBefore } of variations) {
    for (const rule of rules) {
      it(`${rule.name} says the same of its examples when ${title}`, async () => {
        const { fails, passes } = examplesOf(rule.name);
        for (const example of [...fails, ...passes]) {
          for (const phase of ["first preview", "deployed"] as const) {
            assert.deepEqual(
              await verdictOn(rule, vary(example.resources), example, phase, nameBefore),
              await verdictOn(rule, example.resources, example, phase, (name) => name),
              `${example.shows} (${phase})`,
            );
          }
        }
      });
    }
  }

  it("has examples that the variations change", () => {
    const programs = rules
      .map(({ name }) => examplesOf(name))
      .flatMap(({ fails, passes }) => [...fails, ...passes].map(({ resources }) => resources));
    for (const { title, vary } of variations) {
      const changed = programs.filter(
        (program) => JSON.stringify(vary(program)) !== JSON.stringify(program),
      );
      assert.ok(changed.length > 0, title);
    }
  });
});
