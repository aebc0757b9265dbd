// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { check, type Property, type Verdict } from "../../policies/access";
import type { Claim } from "./claims/claim";
import { identityClaims } from "./claims/identities";
import { keyClaims } from "./claims/keys";
import { neighbourClaims } from "./claims/neighbours";
import { recordingClaims } from "./claims/recordings";
import { secretClaims } from "./claims/secret";
import { tokenApiClaims } from "./claims/token-api";
import type { Intent } from "./configuration";
import { placesOf } from "./place";
import type { State } from "./state";

export type Outcome = "proved" | "disproved" | "undecided" | "not applicable";

/** What became of one claim about one data centre. */
export interface Proof {
  readonly place: string;
  readonly says: string;
  readonly outcome: Outcome;
  /** The counterexamples, what was not understood, or why there is nothing to prove. */
  readonly because: readonly string[];
  readonly milliseconds: number;
}

/** Whether nothing is left that is not so or that nobody knows. */
export function isProved(proofs: readonly Proof[]): boolean {
  return proofs.every(({ outcome }) => outcome === "proved" || outcome === "not applicable");
}

/** Proves, or disproves, everything that must be true of each data centre. */
export function proofsOf(intent: Intent, state: State): Proof[] {
  const places = placesOf(intent, state);
  return places.flatMap((place) =>
    [
      ...tokenApiClaims(place),
      ...secretClaims(place),
      ...keyClaims(place),
      ...recordingClaims(place),
      ...identityClaims(place),
      ...neighbourClaims(place, places),
    ].map((claim) => proofOf(place.name, claim)),
  );
}

function proofOf(place: string, { says, properties, because, elsewhere = [] }: Claim): Proof {
  if (properties === undefined) {
    return {
      place,
      says,
      outcome: "not applicable",
      because: [because ?? ""],
      milliseconds: 0,
    };
  }
  const started = performance.now();
  const verdicts = properties.map((property) => ({ property, verdict: check(property) }));
  const milliseconds = performance.now() - started;
  const of = (holds: boolean | undefined) =>
    verdicts.filter(({ verdict }) => verdict.holds === holds);
  const [disproved, undecided] = [of(false), of(undefined)];
  if (disproved.length > 0) {
    return { place, says, outcome: "disproved", because: sentences(disproved), milliseconds };
  }
  const open = [
    ...sentences(undecided),
    ...elsewhere.map((document) => `The state does not hold ${document}.`),
  ];
  return {
    place,
    says,
    outcome: open.length > 0 ? "undecided" : "proved",
    because: open,
    milliseconds,
  };
}

function sentences(
  of: readonly { readonly property: Property; readonly verdict: Verdict }[],
): string[] {
  return [...new Set(of.flatMap(({ property, verdict }) => sentencesOf(property, verdict)))];
}

function sentencesOf({ says }: Property, { answer }: Verdict): readonly string[] {
  const words = {
    found: () => (answer.answer === "found" ? [answer.sentence] : []),
    undecided: () => (answer.answer === "undecided" ? answer.because : []),
    none: () => [`Not so: ${says}. No request like that gets through.`],
  };
  return words[answer.answer]();
}
