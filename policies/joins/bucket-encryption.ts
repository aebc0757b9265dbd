// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which resources configure the default encryption of a bucket, and of which bucket each one does. */

import { read } from "../reading";
import type { Stack, StackResource } from "../stack";
import { type NamedBuckets, namedBuckets } from "./named-buckets";

export const encryptionTypes = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
] as const;

export interface SplitEncryption {
  readonly encryption: StackResource;
  /** False where it may belong to another bucket as well. */
  readonly certain: boolean;
}

/** The split resources that configure a bucket: more than one is legal Pulumi, and the last one wins. */
export function encryptionsOf(stack: Stack, bucket: StackResource): readonly SplitEncryption[] {
  return stack.derive(byBucket).get(bucket.urn) ?? [];
}

/** The buckets of the stack that a split resource configures; none where its bucket lives elsewhere. */
export function bucketsOf(stack: Stack, encryption: StackResource): NamedBuckets {
  return namedBuckets(stack, encryption, read(encryption.props, "bucket"));
}

function byBucket(stack: Stack): ReadonlyMap<string, readonly SplitEncryption[]> {
  const result = new Map<string, SplitEncryption[]>();
  for (const encryption of stack.ofTypes(encryptionTypes)) {
    const { buckets, certain } = bucketsOf(stack, encryption);
    for (const { urn } of buckets) {
      result.set(urn, [...(result.get(urn) ?? []), { encryption, certain }]);
    }
  }
  return result;
}
