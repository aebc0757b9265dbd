// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "../arguments/problems";
import { awsRegionFacts } from "../regions/aws-regions";

/** The ARN of an IAM role without wildcards; `partition` is a name or a regular expression. */
export function roleArnPattern(partition: string): RegExp {
  return new RegExp(`^arn:${partition}:iam::\\d{12}:role/[\\w+=,.@/-]+$`);
}

/** Refuses a value that is not the ARN of a role in a partition. */
export function roleArnProblem(property: string, value: unknown, partition: string): Problem {
  return typeof value === "string" && roleArnPattern(partition).test(value)
    ? undefined
    : `'${property}' must be the ARN of an IAM role in partition ${partition} without wildcards, ` +
        `got ${JSON.stringify(value)}. Write arn:${partition}:iam::<account id>:role/<name>.`;
}

/** Refuses each text of a list that is not the ARN of a role in the partition of a region. Skips Outputs. */
export function roleArnProblems(
  property: string,
  arns: readonly unknown[],
  awsRegion: string,
): Problem[] {
  const { partition } = awsRegionFacts(awsRegion);
  return arns
    .filter((arn) => typeof arn === "string")
    .map((arn) => roleArnProblem(property, arn, partition));
}
