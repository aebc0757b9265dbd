// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties that name another resource: by its ARN or address, as a sibling, or as a bucket of the stack. */

import { type Finding, undecided } from "../../framework/finding";
import { locatedSources } from "../../joins/located-sources";
import { sourceBuckets, targetBuckets } from "../../joins/target-buckets";
import { type RegionProperty, regionalReferences } from "../../provider-tables/region-properties";
import { elements, type Reading } from "../../resources/reading";
import { regionValues } from "../../resources/region-values";
import { type Stack, type StackResource, topLevel, written } from "../../resources/stack";
import { judgeReading } from "./named-regions";
import { judgeTogether, must, type TransferOptions } from "./region-comparison";

export function judgeReferences(
  resource: StackResource,
  options: TransferOptions,
  stack: Stack,
): readonly Finding[] {
  return [
    ...(regionalReferences.get(resource.type) ?? []).flatMap((property) =>
      written(resource, ...property.path)
        .flatMap(elements)
        .flatMap((reading) => regionValues(property, reading))
        .flatMap((reading) =>
          reading.state === "unknown"
            ? judgeSiblings(resource, property, reading, options)
            : judgeReading(resource, property, reading, options),
        ),
    ),
    ...targetBuckets(stack, resource).flatMap(({ reference, buckets }) =>
      judgeTogether(resource, reference.path, buckets, options),
    ),
    ...sourceBuckets(stack, resource).flatMap(({ reference, buckets }) =>
      judgeTogether(resource, reference.path, buckets, options, true),
    ),
  ];
}

/** An unknown value is in the region of the siblings that it is made from, unless it holds more than those. */
function judgeSiblings(
  resource: StackResource,
  { inbound, json = [] }: RegionProperty,
  { path }: Reading,
  options: TransferOptions,
): readonly Finding[] {
  const siblings = locatedSources(resource, topLevel(path));
  const found = judgeTogether(resource, path, siblings, options, inbound);
  const isOpen = siblings.length === 0 || (found.length === 0 && json.length > 1);
  return isOpen ? [undecided(resource, path, must)] : found;
}
