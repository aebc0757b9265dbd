// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration, type Options } from "../configuration";
import { fsbp, iso, nist } from "../controls";
import { type Finding, undecided, violation } from "../finding";
import { isWithin, type Limits, limitsInWords, limitsSchema } from "../limits";
import { read, textOf } from "../reading";
import type { Rule } from "../rule";
import type { Resource } from "../stack";

interface DestroyableOptions extends Options {
  readonly deletionWindowDays: Limits;
}

/** What a property must be, and what AWS takes it for where it is missing. */
interface Asked {
  readonly property: string;
  readonly must: "true" | "false" | "wait";
  readonly unset: string;
}

const isNotEmptied: Asked = { property: "forceDestroy", must: "false", unset: "false" };
const isProtected: Asked = { property: "deletionProtection", must: "true", unset: "false" };
const leavesSnapshot: Asked = { property: "skipFinalSnapshot", must: "false", unset: "false" };
const tableIsProtected: Asked = { ...isProtected, property: "deletionProtectionEnabled" };
const waits: Asked = { property: "deletionWindowInDays", must: "wait", unset: "30" };
const nativeWaits: Asked = { ...waits, property: "pendingWindowInDays" };

const asked: Readonly<Record<string, readonly Asked[]>> = {
  "aws:s3/bucket:Bucket": [isNotEmptied],
  "aws:s3/bucketV2:BucketV2": [isNotEmptied],
  "aws:s3/directoryBucket:DirectoryBucket": [isNotEmptied],
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": [isNotEmptied],
  "aws:s3tables/tableBucket:TableBucket": [isNotEmptied],
  "aws:backup/vault:Vault": [isNotEmptied],
  "aws:lightsail/bucket:Bucket": [{ ...isNotEmptied, property: "forceDelete" }],
  "aws:kms/key:Key": [waits],
  "aws:kms/externalKey:ExternalKey": [waits],
  "aws:kms/replicaKey:ReplicaKey": [waits],
  "aws:kms/replicaExternalKey:ReplicaExternalKey": [waits],
  "aws-native:kms:Key": [nativeWaits],
  "aws-native:kms:ReplicaKey": [nativeWaits],
  "aws:secretsmanager/secret:Secret": [{ ...waits, property: "recoveryWindowInDays" }],
  "aws:dynamodb/table:Table": [tableIsProtected],
  "aws-native:dynamodb:Table": [tableIsProtected],
  "aws:rds/instance:Instance": [isProtected, leavesSnapshot],
  "aws:rds/cluster:Cluster": [isProtected, leavesSnapshot],
  "aws:docdb/cluster:Cluster": [isProtected, leavesSnapshot],
  "aws:neptune/cluster:Cluster": [isProtected, leavesSnapshot],
  "aws-native:rds:DbInstance": [isProtected],
  "aws-native:rds:DbCluster": [isProtected],
};

export const forbidDestroyableStorage: Rule<DestroyableOptions> = {
  name: "forbid-destroyable-storage",
  description: "What stores data must not be deleted together with the data by one command.",
  rationale:
    "One wrong update, and the recordings of a year are gone: a bucket that is emptied before it is deleted, a key without a waiting time, a table that goes with its stack.",
  severity: "medium",
  controls: [
    fsbp("DynamoDB.6", "DynamoDB tables should have deletion protection enabled"),
    fsbp("RDS.8", "RDS DB instances should have deletion protection enabled"),
    fsbp("KMS.3", "AWS KMS keys should not be deleted unintentionally"),
    nist("CP-9", "System backup"),
    iso("A.8.13", "Information backup"),
  ],
  enforcementLevel: "advisory",
  tags: ["s3", "kms", "dynamodb", "rds", "secretsmanager", "deletion"],
  remediationSteps:
    "Leave forceDestroy and skipFinalSnapshot out, set deletion protection, and let keys and secrets wait before they are deleted.",
  url: "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html",
  configSchema: configuration("advisory", {
    deletionWindowDays: limitsSchema(
      "How many days a key or a secret must wait before it is deleted.",
      { min: 7 },
      ["min"],
    ),
  }),
  examples: {
    fails: [
      {
        shows: "The bucket is emptied when it is deleted.",
        resources: {
          recordings: { type: "aws:s3/bucket:Bucket", properties: { forceDestroy: true } },
        },
      },
      {
        shows: "The table goes with its stack.",
        resources: { lessons: { type: "aws:dynamodb/table:Table" } },
      },
    ],
    passes: [
      {
        shows: "A bucket that holds something cannot be deleted; a key waits for thirty days.",
        resources: {
          recordings: { type: "aws:s3/bucket:Bucket" },
          key: { type: "aws:kms/key:Key", properties: { enableKeyRotation: true } },
          lessons: {
            type: "aws:dynamodb/table:Table",
            properties: { deletionProtectionEnabled: true },
          },
        },
      },
    ],
  },
  validator: {
    resource: Object.fromEntries(
      Object.entries(asked).map(([type, all]) => [
        type,
        (resource, options) => all.flatMap((one) => judgeAsked(resource, one, options)),
      ]),
    ),
  },
};

function judgeAsked(
  resource: Resource,
  { property, must, unset }: Asked,
  { deletionWindowDays }: DestroyableOptions,
): readonly Finding[] {
  const reading = read(resource.props, property);
  const text = textOf(reading) ?? unset;
  const missing = textOf(reading) === undefined;
  const wording =
    must === "wait"
      ? `it must be ${limitsInWords(deletionWindowDays, "day")}`
      : `it must be ${must}`;
  if (reading.state === "unknown") {
    return [undecided(resource, property, wording)];
  }
  const holds = must === "wait" ? isWithin(Number(text), deletionWindowDays) : text === must;
  const found = missing ? `is missing, which means ${unset}` : `is ${quoted(text)}`;
  return holds ? [] : [violation(resource, property, found, wording)];
}

/** Only what cannot be a secret. */
function quoted(text: string): string {
  return /^(true|false|\d+)$/.test(text) ? text : "something else";
}
