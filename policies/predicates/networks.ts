// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What is reached from inside of a VPC only, where a policy for everyone is one for everyone in there. */

import { type Finding, undecided } from "../framework/finding";
import { type Reading, textOf } from "../resources/reading";
import { type StackResource, written } from "../resources/stack";

/** The properties that put something into a VPC: an access point of S3, and a domain of OpenSearch. */
const places = [
  ["vpcConfiguration", "vpcId"],
  ["vpcOptions", "subnetIds"],
] as const;

/** What is found about the policy of something, if that lies where everyone can come to. */
export function unlessInside(
  placed: StackResource,
  findings: readonly Finding[],
  must: string,
): readonly Finding[] {
  const ids = places.flatMap((path) => written(placed, ...path));
  if (ids.some(isInside)) {
    return [];
  }
  const unknown = ids.find(({ state }) => state === "unknown");
  return unknown === undefined
    ? findings
    : findings.map((finding) =>
        finding.outcome === "violation" ? undecided(placed, unknown.path, must) : finding,
      );
}

/** A block without ids puts nothing anywhere; an element of a list is an id, whichever it will be. */
function isInside(id: Reading): boolean {
  return textOf(id) !== undefined || (id.state === "unknown" && id.path.endsWith("]"));
}
