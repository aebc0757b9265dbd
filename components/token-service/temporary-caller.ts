// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { roleArnProblems } from "../access/role-arns";
import type { Problem } from "../arguments/problems";

/** A caller whose permission ends. */
export interface TemporaryCaller {
  /** IAM role of the caller. */
  readonly roleArn: string;
  /** Last moment of the permission, in IAM's format: RFC 3339 in UTC, such as 2026-12-31T23:59:59Z. */
  readonly until: string;
}

/** Refuses a temporary caller with a wrong role or end. Skips an Output. */
export function temporaryCallerProblems(caller: object, awsRegion: string): Problem[] {
  if (!("until" in caller && "roleArn" in caller) || typeof caller.until !== "string") {
    return [];
  }
  return [
    ...roleArnProblems("temporaryCallers", [caller.roleArn], awsRegion),
    isMoment(caller.until)
      ? undefined
      : "'temporaryCallers' must end at a time like 2026-12-31T23:59:59Z, " +
        `got ${JSON.stringify(caller.until)}.`,
  ];
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text));
}
