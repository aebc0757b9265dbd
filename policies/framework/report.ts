// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The only place that calls the SDK's `reportViolation`.
 *
 * By its type it takes a text, which the SDK sends after the description of the rule and at the level of the
 * rule. At run time it also takes an object. That is the only way to report an exemption or an undecided
 * resource at another level and with first words of its own. A test over the wire fails if an SDK drops it.
 */

import type { EnforcementLevel, ReportViolation, Severity } from "@pulumi/policy";
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
import { engineUrnOf } from "./resource";

export interface Report {
  readonly message: string;
  /** The resource; if missing, the report is about the stack as a whole. */
  readonly urn?: string;
  /** If missing, the level of the rule, which may be configured. */
  readonly enforcementLevel?: EnforcementLevel;
  /** If missing, the severity of the rule. */
  readonly severity?: Severity;
}

export function send(report: Report, reportViolation: ReportViolation): void {
  (reportViolation as unknown as (report: Report) => void)(report);
}

/** The reports about a finding: the finding itself, the exemption that covers it, or none. */
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

/** "mandatory" reports it like a violation: at the level of the rule, never above it. */
const reportsOnUndecided: Record<OnUnknown, (message: string, urn: string) => readonly Report[]> = {
  mandatory: (message, urn) => [{ message, urn }],
  advisory: (message, urn) => [{ message, urn, enforcementLevel: "advisory" }],
  ignore: () => [],
};

/** A rule whose options are malformed judges nothing, and must not look like a pass. */
export function misconfigured(problem: string, urn?: string): Report {
  return { message: configurationMessage(problem), ...(urn !== undefined && { urn }) };
}
