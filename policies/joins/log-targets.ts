// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which buckets receive S3 server access logs or load-balancer logs. AWS documents that it does not
 * deliver these to a bucket that encrypts with SSE-KMS, so rules ask less of them.
 */

import { below, type Reading, read, type Step, select, textOf } from "../resources/reading";
import type { Stack, StackResource } from "../resources/stack";
import { bucketTypes, namedBuckets } from "./named-buckets";

interface LogSource {
  readonly types: readonly string[];
  /** The properties that name the buckets where logs go. */
  readonly targets: (props: StackResource["props"]) => readonly Reading[];
}

const isTrue = (position: Reading) => textOf(position) === "true";
const ifEnabled = (block: Reading) => isTrue(below(block, "enabled"));
const unlessDisabled = (block: Reading) => textOf(below(block, "enabled")) !== "false";

const sources: readonly LogSource[] = [
  {
    types: ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
    targets: inBlocks([[]], "targetBucket"),
  },
  { types: bucketTypes, targets: inBlocks([[["logging", "loggings"]]], "targetBucket") },
  {
    types: ["aws-native:s3:Bucket"],
    targets: inBlocks([["loggingConfiguration"]], "destinationBucketName"),
  },
  {
    types: [
      "aws:lb/loadBalancer:LoadBalancer",
      "aws:alb/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
      "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
    ],
    targets: inBlocks(
      [["accessLogs"], ["connectionLogs"], ["healthCheckLogs"]],
      "bucket",
      ifEnabled,
    ),
  },
  {
    types: [
      "aws:elb/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancing/loadBalancer:LoadBalancer",
    ],
    targets: inBlocks([["accessLogs"]], "bucket", unlessDisabled),
  },
  {
    types: ["aws-native:elasticloadbalancing:LoadBalancer"],
    targets: inBlocks([["accessLoggingPolicy"]], "s3BucketName", ifEnabled),
  },
  { types: ["aws-native:elasticloadbalancingv2:LoadBalancer"], targets: inAttributes },
];

/** The target in each block that delivers; the empty path is the resource itself. */
function inBlocks(
  paths: readonly (readonly Step[])[],
  target: string,
  delivers: (block: Reading) => boolean = () => true,
): LogSource["targets"] {
  return (props) =>
    paths
      .flatMap((path) => select(props, ...path))
      .filter(delivers)
      .map((block) => below(block, target));
}

/** Where CloudFormation has attributes, switch and target are two elements of one list. */
function inAttributes(props: StackResource["props"]): readonly Reading[] {
  const attributes = select(props, "loadBalancerAttributes");
  const valuesOf = (key: string) =>
    attributes
      .filter((attribute) => textOf(below(attribute, "key")) === key)
      .map((attribute) => below(attribute, "value"));
  return ["access_logs", "connection_logs", "health_check_logs"]
    .filter((logs) => valuesOf(`${logs}.s3.enabled`).some(isTrue))
    .flatMap((logs) => valuesOf(`${logs}.s3.bucket`));
}

/**
 * Whether another resource of the stack logs into the bucket. A bucket that logs into itself is not
 * a log bucket: it holds whatever it holds, and its own logs besides.
 */
export function isLogTarget(stack: Stack, bucket: StackResource): boolean {
  return stack.derive(logTargets).has(bucket.urn);
}

function logTargets(stack: Stack): ReadonlySet<string> {
  return new Set(
    sources.flatMap((source) =>
      stack.ofTypes(source.types).flatMap((resource) => targetsOf(stack, resource, source)),
    ),
  );
}

/** A target that may be one bucket or another makes neither of them a log bucket. */
function targetsOf(stack: Stack, resource: StackResource, source: LogSource): readonly string[] {
  const logged = namedBuckets(stack, resource, read(resource.props, "bucket")).buckets;
  return source
    .targets(resource.props)
    .map((target) => namedBuckets(stack, resource, target))
    .flatMap(({ buckets, certain }) => (certain ? buckets : []))
    .filter((target) => target !== resource && !logged.includes(target))
    .map(({ urn }) => urn);
}
