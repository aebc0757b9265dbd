// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which buckets of the stack a target means that is written as a name, an ARN or an s3:// address. */

import { bucketCarriers, bucketNameIn } from "../bucket-carriers";
import { elements, type Reading, textOf } from "../reading";
import { type Stack, type StackResource, written } from "../stack";
import { type NamedBuckets, namedBuckets } from "./named-buckets";

export interface TargetBuckets extends NamedBuckets {
  readonly reference: Reading;
}

/** The targets that a resource names, each with what the stack knows about it. */
export function targetBuckets(stack: Stack, resource: StackResource): readonly TargetBuckets[] {
  return (bucketCarriers[resource.type] ?? [])
    .flatMap((path) => written(resource, ...path).flatMap(elements))
    .filter((reference) => reference.state === "unknown" || isBucketName(textOf(reference)))
    .map((reference) => ({
      reference,
      ...namedBuckets(stack, resource, byName(reference)),
    }));
}

/** Some of these properties take a log group or a stream as well. */
function isBucketName(text: string | undefined): boolean {
  return text !== undefined && !/^arn:[\w-]+:(?!s3:::)/.test(text);
}

function byName(reference: Reading): Reading {
  return reference.state === "known"
    ? { ...reference, value: bucketNameIn(String(reference.value)) }
    : reference;
}
