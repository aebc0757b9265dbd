// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Exemptions are the administrators': they come with the pack's configuration, never from the program,
 * and each one that is used is printed.
 */

import { engineUrnOf } from "../resources/stack";
import type { Finding } from "./finding";
import { urnMatches } from "./urn-patterns";

export interface Exemption {
  /** Which resources: a pattern that is compared with a URN part by part. */
  readonly urn: string;
  readonly reason: string;
  /** The last day on which it holds, in UTC: `2027-01-31`. */
  readonly expires: string;
}

/** The exemption that covers a finding. One that still holds is preferred to one that has expired. */
export function exemptionFor(
  finding: Finding,
  exemptions: readonly Exemption[],
  today: string,
): Exemption | undefined {
  const urns = [finding.resource, finding.of ?? []].flat().map(engineUrnOf);
  const covering = [
    ...exemptions.filter(({ urn }) => urns.some((candidate) => urnMatches(urn, candidate))),
    ...("permission" in finding && finding.permission !== undefined ? [finding.permission] : []),
  ];
  return covering.find((exemption) => !hasExpired(exemption, today)) ?? covering[0];
}

/** ISO dates sort as text. */
export function hasExpired(exemption: Exemption, today: string): boolean {
  return exemption.expires < today;
}
