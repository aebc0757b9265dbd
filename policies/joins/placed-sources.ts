// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The siblings that a property was made from and that are in a region. */

import { isInNoRegion } from "../region";
import { type StackResource, sourcesOf } from "../stack";

export function placedSources(resource: StackResource, property: string): readonly StackResource[] {
  return sourcesOf(resource, property).filter(
    ({ type }) => /^aws(-native)?:/.test(type) && !isInNoRegion(type),
  );
}
