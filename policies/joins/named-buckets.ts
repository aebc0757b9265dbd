// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which buckets of the stack a property means: `bucket: logs.id`, or a bucket's name as text. */

import { type Reading, read, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../resources/stack";

/** `BucketV2` is `Bucket`'s former name; `aws-native` says everything in other properties. */
export const bucketTypes = [
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:s3/directoryBucket:DirectoryBucket",
  "aws-native:s3:Bucket",
  "aws-native:s3express:DirectoryBucket",
] as const;

export interface NamedBuckets {
  readonly buckets: readonly StackResource[];
  /** False where the name is not known and may be another's: it is made from more than one resource. */
  readonly certain: boolean;
}

/**
 * A name that is known decides: it may be made from a bucket and yet mean another. One that is not
 * known yet means the bucket that it is made from.
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
  const bearers = stack.derive(bucketsByName).get(name) ?? [];
  const among = bearers.filter((bucket) => sources.includes(bucket));
  return { buckets: among.length > 0 ? among : bearers, certain: true };
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

/** A bucket's id is its name, but in a preview the one may be known and the other not. */
function namesOf(bucket: StackResource): readonly string[] {
  const names = ["bucket", "bucketName", "id"].flatMap(
    (property) => textOf(read(bucket.props, property)) ?? [],
  );
  return [...new Set(names)];
}

function isBucket(resource: StackResource): boolean {
  return (bucketTypes as readonly string[]).includes(resource.type);
}
