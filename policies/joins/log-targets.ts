// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which buckets receive S3 server access logs or load-balancer logs. AWS documents that it does not
 * deliver these to a bucket that encrypts with SSE-KMS, so rules ask less of them.
 */

import { below, type Reading, read, type Step, select, textOf } from "../reading";
import type { Stack, StackResource } from "../stack";
import { bucketTypes, namedBuckets } from "./named-buckets";

interface LogSource {
  readonly types: readonly string[];
  /** Where the blocks are that say where logs go; the empty path is the resource itself. */
  readonly blocks: readonly (readonly Step[])[];
  readonly target: string;
  readonly delivers: (block: Reading) => boolean;
}

const always = () => true;
const ifEnabled = (block: Reading) => switchOf(block) === "true";
const unlessDisabled = (block: Reading) => switchOf(block) !== "false";

const sources: readonly LogSource[] = [
  {
    types: ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
    blocks: [[]],
    target: "targetBucket",
    delivers: always,
  },
  {
    types: bucketTypes,
    blocks: [[["logging", "loggings"]]],
    target: "targetBucket",
    delivers: always,
  },
  {
    types: ["aws-native:s3:Bucket"],
    blocks: [["loggingConfiguration"]],
    target: "destinationBucketName",
    delivers: always,
  },
  {
    types: [
      "aws:lb/loadBalancer:LoadBalancer",
      "aws:alb/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
      "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
    ],
    blocks: [["accessLogs"], ["connectionLogs"], ["healthCheckLogs"]],
    target: "bucket",
    delivers: ifEnabled,
  },
  {
    types: [
      "aws:elb/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancing/loadBalancer:LoadBalancer",
    ],
    blocks: [["accessLogs"]],
    target: "bucket",
    delivers: unlessDisabled,
  },
];

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
  return source.blocks
    .flatMap((path) => select(resource.props, ...path))
    .filter(source.delivers)
    .map((block) => namedBuckets(stack, resource, below(block, source.target)))
    .flatMap(({ buckets, certain }) => (certain ? buckets : []))
    .filter((target) => target !== resource && !logged.includes(target))
    .map(({ urn }) => urn);
}

function switchOf(block: Reading): string | undefined {
  return textOf(below(block, "enabled"));
}
