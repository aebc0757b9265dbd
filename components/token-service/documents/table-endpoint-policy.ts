// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { classroomTable } from "../contract/classroom-table";

interface TableEndpointPolicySubject {
  readonly tableArn: string;
  readonly functionRoleArn: string;
}

/** Policy of the DynamoDB endpoint: only the function may use it, and only for its table. */
export function tableEndpointPolicy({
  tableArn,
  functionRoleArn,
}: TableEndpointPolicySubject): string {
  return policyText([
    {
      Sid: "KeepRecords",
      Effect: "Allow",
      Principal: "*",
      Action: classroomTable.actions,
      Resource: [tableArn],
      Condition: { ArnEquals: { "aws:PrincipalArn": [functionRoleArn] } },
    },
  ]);
}
