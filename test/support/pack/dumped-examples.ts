// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A line of text for each verdict on the example programs of rules and fixes, and for each rule. */

import { fixes } from "../../../policies/fixes";
import type { Rule } from "../../../policies/framework/rule";
import { rules } from "../../../policies/rules";
import { type Example, examplesOf } from "../../../policies/tools/examples";
import { fixed } from "./fixed";
import { judgeAll } from "./judge";
import type { PackConfiguration, Reported } from "./messages";
import { show } from "./program";

/** One verdict in one line, after what was judged and how. */
export function lineOf(judged: string, report: Reported): string {
  const { policy, level, severity, resource, message } = report;
  return `${judged} | ${policy} | ${level} | ${severity} | ${resource} | ${JSON.stringify(message)}`;
}

/** The same value gives the same text, however its keys are ordered. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

/** What each rule and fix says about itself, and which types it looks at. */
export function dumpedRules(): readonly string[] {
  return [
    ...rules.flatMap(({ validator, ...metadata }) => [
      ...members(metadata),
      `${metadata.name} | needs | ${validator.needs}`,
      ...Object.keys(validator.resource ?? {}).map(
        (type) => `${metadata.name} | resource | ${type}`,
      ),
      ...Object.keys(validator.stack ?? {}).map((type) => `${metadata.name} | stack | ${type}`),
    ]),
    ...fixes.flatMap(({ remedy, ...metadata }) => [
      ...members(metadata),
      ...Object.keys(remedy).map((type) => `${metadata.name} | remedy | ${type}`),
    ]),
    `order | rules | ${rules.map(({ name }) => name).join(" ")}`,
    `order | fixes | ${fixes.map(({ name }) => name).join(" ")}`,
  ];
}

function members(metadata: { readonly name: string }): readonly string[] {
  return Object.entries(metadata).map(([key, one]) => `${metadata.name} | ${key} | ${stable(one)}`);
}

/** All rules on all examples, in a first preview and in a state; and fixes on their own examples. */
export async function dumpedExamples(strict: PackConfiguration): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { owner, name, example } of ownExamples()) {
    const own = rules.filter((rule) => rule.name === owner);
    const ownConfiguration = { [owner]: example.configuration ?? {} };
    lines.push(`${name} | shows | ${example.shows}`);
    for (const phase of ["first preview", "deployed"] as const) {
      const resources = show(example.resources, phase);
      for (const [circumstances, judges, configuration] of [
        ["default", rules, {}],
        ["strict", rules, strict],
        ["own", own, ownConfiguration],
      ] as readonly (readonly [string, readonly Rule[], PackConfiguration])[]) {
        const reports = await judgeAll(judges, resources, configuration);
        lines.push(...reports.map((one) => lineOf(`${name} | ${phase} | ${circumstances}`, one)));
      }
    }
    for (const fix of fixes.filter((one) => one.name === owner)) {
      const changed = await fixed(fix, example.resources, example.configuration);
      lines.push(`${name} | fixed | ${stable(changed)}`);
    }
  }
  return lines;
}

interface OwnExample {
  readonly owner: string;
  readonly name: string;
  readonly example: Example;
}

function ownExamples(): readonly OwnExample[] {
  return [...rules, ...fixes].flatMap(({ name: owner }) =>
    (["fails", "passes"] as const).flatMap((kind) =>
      examplesOf(owner)[kind].map((example, index) => ({
        owner,
        name: `${owner}/${kind}/${index + 1}`,
        example,
      })),
    ),
  );
}
