// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { PolicyStatement } from "../access/policy-document";

/** Lets a function write to its own log group. The group exists already, so the function creates none. */
export function writeLog(logGroupArn: string): PolicyStatement {
  return {
    Sid: "WriteLog",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: [`${logGroupArn}:*`],
  };
}
