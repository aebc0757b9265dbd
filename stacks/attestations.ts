// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Configuration } from "./configuration";
import { date, nonEmpty, optional, record, wholeNumber } from "./fields";

/** Some places are this far ahead of UTC. */
const FARTHEST_TIME_ZONE_MILLISECONDS = 14 * 3_600_000;

/** What somebody has seen to by hand, as configuration. */
export const attestations = record({
  noCertificateDisabled: optional(record({ by: nonEmpty, on: date })),
  maxAgeDays: optional(wholeNumber(), 365),
});

/** What somebody has seen to by hand, where no API tells whether it is so. */
export interface Attestation {
  readonly by: string;
  readonly on: string;
  /** The last day on which it counts. */
  readonly expires: string;
}

/** The attestations of a stack by name, for the report; one that nobody has made is left out. */
export function attestationsOf({
  attestations,
}: Pick<Configuration, "attestations">): Record<string, Attestation> {
  const { noCertificateDisabled, maxAgeDays } = attestations ?? {};
  return noCertificateDisabled === undefined || maxAgeDays === undefined
    ? {}
    : {
        noCertificateDisabled: {
          ...noCertificateDisabled,
          expires: daysAfter(noCertificateDisabled.on, maxAgeDays),
        },
      };
}

/** What is wrong with attestations, as sentences: nobody attests what is still to be done. */
export function attestationProblems(
  attestations: Configuration["attestations"],
  today: Date,
): string[] {
  const on = attestations?.noCertificateDisabled?.on;
  const latest = today.getTime() + FARTHEST_TIME_ZONE_MILLISECONDS;
  return on !== undefined && new Date(`${on}T00:00:00Z`).getTime() > latest
    ? [
        `'classroom:attestations.noCertificateDisabled.on' must not be in the future, got ${on}. Write the day on which it was seen to.`,
      ]
    : [];
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
