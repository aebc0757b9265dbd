// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The one place that talks to the SDK's `reportViolation`.
 *
 * Its type only knows a text, which is sent with the rule's description in front and at the rule's
 * level. At run time it also takes an object, the only way to say "exempted" or "not decidable yet"
 * at another level and with its own first words. A test over the wire holds the SDK to it.
 */

import type { EnforcementLevel, ReportViolation, Severity } from "@pulumi/policy";
import { engineUrnOf } from "../resources/stack";
import type { OnUnknown, Options } from "./configuration";
import { exemptionFor, hasExpired } from "./exemptions";
import type { Finding } from "./finding";
import {
  configurationMessage,
  exemptedMessage,
  expiredMessage,
  findingMessage,
  type Quoted,
} from "./message";

export interface Report {
  readonly message: string;
  /** The resource in question; without one, the stack as a whole. */
  readonly urn?: string;
  /** Left out: the level that the rule has, by itself or by configuration. */
  readonly enforcementLevel?: EnforcementLevel;
  /** Left out: the rule's own. */
  readonly severity?: Severity;
}

export function send(report: Report, reportViolation: ReportViolation): void {
  (reportViolation as unknown as (report: Report) => void)(report);
}

/** What is said about a finding: itself, the exemption that covers it, or nothing. */
export function reportsOn(
  finding: Finding,
  rule: Quoted,
  options: Options,
  today: string,
): readonly Report[] {
  const urn = engineUrnOf(finding.resource);
  const exemption = exemptionFor(finding, options.exemptions, today);
  if (exemption !== undefined && !hasExpired(exemption, today)) {
    const message = exemptedMessage(finding, exemption);
    return [{ message, urn, enforcementLevel: "advisory" }];
  }
  const message =
    exemption === undefined
      ? findingMessage(finding, rule)
      : expiredMessage(finding, rule, exemption);
  if (finding.outcome === "undecided") {
    return reportsOnUndecided[options.onUnknown](message, urn);
  }
  const advises = finding.outcome === "violation" && finding.level !== undefined;
  return [{ message, urn, ...(advises && { enforcementLevel: finding.level }) }];
}

/** "Mandatory" counts it like a violation: at the level of the rule, never above it. */
const reportsOnUndecided: Record<OnUnknown, (message: string, urn: string) => readonly Report[]> = {
  mandatory: (message, urn) => [{ message, urn }],
  advisory: (message, urn) => [{ message, urn, enforcementLevel: "advisory" }],
  ignore: () => [],
};

/** A rule whose options are malformed judges nothing, and that is no pass. */
export function misconfigured(problem: string, urn?: string): Report {
  return { message: configurationMessage(problem), ...(urn !== undefined && { urn }) };
}
