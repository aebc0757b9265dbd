// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The buckets of the stack that properties refer to by a name, an ARN or an s3:// address. */

import { bucketSources, bucketTargets } from "../provider-tables/bucket-properties";
import { bucketNameIn } from "../resources/bucket-names";
import { below, elements, type Reading, textOf } from "../resources/reading";
import { type Stack, type StackResource, written } from "../resources/stack";
import { type NamedBuckets, namedBuckets } from "./named-buckets";

const nativeBalancer = "aws-native:elasticloadbalancingv2:LoadBalancer";

/** The types that can write to a bucket. */
export const writingTypes = [...bucketTargets.keys(), nativeBalancer];

export interface TargetBuckets extends NamedBuckets {
  readonly reference: Reading;
}

/** The buckets that a resource writes to, each with what the stack knows about it. */
export function targetBuckets(stack: Stack, resource: StackResource): readonly TargetBuckets[] {
  return inStack(stack, resource, [
    ...referencesIn(resource, bucketTargets),
    ...(resource.type === nativeBalancer ? logAttributes(resource) : []),
  ]);
}

/** The buckets that a resource reads from. An unknown value is left out: it may come from more than a bucket. */
export function sourceBuckets(stack: Stack, resource: StackResource): readonly TargetBuckets[] {
  const references = referencesIn(resource, bucketSources);
  return inStack(
    stack,
    resource,
    references.filter(({ state }) => state === "known"),
  );
}

function referencesIn(
  resource: StackResource,
  properties: typeof bucketTargets,
): readonly Reading[] {
  return (properties.get(resource.type) ?? []).flatMap((path) =>
    written(resource, ...path).flatMap(elements),
  );
}

/** In aws-native, the bucket is the value of a load balancer attribute. */
function logAttributes(balancer: StackResource): readonly Reading[] {
  return written(balancer, "loadBalancerAttributes")
    .filter((attribute) => /_logs\.s3\.bucket$/.test(textOf(below(attribute, "key")) ?? ""))
    .map((attribute) => below(attribute, "value"));
}

function inStack(
  stack: Stack,
  resource: StackResource,
  references: readonly Reading[],
): readonly TargetBuckets[] {
  return references
    .filter((reference) => reference.state === "unknown" || isBucketName(textOf(reference)))
    .map((reference) => ({
      reference,
      ...namedBuckets(stack, resource, byName(reference)),
    }));
}

/** Some of these properties also take a log group, a stream or the address of another server. */
function isBucketName(text: string | undefined): boolean {
  return text !== undefined && !/^(?:arn:[\w-]+:(?!s3:::)|(?!s3)\w+:\/\/)/.test(text);
}

function byName(reference: Reading): Reading {
  return reference.state === "known"
    ? { ...reference, value: bucketNameIn(String(reference.value)) }
    : reference;
}
