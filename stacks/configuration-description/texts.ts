// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { roleArnPattern } from "../../components/access/role-arns";
import type { Kind, TextKind } from "./kinds";

export const nonEmpty = {
  type: "text",
  rule: "a text that is not empty",
  label: "text",
  pattern: /\S/,
} as const satisfies Kind;

export const roleArn = {
  type: "text",
  rule: "the ARN of an IAM role, arn:aws:iam::<account id>:role/<name>, without wildcards",
  label: "ARN of an IAM role",
  pattern: roleArnPattern("aws(-cn)?"),
} as const satisfies Kind;

export const topicArn = {
  type: "text",
  rule: "the ARN of an SNS topic",
  label: "ARN of an SNS topic",
  pattern: /^arn:aws(-cn)?:sns:[a-z0-9-]+:\d{12}:[\w-]+$/,
} as const satisfies Kind;

export const accountId = {
  type: "text",
  rule: "12 digits in quotes",
  label: "12 digits",
  pattern: /^\d{12}$/,
} as const satisfies Kind;

/** An id of AWS EC2, such as that of a VPC. */
export function idOf(prefix: string): TextKind {
  return {
    type: "text",
    rule: `an id like ${prefix}-0123456789abcdef0`,
    label: `\`${prefix}-…\``,
    pattern: new RegExp(`^${prefix}-[0-9a-f]{8,17}$`),
  };
}
