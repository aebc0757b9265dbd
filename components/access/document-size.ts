// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "../arguments/problems";

/** AWS's limits of policy documents, in characters without white space. */
const limits = {
  "API resource policy": 8192,
  "managed policy": 6144,
  "bucket policy": 20480,
  "VPC endpoint policy": 20480,
} as const;

/** A kind of policy document that AWS limits. */
export type LimitedDocument = keyof typeof limits;

/** Refuses a document that is larger than AWS accepts; `property` is the argument that makes it large. */
export function documentSizeProblem(
  kind: LimitedDocument,
  document: string,
  property: string,
): Problem {
  const limit = limits[kind];
  return document.length <= limit
    ? undefined
    : `'${property}' must be few and short enough for AWS's ${kind} of ${limit} characters, ` +
        `got a document of ${document.length}. Let several of them share one role.`;
}
