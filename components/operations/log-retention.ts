// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { oneOfProblem } from "../arguments/checks";
import type { Problem } from "../arguments/problems";

/**
 * The retention periods that CloudWatch Logs offers, in days.
 * From `retentionInDays` of its API call PutRetentionPolicy.
 */
export const logRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;

/** How long every component keeps its logs by default, in days. */
export const defaultLogRetentionDays = 365;

/** Refuses a retention period that CloudWatch Logs does not offer. Skips absent values and Outputs. */
export function logRetentionProblem(days: unknown): Problem {
  return typeof days === "number"
    ? oneOfProblem("logRetentionDays", days, logRetentions)
    : undefined;
}
