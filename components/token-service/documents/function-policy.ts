// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";
import { classroomTable } from "../contract/classroom-table";

interface FunctionPolicySubject {
  readonly awsRegion: string;
  readonly logGroupArn: string;
  readonly secretArn: string;
  readonly secretKeyArn: string;
  /** With identity mode `issued` only, as is the key. */
  readonly tableArn?: string;
  readonly tableKeyArn?: string;
}

/** What the function's role may do. */
export function functionPolicy(subject: FunctionPolicySubject): string {
  const { awsRegion, logGroupArn, secretArn, secretKeyArn, tableArn, tableKeyArn } = subject;
  const { viaService } = awsRegionFacts(awsRegion);
  return policyText([
    {
      Sid: "WriteLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [`${logGroupArn}:*`],
    },
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
 * Lambda itself manages the function's network interfaces with the function's role. The condition key
 * is there only when the function's own code is the caller, which has no business with them.
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
