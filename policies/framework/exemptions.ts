// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Administrators decide about exemptions: they are in the configuration of the pack, never in the program,
 * and each one that is used is printed.
 */

import type { Exemption } from "./configuration";
import type { Finding } from "./finding";
import { engineUrnOf } from "./resource";
import { urnMatches } from "./urn-patterns";

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
