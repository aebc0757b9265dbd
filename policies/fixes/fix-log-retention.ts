// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configurationOfFix, type Options, statedExemptions } from "../framework/configuration";
import type { Change, Fix } from "../framework/fix";
import { read, textOf } from "../resources/reading";
import type { Resource } from "../resources/stack";
import { requireLogRetention as rule } from "../rules/logs/require-log-retention";

interface RetentionFixOptions extends Options {
  readonly retentionInDays: number;
}

/** The retention times that CloudWatch Logs accepts. */
const times = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

export const fixLogRetention: Fix<RetentionFixOptions> = {
  name: "fix-log-retention",
  description: "Log groups must not keep logs for ever, and get a configured retention time.",
  rationale: rule.rationale,
  severity: rule.severity,
  controls: rule.controls,
  enforcementLevel: "disabled",
  tags: ["cloudwatch", "logs", "retention", "fix"],
  remediationSteps: "Set retentionInDays in the program, so that the program says what happens.",
  url: rule.url,
  configSchema: configurationOfFix({
    exemptions: statedExemptions,
    retentionInDays: {
      type: "integer",
      enum: times as unknown as string[],
      description: "The retention time for a log group that sets none.",
    },
  }),
  needs: ["retentionInDays", "exemptions"],
  remedy: { "aws:cloudwatch/logGroup:LogGroup": limited, "aws-native:logs:LogGroup": limited },
};

/** To AWS, 0 means for ever, like no value. Nobody can set the retention time of the class DELIVERY. */
function limited({ props }: Resource, { retentionInDays }: RetentionFixOptions): readonly Change[] {
  const time = read(props, "retentionInDays");
  const kind = read(props, "logGroupClass");
  const isForEver = time.state !== "unknown" && ["0", undefined].includes(textOf(time));
  return isForEver && kind.state !== "unknown" && textOf(kind) !== "DELIVERY"
    ? [{ path: "retentionInDays", value: retentionInDays }]
    : [];
}
