// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Builds the message of a finding, so that every rule answers the same six questions in the same order. */

import type { Exemption } from "./configuration";
import type { Finding, Undecided } from "./finding";
import { firstWords } from "./first-words";
import type { Resource } from "./resource";

/** The parts of a rule that its messages quote. */
export interface Quoted {
  readonly remediationSteps: string;
  readonly url: string;
}

/** Which resource, which property, what was found, what is allowed, how to fix it, where to read more. */
export function findingMessage(finding: Finding, rule: Quoted): string {
  switch (finding.outcome) {
    case "violation":
      return [
        `${statement(finding)}; ${finding.must}.`,
        finding.fix ?? rule.remediationSteps,
        `Read more: ${rule.url}`,
      ].join("\n");
    case "undecided":
      return `${firstWords.undecided} ${statement(finding)}; ${finding.must}. ${wayOut(finding)}`;
    case "failure":
      return [
        `${firstWords.failed} ${statement(finding)}.`,
        "The resource was not judged: report the defect, and exempt the resource until it is fixed.",
      ].join(" ");
  }
}

export function exemptedMessage(finding: Finding, { expires, reason }: Exemption): string {
  return `${firstWords.exempted} ${statement(finding)}; allowed until ${expires} because: ${reason}`;
}

export function expiredMessage(
  finding: Finding,
  rule: Quoted,
  { urn, expires, reason }: Exemption,
): string {
  return [
    `${findingMessage(finding, rule)}\nThe exemption of '${urn}' expired on ${expires}:`,
    `fix the resource, or renew it (its reason was: ${reason}).`,
  ].join(" ");
}

export function configurationMessage(problem: string): string {
  return `${firstWords.failed} ${problem}`;
}

/** Which resource, which property and what was found. */
function statement(finding: Finding): string {
  const where = `${titleOf(finding.resource)}${finding.of === undefined ? "" : ` of ${titleOf(finding.of)}`}`;
  switch (finding.outcome) {
    case "violation":
      return `${where}: '${finding.property}' ${finding.found}`;
    case "undecided":
      return `${where}: ${missing(finding)}`;
    case "failure":
      return `${where}: the rule stopped with ${finding.error}`;
  }
}

/** What to do about a resource that cannot be decided. */
function wayOut({ because }: Undecided): string {
  return because === undefined
    ? "Write the value itself, deploy first what this stack makes it from, or exempt the resource."
    : "Write what can be judged, or exempt the resource.";
}

function missing({ properties, because }: Undecided): string {
  const names = properties.map((property) => `'${property}'`).join(" and ");
  const verb = properties.length === 1 ? "is" : "are";
  return because === undefined
    ? `${names} ${verb} not known before the update`
    : `${names} cannot be decided (${because.replace(/\.$/, "")})`;
}

/** The name of a resource in messages. */
export function titleOf(resource: Resource): string {
  return `${resource.type.split(":").at(-1)} '${resource.name}'`;
}
