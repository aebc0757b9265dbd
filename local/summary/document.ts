// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { EngineEvent } from "./events";
import type { Summary } from "./summary";
import type { Ending } from "./words";

/** The summary as one JSON document: the same facts as the text, and every report of the pack. */
export function summaryDocument(
  summary: Summary,
  { succeeded, seconds }: Ending,
  events: readonly EngineEvent[],
): object {
  const { resources, unchecked, rules, violations, undecided, exemptions, approvals } = summary;
  return {
    succeeded: succeeded && violations.mandatory === 0 && undecided.mandatory === 0,
    seconds,
    resources: Object.fromEntries(resources),
    unchecked: Object.fromEntries(unchecked),
    rules,
    violations,
    undecided,
    exemptions,
    reports: events.flatMap(({ policyEvent }) =>
      policyEvent === undefined
        ? []
        : [
            {
              rule: policyEvent.policyName,
              level: policyEvent.enforcementLevel,
              resource: policyEvent.resourceUrn,
              message: policyEvent.message.trim(),
            },
          ],
    ),
    approvals,
  };
}
