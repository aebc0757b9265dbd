// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The switches and times that decide whether data goes with what stores it. Left out are automated backups
 * of databases, which go with them unless told to stay: the final snapshot, which is asked for, does not.
 */

import type { Step } from "../../resources/reading";

/** What a property must be, and what AWS takes it for where it is missing. */
export interface Asked {
  /** The blocks that the property is in, if it is in any: where there is none, nothing is asked. */
  readonly within?: readonly Step[];
  readonly property: string;
  readonly must: "true" | "false" | "ACTIVE" | "wait";
  readonly unset: string;
  /** Where the property has an effect, if not everywhere. */
  readonly where?: { readonly property: string; readonly begins: string };
}

const forceDestroy: Asked = { property: "forceDestroy", must: "false", unset: "false" };
const forceDelete: Asked = { ...forceDestroy, property: "forceDelete" };
const emptyOnDelete: Asked = { ...forceDestroy, property: "emptyOnDelete" };
const finalSnapshot: Asked = { ...forceDestroy, property: "skipFinalSnapshot" };
const finalBackup: Asked = { ...forceDestroy, property: "skipFinalBackup" };
const isProtected: Asked = { property: "deletionProtection", must: "true", unset: "false" };
const isEnabled: Asked = { ...isProtected, property: "deletionProtectionEnabled" };
const staysOn: Asked = { ...isProtected, unset: "true" };
const isActive: Asked = { ...isProtected, must: "ACTIVE", unset: "INACTIVE" };
const events: Asked = { ...staysOn, property: "terminationProtectionEnabled" };
const waits: Asked = { property: "deletionWindowInDays", must: "wait", unset: "30" };
const pends: Asked = { ...waits, property: "pendingWindowInDays" };
const replicas: Asked = { ...isEnabled, within: ["replicas"] };

export const deletionSwitches: Readonly<Record<string, readonly Asked[]>> = {
  "aws:athena/database:Database": [forceDestroy],
  "aws:backup/vault:Vault": [forceDestroy],
  "aws:cloudtrail/eventDataStore:EventDataStore": [events],
  "aws:cognito/userPool:UserPool": [isActive],
  "aws:dataexchange/revisionAssets:RevisionAssets": [forceDestroy],
  "aws:docdb/cluster:Cluster": [isProtected, finalSnapshot],
  "aws:dsql/cluster:Cluster": [isEnabled, forceDestroy],
  "aws:dynamodb/table:Table": [isEnabled, replicas],
  "aws:dynamodb/tableReplica:TableReplica": [isEnabled],
  "aws:ecr/repository:Repository": [forceDelete],
  "aws:ecrpublic/repository:Repository": [forceDestroy],
  "aws:fsx/lustreFileSystem:LustreFileSystem": [
    {
      ...finalBackup,
      unset: "true",
      where: { property: "deploymentType", begins: "PERSISTENT" },
    },
  ],
  "aws:fsx/ontapVolume:OntapVolume": [finalBackup],
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": [finalBackup],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": [finalBackup],
  "aws:kms/externalKey:ExternalKey": [waits],
  "aws:kms/key:Key": [waits],
  "aws:kms/replicaExternalKey:ReplicaExternalKey": [waits],
  "aws:kms/replicaKey:ReplicaKey": [waits],
  "aws:lightsail/bucket:Bucket": [forceDelete],
  "aws:lightsail/database:Database": [finalSnapshot],
  "aws:neptune/cluster:Cluster": [isProtected, finalSnapshot],
  "aws:neptunegraph/graph:Graph": [staysOn],
  "aws:qldb/ledger:Ledger": [staysOn],
  "aws:rds/cluster:Cluster": [isProtected, finalSnapshot],
  "aws:rds/instance:Instance": [isProtected, finalSnapshot],
  "aws:redshift/cluster:Cluster": [finalSnapshot],
  "aws:s3/bucket:Bucket": [forceDestroy],
  "aws:s3/bucketObject:BucketObject": [forceDestroy],
  "aws:s3/bucketObjectv2:BucketObjectv2": [forceDestroy],
  "aws:s3/bucketV2:BucketV2": [forceDestroy],
  "aws:s3/directoryBucket:DirectoryBucket": [forceDestroy],
  "aws:s3/objectCopy:ObjectCopy": [forceDestroy],
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": [forceDestroy],
  "aws:s3tables/tableBucket:TableBucket": [forceDestroy],
  "aws:secretsmanager/secret:Secret": [{ ...waits, property: "recoveryWindowInDays" }],
  "aws-native:cloudtrail:EventDataStore": [events],
  "aws-native:cognito:UserPool": [isActive],
  "aws-native:dsql:Cluster": [{ ...isEnabled, unset: "true" }],
  "aws-native:dynamodb:GlobalTable": [replicas],
  "aws-native:dynamodb:Table": [isEnabled],
  "aws-native:ecr:Repository": [emptyOnDelete],
  "aws-native:kms:Key": [pends],
  "aws-native:kms:ReplicaKey": [pends],
  "aws-native:neptune:DbCluster": [isProtected],
  "aws-native:neptunegraph:Graph": [staysOn],
  "aws-native:rds:DbCluster": [isProtected],
  "aws-native:rds:DbInstance": [isProtected],
};
