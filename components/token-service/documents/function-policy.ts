// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";
import { writeLog } from "../../lambda/log-statement";
import { awsRegionFacts } from "../../regions/aws-regions";
import { classroomTable } from "../contract/classroom-table";

interface FunctionPolicySubject {
  readonly awsRegion: string;
  readonly logGroupArn: string;
  readonly secretArn: string;
  readonly secretKeyArn: string;
  /** Table of issued ids and its key, with identity mode `issued`. @default - none */
  readonly tableArn?: string;
  readonly tableKeyArn?: string;
}

/** Permissions of the function's role. */
export function functionPolicy(subject: FunctionPolicySubject): string {
  const { awsRegion, logGroupArn, secretArn, secretKeyArn, tableArn, tableKeyArn } = subject;
  const { viaService } = awsRegionFacts(awsRegion);
  return policyText([
    writeLog(logGroupArn),
    {
      Sid: "ReadCertificate",
      Effect: "Allow",
      Action: ["secretsmanager:GetSecretValue"],
      Resource: [secretArn],
    },
    decrypt("DecryptCertificate", secretKeyArn, viaService("secretsmanager")),
    ...(tableArn
      ? [
          {
            Sid: "KeepRecords",
            Effect: "Allow" as const,
            Action: classroomTable.actions,
            Resource: [tableArn],
          },
        ]
      : []),
    ...(tableKeyArn ? [decrypt("DecryptRecords", tableKeyArn, viaService("dynamodb"))] : []),
    ...networkGuard,
  ]);
}

function decrypt(Sid: string, keyArn: string, viaServices: readonly string[]): PolicyStatement {
  return {
    Sid,
    Effect: "Allow",
    Action: ["kms:Decrypt"],
    Resource: [keyArn],
    Condition: { StringEquals: { "kms:ViaService": viaServices } },
  };
}

/**
 * Lambda uses the function's role to manage its network interfaces. The condition key is present only when
 * the function's own code calls, so the code cannot do the same.
 */
const networkGuard: readonly PolicyStatement[] = [
  {
    Sid: "KeepCodeFromNetworkInterfaces",
    Effect: "Deny",
    Action: [
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:UnassignPrivateIpAddresses",
    ],
    Resource: ["*"],
    Condition: { Null: { "lambda:SourceFunctionArn": ["false"] } },
  },
];
