// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Limits in the configuration for a number, such as the days of a retention or of a deletion window. */

import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/** A limit that is missing does not apply. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** The schema of limits. A rule may use one end only. */
export function limitsSchema(
  description: string,
  defaults: Limits,
  ends: readonly (keyof Limits)[] = ["min", "max"],
): PolicyConfigJSONSchema {
  const words = { min: "The least that is allowed.", max: "The most that is allowed." };
  return {
    type: "object",
    description,
    properties: Object.fromEntries(
      ends.map((end) => [end, { type: "integer", minimum: 0, description: words[end] }]),
    ),
    additionalProperties: false,
    default: { ...defaults },
  };
}

export function isWithin(value: number, { min = 0, max = Number.POSITIVE_INFINITY }: Limits) {
  return min <= value && value <= max;
}

/** "between 1 and 3653 days", "at least 1 day". The unit is given in the singular. */
export function limitsInWords({ min = 0, max }: Limits, unit: string): string {
  const counted = (count: number) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (max === undefined) {
    return min === 0 ? `any number of ${unit}s` : `at least ${counted(min)}`;
  }
  return min === 0 ? `at most ${counted(max)}` : `between ${min} and ${counted(max)}`;
}
