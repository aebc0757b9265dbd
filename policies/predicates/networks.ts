// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Resources in a VPC: a policy for everyone opens them only to everyone in the VPC. */

import { type Finding, undecided } from "../framework/finding";
import { type Reading, textOf } from "../resources/reading";
import { type StackResource, written } from "../resources/stack";

/** The properties that put a resource into a VPC: an S3 access point and an OpenSearch domain. */
const vpcProperties = [
  ["vpcConfiguration", "vpcId"],
  ["vpcOptions", "subnetIds"],
] as const;

/** The findings about a resource's policy, unless the resource is in a VPC. */
export function unlessInside(
  resource: StackResource,
  findings: readonly Finding[],
  must: string,
): readonly Finding[] {
  const ids = vpcProperties.flatMap((path) => written(resource, ...path));
  if (ids.some(isInside)) {
    return [];
  }
  const unknown = ids.find(({ state }) => state === "unknown");
  return unknown === undefined
    ? findings
    : findings.map((finding) =>
        finding.outcome === "violation" ? undecided(resource, unknown.path, must) : finding,
      );
}

/** A block without ids puts the resource into no VPC; an element of a list is an id even while unknown. */
function isInside(id: Reading): boolean {
  return textOf(id) !== undefined || (id.state === "unknown" && id.path.endsWith("]"));
}
