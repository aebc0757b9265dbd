// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The tests of a rule as tables of data: each row has a title, a program and what the rule must report.
 * One kind of table per outcome, so that no spec defines its own. Messages are compared whole, with
 * their level and their resource.
 */

import assert from "node:assert/strict";
import type { EnforcementLevel } from "@pulumi/policy";
import type { Rule } from "../../../policies/framework/rule";
import { type Circumstances, judge } from "./judge";
import type { Phase, Program } from "./program";
import { type Table, tests } from "./table";
import { refusedOf, undecidedOf, unjudgeableOf, violationOf } from "./verdicts";

/** What the rows of a spec have in common. */
export interface Terms extends Circumstances {
  /** What must hold: violations and undecided values end with it. Without it a row says it itself. */
  readonly must?: string;
  /** The remedy of a violation, where the rule's own is not meant. */
  readonly fix?: string;
  /** The level of a violation, where the rule's own is not meant. */
  readonly level?: EnforcementLevel;
}

/** A program, and what each report says: what it has found, or which values it does not know. */
export type Violation = readonly [
  program: Program,
  ...found: (string | { readonly undecided: string })[],
];

/** A program, and for each report the values that are not known, ending in "is" or "are". */
export type Undecided = readonly [program: Program, ...values: string[]];

/** A program, the values that are known but cannot be decided, and why. */
export type Unjudgeable = readonly [program: Program, values: string, because: string];

/** A program, the exemption of a resource, and the violation that it exempts. */
export type Exempted = readonly [program: Program, urn: string, reason: string, found: string];

export interface RuleSpec {
  /** The rule finds nothing in the program that it judges. */
  readonly notApplicable: (table: Table<Program>) => void;
  /** The rule judges the program and reports nothing, before and after the update. */
  readonly complies: (table: Table<Program>) => void;
  /** The rule reports violations, before and after the update. */
  readonly violates: (table: Table<Violation>) => void;
  /** The rule cannot decide in a first preview. */
  readonly undecided: (table: Table<Undecided>) => void;
  /** The rule cannot decide in a first preview, and reports nothing once all is deployed. */
  readonly undecidedUntilDeployed: (table: Table<Undecided>) => void;
  /** The rule does not know the values, before and after the update. */
  readonly alwaysUndecided: (table: Table<Undecided>) => void;
  /** The rule knows the values and cannot decide, before and after the update. */
  readonly unjudgeable: (table: Table<Unjudgeable>) => void;
  /** The rule reports what AWS will refuse, whatever is deployed. */
  readonly refused: (table: Table<Unjudgeable>) => void;
  /** The rule reports that an exemption was used. */
  readonly exempted: (table: Table<Exempted>) => void;
}

interface Report {
  readonly level: unknown;
  readonly message: string;
}

/** The functions that turn tables into the tests of a rule. */
export function ruleSpec(rule: Rule, terms: Terms = {}): RuleSpec {
  const { must, fix, level = rule.enforcementLevel, phase, ...circumstances } = terms;
  const always: readonly Phase[] = phase ? [phase] : ["first preview", "deployed"];
  const violation = (found: string): Report => ({
    level,
    message: violationOf(rule, must === undefined ? found : `${found}; ${must}`, fix),
  });
  const openValues = (values: string): Report => ({
    level: levelOfUndecided(rule),
    message: undecidedOf(values, must ?? ""),
  });
  const says = async (
    program: Program,
    expected: readonly Report[],
    phases = always,
    more = circumstances,
  ): Promise<void> => {
    const reports = expected.map((report) => ({ ...report, resource: resourceIn(report.message) }));
    for (const phase of phases) {
      const judged = await judge(rule, program, { ...more, phase });
      assert.deepEqual(judged, { reports, applicable: true }, phase);
    }
  };
  const isUndecided = ([program, ...values]: Undecided) =>
    says(program, values.map(openValues), [phase ?? "first preview"]);

  return {
    notApplicable: (table) =>
      tests("not applicable", table, async (program) =>
        assert.deepEqual(await judge(rule, program, circumstances), {
          reports: [],
          applicable: false,
        }),
      ),
    complies: (table) => tests("complies", table, (program) => says(program, [])),
    violates: (table) =>
      tests("violation", table, ([program, ...found]) =>
        says(
          program,
          found.map((one) =>
            typeof one === "string" ? violation(one) : openValues(one.undecided),
          ),
        ),
      ),
    undecided: (table) => tests("not decidable yet", table, isUndecided),
    undecidedUntilDeployed: (table) =>
      tests("not decidable yet", table, async (row) => {
        await isUndecided(row);
        await says(row[0], [], ["deployed"]);
      }),
    alwaysUndecided: (table) =>
      tests("not decidable", table, ([program, ...values]) =>
        says(program, values.map(openValues)),
      ),
    unjudgeable: (table) =>
      tests("not decidable", table, ([program, values, because]) => {
        const message = unjudgeableOf(rule, values, because, must ?? "");
        return says(program, [{ level, message }]);
      }),
    refused: (table) =>
      tests("refused by AWS", table, async ([program, values, because]) => {
        const message = refusedOf(rule, values, because, must ?? "");
        for (const phase of always) {
          const { reports } = await judge(rule, program, { ...circumstances, phase });
          // Behind it stands what the worst reading of the document opens.
          const [{ resource: _resource, ...first } = { resource: undefined }] = reports;
          assert.deepEqual(first, { level, message }, phase);
        }
      }),
    exempted: (table) =>
      tests("exempted", table, ([program, urn, reason, found]) => {
        const message = `Exempted: ${found}; allowed until ${expires} because: ${reason}`;
        const exemptions = [{ urn, reason, expires }];
        const configuration = { ...circumstances.configuration, exemptions };
        return says(program, [{ level: "advisory", message }], always, {
          ...circumstances,
          configuration,
        });
      }),
  };
}

/** The day on which the exemptions of these tests end. */
const expires = "2026-12-31";

/** The first name in a message is that of the resource that it is about. */
function resourceIn(message: string): string | undefined {
  return /'([^']+)'/.exec(message)?.[1];
}

/** The rule's own choice, which configuration may change. */
function levelOfUndecided({ configSchema }: Rule): unknown {
  const schema = configSchema.properties?.onUnknown;
  return typeof schema === "object" ? schema.default : undefined;
}
