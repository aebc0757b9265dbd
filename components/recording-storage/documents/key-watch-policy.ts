// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";

interface KeyWatchPolicySubject {
  readonly logGroupArn: string;
  readonly userArn: string;
}

/** What the function may do that looks at the age of the writer's keys. */
export function keyWatchPolicy({ logGroupArn, userArn }: KeyWatchPolicySubject): string {
  return policyText([
    {
      Sid: "WriteLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [`${logGroupArn}:*`],
    },
    {
      Sid: "ListWritersKeys",
      Effect: "Allow",
      Action: ["iam:ListAccessKeys"],
      Resource: [userArn],
    },
  ]);
}
