// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which buckets of the stack a property means: `bucket: logs.id`, or a bucket's name as text. */

import { type Reading, read, textOf } from "../reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../stack";

/** A directory bucket takes the same split resources as the others; `BucketV2` is `Bucket`'s former name. */
export const bucketTypes = [
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:s3/directoryBucket:DirectoryBucket",
] as const;

export interface NamedBuckets {
  readonly buckets: readonly StackResource[];
  /** False where the name is unknown and made from several buckets: it is one of them. */
  readonly certain: boolean;
}

/**
 * A name that is known decides: it may be made from a bucket and yet mean another. A name that is
 * not known yet, or belongs to a bucket whose own name is not, means the siblings it is made from.
 */
export function namedBuckets(
  stack: Stack,
  resource: StackResource,
  reference: Reading,
): NamedBuckets {
  const siblings = sourcesOf(resource, topLevel(reference.path)).filter(isBucket);
  const name = textOf(reference);
  const named = name === undefined ? siblings : bearersOf(stack, name, siblings);
  return { buckets: named, certain: name !== undefined || named.length === 1 };
}

function bearersOf(
  stack: Stack,
  name: string,
  siblings: readonly StackResource[],
): readonly StackResource[] {
  const bearers = stack.derive(bucketsByName).get(name) ?? [];
  const among = bearers.filter((bucket) => siblings.includes(bucket));
  if (among.length > 0) {
    return among;
  }
  const nameless = siblings.filter((bucket) => nameOf(bucket) === undefined);
  return bearers.length > 0 ? bearers : nameless;
}

function bucketsByName(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  const byName = new Map<string, StackResource[]>();
  for (const bucket of stack.ofTypes(bucketTypes)) {
    const name = nameOf(bucket);
    if (name !== undefined) {
      byName.set(name, [...(byName.get(name) ?? []), bucket]);
    }
  }
  return byName;
}

function nameOf(bucket: StackResource): string | undefined {
  return textOf(read(bucket.props, "bucket"));
}

function isBucket(resource: StackResource): boolean {
  return (bucketTypes as readonly string[]).includes(resource.type);
}
