// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Proof } from "../../../local/prove/proofs";

/** Each claim that is not proved, with what was said of it. */
export function failing(proofs: readonly Proof[]): string[] {
  return proofs
    .filter(({ outcome }) => outcome === "disproved" || outcome === "undecided")
    .map(
      ({ place, says, outcome, because }) => `${place} ${says}: ${outcome}: ${because.join(" ")}`,
    );
}

/** What became of each claim about a data centre. */
export function outcomes(proofs: readonly Proof[], place: string): Record<string, string> {
  return Object.fromEntries(
    proofs
      .filter((proof) => proof.place === place)
      .map(({ says, outcome, because }) => [says, [outcome, ...because].join(": ")]),
  );
}
