// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Configuration } from "./configuration-values";

/** What somebody has done by hand, where no API shows it. */
export interface Attestation {
  readonly by: string;
  readonly on: string;
  /** The last day on which it counts. */
  readonly expires: string;
}

/** The easternmost time zone is this far ahead of UTC. */
const easternmostZoneMs = 14 * 3_600_000;

/** The attestations of a stack by name, for the report. */
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

/** Refuses an attestation of the future. */
export function attestationProblems(
  attestations: Configuration["attestations"],
  today: Date,
): string[] {
  const on = attestations?.noCertificateDisabled?.on;
  const latest = today.getTime() + easternmostZoneMs;
  return on !== undefined && new Date(`${on}T00:00:00Z`).getTime() > latest
    ? [
        "'classroom:attestations.noCertificateDisabled.on' must not be in the future, " +
          `got ${on}. Write the day on which it was seen to.`,
      ]
    : [];
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
