// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which buckets of the stack a target or a source means that is written as a name, an ARN or an s3:// address. */

import { bucketCarriers, bucketNameIn, bucketSources } from "../provider-tables/bucket-carriers";
import { below, elements, type Reading, textOf } from "../resources/reading";
import { type Stack, type StackResource, written } from "../resources/stack";
import { type NamedBuckets, namedBuckets } from "./named-buckets";

const nativeBalancer = "aws-native:elasticloadbalancingv2:LoadBalancer";

/** The types that may name a target. */
export const writingTypes = [...Object.keys(bucketCarriers), nativeBalancer];

export interface TargetBuckets extends NamedBuckets {
  readonly reference: Reading;
}

/** The targets that a resource names, each with what the stack knows about it. */
export function targetBuckets(stack: Stack, resource: StackResource): readonly TargetBuckets[] {
  return inStack(stack, resource, [
    ...referencesIn(resource, bucketCarriers),
    ...(resource.type === nativeBalancer ? logAttributes(resource) : []),
  ]);
}

/** The buckets that it reads from, by name. What is not known yet may come from more than a bucket. */
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
  carriers: typeof bucketCarriers,
): readonly Reading[] {
  return (carriers[resource.type] ?? []).flatMap((path) =>
    written(resource, ...path).flatMap(elements),
  );
}

/** Where CloudFormation has attributes, a bucket is the value of one. */
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

/** Some of these properties take a log group, a stream or another server's address as well. */
function isBucketName(text: string | undefined): boolean {
  return text !== undefined && !/^(?:arn:[\w-]+:(?!s3:::)|(?!s3)\w+:\/\/)/.test(text);
}

function byName(reference: Reading): Reading {
  return reference.state === "known"
    ? { ...reference, value: bucketNameIn(String(reference.value)) }
    : reference;
}
