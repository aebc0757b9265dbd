// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { classroomTable } from "./contract/classroom-table";

interface ClassroomTable {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly deletionProtection: boolean;
}

/** Makes the DynamoDB table of issued ids, with the keys that the function expects. */
export function makeClassroomTable(
  name: string,
  { kmsKeyArn, deletionProtection }: ClassroomTable,
  opts: pulumi.CustomResourceOptions,
): aws.dynamodb.Table {
  const { partitionKey, timeToLiveAttribute } = classroomTable;
  return new aws.dynamodb.Table(
    `${name}-classrooms`,
    {
      billingMode: "PAY_PER_REQUEST",
      attributes: [{ name: partitionKey, type: "S" }],
      hashKey: partitionKey,
      ttl: { attributeName: timeToLiveAttribute, enabled: true },
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn },
      deletionProtectionEnabled: deletionProtection,
    },
    { ...opts, protect: deletionProtection },
  );
}
