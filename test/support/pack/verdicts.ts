// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Compares what a rule reports with whole messages, in a first preview and in a deployed stack. */

import assert from "node:assert/strict";
import type { Rule } from "../../../policies/framework/rule";
import { type Circumstances, judge } from "./judge";
import type { Program } from "./program";

/** The whole text of a violation: what is wrong and what must hold, then the remedy, then the link. */
export function violationOf(rule: Rule, what: string, fix = rule.remediationSteps): string {
  return `${what}.\n${fix}\nRead more: ${rule.url}`;
}

/** The whole text about unknown values: which ones, and what must hold. */
export function undecidedOf(values: string, must: string): string {
  return (
    `Not decidable yet: ${values} not known before the update; ${must}. ` +
    "Write the value itself, deploy first what this stack makes it from, or exempt the resource."
  );
}

/** The whole text about what is known and cannot be judged: where it is, why, and what is asked. */
export function unjudgeableOf(rule: Rule, value: string, because: string, must: string): string {
  return [
    `Cannot be judged: ${value} (${because}); ${must}.`,
    "Write it without what stands in the way, or have whoever answers for security exempt " +
      "the resource.",
    `Read more: ${rule.url}`,
  ].join("\n");
}

/** The whole text about what AWS will refuse: where it is, what is wrong with it, and what is asked. */
export function refusedOf(rule: Rule, value: string, because: string, must: string): string {
  return [
    `AWS will refuse this: ${value} (${because}); ${must}.`,
    "Write it as AWS's documentation has it.",
    `Read more: ${rule.url}`,
  ].join("\n");
}

/** The rule reports exactly these messages in a first preview, each about the resource that it names. */
export async function assertSays(
  rule: Rule,
  program: Program,
  expected: readonly string[],
  circumstances?: Circumstances,
): Promise<void> {
  const { reports, applicable } = await judge(rule, program, circumstances);
  assert.deepEqual(
    reports.map(({ message }) => message),
    expected,
  );
  // The first name in a message is that of its resource.
  assert.deepEqual(
    reports.map(({ resource }) => resource),
    expected.map((message) => /'(\w+)'/.exec(message)?.[1]),
  );
  assert.ok(applicable, "the rule found nothing to judge");
}

/** The same in a first preview, where much is unknown, and in a deployed stack, where nothing is. */
export async function assertAlwaysSays(
  rule: Rule,
  program: Program,
  expected: readonly string[],
  circumstances?: Circumstances,
): Promise<void> {
  await assertSays(rule, program, expected, { ...circumstances, phase: "first preview" });
  await assertSays(rule, program, expected, { ...circumstances, phase: "deployed" });
}

export async function assertCompliant(
  rule: Rule,
  program: Program,
  circumstances?: Circumstances,
): Promise<void> {
  await assertAlwaysSays(rule, program, [], circumstances);
}

export async function assertNotApplicable(rule: Rule, program: Program): Promise<void> {
  assert.deepEqual(await judge(rule, program), { reports: [], applicable: false });
}
