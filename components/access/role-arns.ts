// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Why a value is not the ARN of a role in a partition, as a sentence; nothing when it is. */
export function roleArnProblem(
  property: string,
  value: unknown,
  partition: string,
): string | undefined {
  return typeof value === "string" && roleArnShape(partition).test(value)
    ? undefined
    : `'${property}' must be the ARN of an IAM role in partition ${partition} without wildcards, got ${JSON.stringify(value)}. Write arn:${partition}:iam::<account id>:role/<name>.`;
}

function roleArnShape(partition: string): RegExp {
  return new RegExp(`^arn:${partition}:iam::\\d{12}:role/[\\w+=,.@/-]+$`);
}
