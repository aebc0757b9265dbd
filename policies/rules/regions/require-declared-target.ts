// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A bucket's ARN and its name say neither whose it is nor where. Cannot see: what another stack does
 * with a bucket that is named here.
 */

import { configuration, type Options } from "../../framework/configuration";
import { agora, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { globMatches } from "../../framework/urn-patterns";
import { holdsAnyText } from "../../joins/located-sources";
import { type TargetBuckets, targetBuckets, writingTypes } from "../../joins/target-buckets";
import { bucketNameIn } from "../../resources/bucket-names";
import { textOf } from "../../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../../resources/stack";

interface TargetOptions extends Options {
  readonly targets: readonly string[];
}

const must = "it must be a bucket of this stack or one that the configuration names";

export const requireDeclaredTarget: Rule<TargetOptions> = {
  name: "require-declared-target",
  description:
    "Buckets that data is written to must be declared in the stack or named in the configuration.",
  rationale:
    "A replica, a log or an export can go to any bucket in the world, and neither the name nor " +
    "the ARN of the bucket tells where it is. For a bucket in the same stack, the rules can " +
    "judge the region and the protection.",
  severity: "high",
  controls: [
    nist("AC-4", "Information flow enforcement"),
    iso("A.5.14", "Information transfer"),
    agora("3", "Network geofencing: data stays in the chosen area"),
  ],
  enforcementLevel: "mandatory",
  tags: ["regions", "residency", "s3"],
  remediationSteps:
    "Write to a bucket of this stack, or have whoever answers for security add the bucket's ARN to the targets.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
  configSchema: configuration("advisory", {
    targets: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description:
        "ARNs of buckets outside the stack that data may be written to (* stands for any text, " +
        "? for any character). Without this key the rule judges nothing.",
    },
  }),
  validator: {
    needs: "targets",
    stack: forTypes(writingTypes, judgeTargets),
  },
};

function judgeTargets(
  resource: StackResource,
  options: TargetOptions,
  stack: Stack,
): readonly Finding[] {
  return targetBuckets(stack, resource).flatMap((target) =>
    target.reference.state === "unknown"
      ? judgeUnknown(resource, target)
      : judgeKnown(resource, target, options),
  );
}

/** A value that is made from resources of the stack only is one of their buckets, or not a bucket. */
function judgeUnknown(resource: StackResource, { reference }: TargetBuckets): readonly Finding[] {
  const sources = sourcesOf(resource, topLevel(reference.path));
  const areDeclared =
    sources.length > 0 &&
    sources.every((source) => /^aws(-native)?:/.test(source.type) && !holdsAnyText(source));
  return areDeclared ? [] : [undecided(resource, reference.path, must)];
}

function judgeKnown(
  resource: StackResource,
  { reference, buckets }: TargetBuckets,
  { targets }: TargetOptions,
): readonly Finding[] {
  const text = textOf(reference) ?? "";
  const name = bucketNameIn(text);
  const arns = ["aws", "aws-cn", "aws-us-gov"].map((partition) => `arn:${partition}:s3:::${name}`);
  const isNamed = targets.some((glob) => arns.some((arn) => globMatches(glob, arn)));
  return buckets.length > 0 || isNamed
    ? []
    : [violation(resource, reference.path, `is the bucket ${name}`, must)];
}
