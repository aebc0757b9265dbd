// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What AWS allows a policy document to weigh, in characters without white space. */
const limits = {
  "API resource policy": 8192,
  "managed policy": 6144,
  "bucket policy": 20480,
  "VPC endpoint policy": 20480,
} as const;

/** Why a document is too large for AWS, as a sentence; nothing when it is not. */
export function documentSizeProblem(
  kind: keyof typeof limits,
  document: string,
  property: string,
): string | undefined {
  const limit = limits[kind];
  return document.length <= limit
    ? undefined
    : `'${property}' must be few and short enough for AWS's ${kind} of ${limit} characters, got a document of ${document.length}. Let several of them share one role.`;
}
