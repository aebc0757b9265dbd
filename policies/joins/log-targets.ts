// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The buckets that receive S3 server access logs or load balancer logs. AWS documents that it does not
 * deliver these to a bucket that encrypts with SSE-KMS, so rules require less of these buckets.
 */

import { type Delivery, logBuckets } from "../provider-tables/log-buckets";
import {
  type AttributePath,
  below,
  type Reading,
  read,
  select,
  textOf,
} from "../resources/reading";
import type { Stack, StackResource } from "../resources/stack";
import { namedBuckets } from "./named-buckets";

type Props = StackResource["props"];

/**
 * Whether another resource of the stack sends logs to the bucket. A bucket that logs to itself is not a
 * log bucket: it holds other data beside its own logs.
 */
export function isLogTarget(stack: Stack, bucket: StackResource): boolean {
  return stack.derive(logTargets).has(bucket.urn);
}

function logTargets(stack: Stack): ReadonlySet<string> {
  return new Set(
    stack.ofTypes(logBuckets.keys()).flatMap((resource) => targetsOf(stack, resource)),
  );
}

/** A target that may be one bucket or another makes neither of them a log bucket. */
function targetsOf(stack: Stack, resource: StackResource): readonly string[] {
  const logged = namedBuckets(stack, resource, read(resource.props, "bucket")).buckets;
  return (logBuckets.get(resource.type) ?? [])
    .flatMap(({ path, entry }) => delivered[entry](resource.props, path))
    .map((target) => namedBuckets(stack, resource, target))
    .flatMap(({ buckets, certain }) => (certain ? buckets : []))
    .filter((target) => target !== resource && !logged.includes(target))
    .map(({ urn }) => urn);
}

/** The properties that name buckets to which logs are delivered. */
const delivered: Readonly<
  Record<Delivery, (props: Props, path: AttributePath) => readonly Reading[]>
> = {
  always: (props, path) => targetsIn(props, path, () => true),
  "if-enabled": (props, path) => targetsIn(props, path, (block) => isTrue(below(block, "enabled"))),
  "unless-disabled": (props, path) =>
    targetsIn(props, path, (block) => textOf(below(block, "enabled")) !== "false"),
  "load-balancer-attributes": inAttributes,
};

/** The target in each block that delivers. */
function targetsIn(
  props: Props,
  path: AttributePath,
  delivers: (block: Reading) => boolean,
): readonly Reading[] {
  const target = path.at(-1) ?? "";
  return select(props, ...path.slice(0, -1))
    .filter(delivers)
    .map((block) => below(block, target));
}

/** In aws-native, switch and target are two elements of one list of attributes. */
function inAttributes(props: Props, path: AttributePath): readonly Reading[] {
  const attributes = select(props, ...path);
  const valuesOf = (key: string) =>
    attributes
      .filter((attribute) => textOf(below(attribute, "key")) === key)
      .map((attribute) => below(attribute, "value"));
  return ["access_logs", "connection_logs", "health_check_logs"]
    .filter((logs) => valuesOf(`${logs}.s3.enabled`).some(isTrue))
    .flatMap((logs) => valuesOf(`${logs}.s3.bucket`));
}

function isTrue(reading: Reading): boolean {
  return textOf(reading) === "true";
}
