// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Colors } from "picocolors/types";
import { approvalLines } from "./approvals";
import type { EngineEvent } from "./events";
import type { Summary } from "./summary";

/** What an offline run cannot show; printed once per run. */
export const offlineNotice =
  "Offline: AWS was played by a stand-in. AWS's own checks did not run, and whether AWS " +
  "would update or replace a changed resource is not known here.";

/** Whether the engine succeeded, and how long it took. */
export interface Ending {
  readonly succeeded: boolean;
  readonly seconds: number;
}

/** The summary as printed lines; the last one is the verdict. */
export function summaryLines(
  summary: Summary,
  ending: Ending,
  color: Colors,
  today = new Date(),
): string[] {
  const { resources, rules, undecided, exemptions, approvals } = summary;
  const total = [...resources.values()].reduce((sum, count) => sum + count, 0);
  const places = [...resources].map(([place, count]) => `${place} ${count}`).join(", ");
  const rows: [string, string][] = [
    ["Resources", places === "" ? "none" : `${total}: ${places}`],
    ["Rules run", rules.length === 0 ? "none" : `${rules.length}: ${rules.join(", ")}`],
    ["Undecided", undecidedWords(undecided)],
    ["Exempted", String(exemptions.length || "none")],
    ["Time", `${ending.seconds.toFixed(1)} s`],
  ];
  return [
    ...rows.map(([name, value]) => `${color.dim(name.padEnd(10))}${value}`),
    ...exemptions.map((exemption) => `  ${color.yellow(exemption.replaceAll("\n", " "))}`),
    ...(approvals ? approvalLines(approvals, today, color) : []),
    ...uncheckedLines(summary.unchecked, color),
    color.dim(offlineNotice),
    verdict(summary, ending, color),
  ];
}

/** The full reports of an analysis, because the CLI prints either JSON or text, not both. */
export function reportLines(events: readonly EngineEvent[], color: Colors): string[] {
  return events.flatMap(({ policyEvent: report }) =>
    report === undefined
      ? []
      : [
          `${color.bold(`[${report.enforcementLevel}] ${report.policyName}`)} ${report.resourceUrn ?? ""}`,
          ...report.message
            .trim()
            .split("\n")
            .map((line) => `  ${line}`),
        ],
  );
}

/** Nothing that the summary counts as passed may have been passed over. */
function uncheckedLines(unchecked: Summary["unchecked"], color: Colors): string[] {
  return [...unchecked].map(([name, count]) => {
    const judged =
      name === "aws-native" ? "the pack's rules were applied" : "the pack has no rules for it";
    return color.yellow(
      `Unchecked ${name}: ${counted(count, "resource")}. There is no plug-in for it here, so its inputs were not ` +
        `checked; ${judged}.`,
    );
  });
}

function undecidedWords({ mandatory, advisory }: Summary["undecided"]): string {
  const total = mandatory + advisory;
  const decided = "decided once AWS's values are known";
  return total === 0 ? "none" : `${total}, of which mandatory ${mandatory}: ${decided}`;
}

function verdict(summary: Summary, ending: Ending, color: Colors): string {
  const { violations, unjudgeable, refused, undecided } = summary;
  const counts = [
    violations.mandatory > 0
      ? `${counted(violations.mandatory, "mandatory violation")}, ${violations.advisory} advisory`
      : advisoryWords(violations.advisory),
    unjudgedWords(unjudgeable, "cannot be judged"),
    unjudgedWords(refused, "AWS will refuse"),
  ].flatMap((words) => words ?? []);
  if (violations.mandatory + unjudgeable.mandatory + refused.mandatory > 0) {
    return color.red(counts.join("; "));
  }
  if (undecided.mandatory > 0) {
    const open = `${undecided.mandatory} undecided at level mandatory`;
    return color.red(
      counts.length === 0 ? `no violations, but ${open}` : [...counts, open].join("; "),
    );
  }
  if (!ending.succeeded) {
    return color.red("failed, see the error above");
  }
  return counts.length > 0 ? color.yellow(counts.join("; ")) : color.green("no violations");
}

function advisoryWords(count: number): string | undefined {
  return count === 0 ? undefined : counted(count, "advisory violation");
}

/** What nobody judged is no violation, and no pass either. */
function unjudgedWords(
  { mandatory, advisory }: Summary["unjudgeable"],
  words: string,
): string | undefined {
  const total = mandatory + advisory;
  return total === 0 ? undefined : `${words}: ${total}, of which mandatory ${mandatory}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
