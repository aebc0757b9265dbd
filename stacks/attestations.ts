// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Configuration } from "./configuration";

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

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
