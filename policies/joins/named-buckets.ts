// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The buckets of the stack that a property refers to: `bucket: logs.id`, or a bucket's name as a string. */

import { type Reading, read, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../resources/stack";

/** `BucketV2` is the former name of `Bucket`. */
export const bucketTypes = [
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:s3/directoryBucket:DirectoryBucket",
  "aws-native:s3:Bucket",
  "aws-native:s3express:DirectoryBucket",
] as const;

export interface NamedBuckets {
  readonly buckets: readonly StackResource[];
  /** False where the name is unknown and made from more than one resource: it may be another bucket's. */
  readonly certain: boolean;
}

/**
 * A known name decides: it may be made from one bucket and name another. An unknown name is that of
 * the bucket it is made from.
 */
export function namedBuckets(
  stack: Stack,
  resource: StackResource,
  reference: Reading,
): NamedBuckets {
  const sources = sourcesOf(resource, topLevel(reference.path));
  const name = textOf(reference);
  if (name === undefined) {
    return { buckets: sources.filter(isBucket), certain: sources.length === 1 };
  }
  const namesakes = stack.derive(bucketsByName).get(name) ?? [];
  const ofSources = namesakes.filter((bucket) => sources.includes(bucket));
  return { buckets: ofSources.length > 0 ? ofSources : namesakes, certain: true };
}

function bucketsByName(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  const byName = new Map<string, StackResource[]>();
  for (const bucket of stack.ofTypes(bucketTypes)) {
    for (const name of namesOf(bucket)) {
      byName.set(name, [...(byName.get(name) ?? []), bucket]);
    }
  }
  return byName;
}

/** A bucket's id is its name, but in a preview only one of them may be known. */
function namesOf(bucket: StackResource): readonly string[] {
  const names = ["bucket", "bucketName", "id"].flatMap(
    (property) => textOf(read(bucket.props, property)) ?? [],
  );
  return [...new Set(names)];
}

function isBucket(resource: StackResource): boolean {
  return (bucketTypes as readonly string[]).includes(resource.type);
}
