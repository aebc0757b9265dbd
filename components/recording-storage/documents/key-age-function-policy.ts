// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { writeLog } from "../../lambda/log-statement";

interface KeyAgeFunctionPolicySubject {
  readonly logGroupArn: string;
  readonly userArn: string;
}

/** Permissions of the function that reports the age of the writer's access keys. */
export function keyAgeFunctionPolicy({
  logGroupArn,
  userArn,
}: KeyAgeFunctionPolicySubject): string {
  return policyText([
    writeLog(logGroupArn),
    {
      Sid: "ListWritersKeys",
      Effect: "Allow",
      Action: ["iam:ListAccessKeys"],
      Resource: [userArn],
    },
  ]);
}
