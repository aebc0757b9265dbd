// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { keyAdministration } from "../access/key-administration";
import { type PolicyStatement, policyText } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";

/** Policy of the key for logs, alarms and the table of issued ids. */
export function operationsKeyPolicy(subject: {
  readonly awsRegion: string;
  readonly accountId: string;
}): string {
  const { partition, servicePrincipal, regionalServicePrincipal } = awsRegionFacts(
    subject.awsRegion,
  );
  const { awsRegion, accountId } = subject;
  return policyText([
    keyAdministration(partition, accountId),
    {
      Sid: "EncryptLogGroups",
      Effect: "Allow",
      Principal: { Service: [regionalServicePrincipal("logs")] },
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      Resource: ["*"],
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": [
            `arn:${partition}:logs:${awsRegion}:${accountId}:log-group:*`,
          ],
        },
      },
    },
    {
      Sid: "PublishAlarms",
      Effect: "Allow",
      Principal: { Service: [servicePrincipal("cloudwatch")] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: ["*"],
      Condition: { StringEquals: { "aws:SourceAccount": [accountId] } },
    },
    ...tableStatements(subject),
  ]);
}

/** DynamoDB uses a table's key for each caller who may use the table, and through a grant of its own. */
function tableStatements(subject: {
  readonly awsRegion: string;
  readonly accountId: string;
}): PolicyStatement[] {
  const { partition, viaService } = awsRegionFacts(subject.awsRegion);
  const Principal = { AWS: [`arn:${partition}:iam::${subject.accountId}:root`] };
  const Condition = { StringEquals: { "kms:ViaService": viaService("dynamodb") } };
  return [
    {
      Sid: "EncryptTables",
      Effect: "Allow",
      Principal,
      Action: [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      Resource: ["*"],
      Condition,
    },
    {
      Sid: "GrantTablesTheirKey",
      Effect: "Allow",
      Principal,
      Action: ["kms:CreateGrant"],
      Resource: ["*"],
      Condition: { ...Condition, Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
  ];
}
