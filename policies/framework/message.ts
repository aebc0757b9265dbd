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
      return [
        `${firstWords.undecided} ${statement(finding)}; ${finding.must}.`,
        "Write the value itself, deploy first what this stack makes it from, or exempt the resource.",
      ].join(" ");
    case "unjudgeable":
      return [
        `${firstWords.unjudgeable} ${statement(finding)}; ${finding.must}.`,
        "Write it without what stands in the way, or have whoever answers for security exempt " +
          "the resource.",
        `Read more: ${rule.url}`,
      ].join("\n");
    case "refused":
      return [
        `${firstWords.refused} ${statement(finding)}; ${finding.must}.`,
        "Write it as AWS's documentation has it.",
        `Read more: ${rule.url}`,
      ].join("\n");
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
    case "unjudgeable":
    case "refused":
      return `${where}: '${finding.property}' (${finding.because.replace(/\.$/, "")})`;
    case "failure":
      return `${where}: the rule stopped with ${finding.error}`;
  }
}

function missing({ properties }: Undecided): string {
  const names = properties.map((property) => `'${property}'`).join(" and ");
  return `${names} ${properties.length === 1 ? "is" : "are"} not known before the update`;
}

/** The name of a resource in messages. */
export function titleOf(resource: Resource): string {
  const title = `${resource.type.split(":").at(-1)} '${resource.name}'`;
  return resource.within === undefined ? title : `${title} in ${titleOf(resource.within)}`;
}
