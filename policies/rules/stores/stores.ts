// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How each kind of store is told to encrypt, and what AWS does where it is not told. Buckets have a rule
 * of their own. Left out are stores that take no key of the customer's (DAX), those that only copy what
 * another store has encrypted, and services that no platform of a classroom is made of.
 */

import type { Step } from "../../resources/reading";

/** From the weakest to the strongest: nothing, a key that AWS owns, one that it manages in the account, the customer's. */
export const protections = ["unencrypted", "aws-owned", "aws-managed", "customer-key"] as const;

export type Protection = (typeof protections)[number];

export interface Store {
  /** The blocks that the properties are in, one for each store that a resource makes. */
  readonly within?: readonly Step[];
  /** Whether there is a store even where the block is missing. */
  readonly always?: true;
  /** The property that names the key. */
  readonly key: readonly Step[];
  /** What AWS does where encryption is on and no key is named. */
  readonly without: Protection;
  /** The property that turns encryption on, where there is one. */
  readonly switch?: Switch;
  /** Properties that name another store, which the encryption then comes from. */
  readonly follows?: readonly string[];
}

export interface Switch {
  readonly path: readonly Step[];
  /** Whether one switch outside of the blocks is for all of them. */
  readonly outside?: true;
  /** Its value where encryption is on. */
  readonly on: string;
  /** What AWS takes it for where it is missing. */
  readonly unset: "on" | "off";
  /** What AWS does where it is off; a key may count all the same. */
  readonly off: Protection;
  readonly keyCounts?: true;
  /** What AWS does where it is missing, if that is something else than where it is off. */
  readonly missing?: Protection;
}

const only = (key: readonly Step[], without: Protection): Store => ({ key, without });

const switched = (
  path: readonly Step[],
  key: readonly Step[],
  {
    unset = "off",
    off = "unencrypted",
    without = "aws-managed",
    on = "true",
    ...more
  }: Partial<Omit<Switch, "path" | "keyCounts"> & Pick<Store, "without">> = {},
): Store => ({ key, without, switch: { path, on, unset, off, ...more } });

const queue = (key: string, managed: string): Store => ({
  key: [key],
  without: "aws-owned",
  switch: { path: [managed], on: "true", unset: "on", off: "unencrypted", keyCounts: true },
});

const disk = (...within: Step[]): Store => ({
  ...switched(["encrypted"], ["kmsKeyId"]),
  within,
});

const database = switched(["storageEncrypted"], ["kmsKeyId"]);
const instance: readonly Store[] = [
  { ...disk("rootBlockDevice"), always: true },
  disk("ebsBlockDevices"),
];
const following = (store: Store, ...follows: string[]): Store => ({ ...store, follows });

/** Each replica names a key of its own region, and one switch is for all of them. */
const replicas: Store = {
  ...switched(["sseSpecification", "sseEnabled"], ["sseSpecification", "kmsMasterKeyId"], {
    off: "aws-owned",
    outside: true,
  }),
  within: ["replicas"],
  always: true,
};
const search = switched(["encryptAtRest", "enabled"], ["encryptAtRest", "kmsKeyId"]);

export const stores: Readonly<Record<string, Store | readonly Store[]>> = {
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": only(
    ["encryptionKeyArn"],
    "aws-owned",
  ),
  "aws:backup/vault:Vault": only(["kmsKeyArn"], "aws-managed"),
  "aws:cloudtrail/eventDataStore:EventDataStore": only(["kmsKeyId"], "aws-owned"),
  "aws:cloudwatch/eventArchive:EventArchive": only(["kmsKeyIdentifier"], "aws-owned"),
  "aws:docdb/cluster:Cluster": database,
  "aws:docdb/elasticCluster:ElasticCluster": only(["kmsKeyId"], "aws-managed"),
  "aws:dsql/cluster:Cluster": only(["kmsEncryptionKey"], "aws-owned"),
  "aws:dynamodb/table:Table": [
    switched(["serverSideEncryption", "enabled"], ["serverSideEncryption", "kmsKeyArn"], {
      off: "aws-owned",
    }),
    { ...only(["kmsKeyArn"], "aws-managed"), within: ["replicas"] },
  ],
  "aws:dynamodb/tableReplica:TableReplica": only(["kmsKeyArn"], "aws-owned"),
  "aws:ebs/snapshotCopy:SnapshotCopy": switched(["encrypted"], ["kmsKeyId"]),
  "aws:ebs/snapshotImport:SnapshotImport": switched(["encrypted"], ["kmsKeyId"]),
  "aws:ebs/volume:Volume": switched(["encrypted"], ["kmsKeyId"]),
  "aws:ec2/instance:Instance": instance,
  "aws:ec2/launchConfiguration:LaunchConfiguration": instance,
  "aws:ec2/launchTemplate:LaunchTemplate": disk("blockDeviceMappings", "ebs"),
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": instance,
  "aws:ecr/repository:Repository": switched(
    ["encryptionConfigurations", "encryptionType"],
    ["encryptionConfigurations", "kmsKey"],
    { on: "KMS", off: "aws-owned" },
  ),
  "aws:efs/fileSystem:FileSystem": switched(["encrypted"], ["kmsKeyId"]),
  "aws:elasticache/replicationGroup:ReplicationGroup": switched(
    ["atRestEncryptionEnabled"],
    ["kmsKeyId"],
    { without: "aws-owned" },
  ),
  "aws:elasticache/serverlessCache:ServerlessCache": only(["kmsKeyId"], "aws-owned"),
  "aws:elasticsearch/domain:Domain": search,
  "aws:fsx/fileCache:FileCache": only(["kmsKeyId"], "aws-managed"),
  "aws:fsx/lustreFileSystem:LustreFileSystem": only(["kmsKeyId"], "aws-managed"),
  "aws:fsx/ontapFileSystem:OntapFileSystem": only(["kmsKeyId"], "aws-managed"),
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": only(["kmsKeyId"], "aws-managed"),
  "aws:fsx/windowsFileSystem:WindowsFileSystem": only(["kmsKeyId"], "aws-managed"),
  "aws:keyspaces/table:Table": switched(
    ["encryptionSpecification", "type"],
    ["encryptionSpecification", "kmsKeyIdentifier"],
    { on: "CUSTOMER_MANAGED_KMS_KEY", off: "aws-owned" },
  ),
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    switched(["serverSideEncryption", "enabled"], ["serverSideEncryption", "keyArn"], {
      without: "aws-owned",
    }),
    {
      ...switched(["keyType"], ["keyArn"], { on: "CUSTOMER_MANAGED_CMK", off: "aws-owned" }),
      within: ["serverSideEncryption"],
    },
  ].map((store) => following(store, "kinesisSourceConfiguration", "mskSourceConfiguration")),
  "aws:kinesis/stream:Stream": switched(["encryptionType"], ["kmsKeyId"], { on: "KMS" }),
  "aws:kinesis/videoStream:VideoStream": only(["kmsKeyId"], "aws-managed"),
  "aws:memorydb/cluster:Cluster": only(["kmsKeyArn"], "aws-owned"),
  "aws:mq/broker:Broker": only(["encryptionOptions", "kmsKeyId"], "aws-owned"),
  "aws:msk/cluster:Cluster": only(["encryptionInfo", "encryptionAtRestKmsKeyArn"], "aws-managed"),
  "aws:neptune/cluster:Cluster": following(
    switched(["storageEncrypted"], ["kmsKeyArn"]),
    "replicationSourceIdentifier",
  ),
  "aws:neptunegraph/graph:Graph": only(["kmsKeyIdentifier"], "aws-owned"),
  "aws:opensearch/domain:Domain": search,
  "aws:qldb/ledger:Ledger": only(["kmsKey"], "aws-owned"),
  "aws:rds/cluster:Cluster": following(database, "replicationSourceIdentifier"),
  "aws:rds/instance:Instance": following(database, "replicateSourceDb"),
  "aws:redshift/cluster:Cluster": switched(["encrypted"], ["kmsKeyId"], { unset: "on" }),
  "aws:redshiftserverless/namespace:Namespace": only(["kmsKeyId"], "aws-owned"),
  "aws:s3/filesFileSystem:FilesFileSystem": only(["kmsKeyId"], "aws-owned"),
  "aws:sns/topic:Topic": only(["kmsMasterKeyId"], "unencrypted"),
  "aws:sqs/queue:Queue": queue("kmsMasterKeyId", "sqsManagedSseEnabled"),
  "aws:timestreamwrite/database:Database": only(["kmsKeyId"], "aws-managed"),
  "aws-native:amazonmq:Broker": only(["encryptionOptions", "kmsKeyId"], "aws-owned"),
  "aws-native:backup:BackupVault": only(["encryptionKeyArn"], "aws-managed"),
  "aws-native:cassandra:Table": switched(
    ["encryptionSpecification", "encryptionType"],
    ["encryptionSpecification", "kmsKeyIdentifier"],
    { on: "CUSTOMER_MANAGED_KMS_KEY", off: "aws-owned" },
  ),
  "aws-native:cloudtrail:EventDataStore": only(["kmsKeyId"], "aws-owned"),
  "aws-native:dynamodb:GlobalTable": replicas,
  "aws-native:dynamodb:Table": switched(
    ["sseSpecification", "sseEnabled"],
    ["sseSpecification", "kmsMasterKeyId"],
    { off: "aws-owned" },
  ),
  "aws-native:ec2:Instance": { ...disk("blockDeviceMappings", "ebs"), always: true },
  "aws-native:ec2:LaunchTemplate": disk("launchTemplateData", "blockDeviceMappings", "ebs"),
  "aws-native:ec2:Volume": switched(["encrypted"], ["kmsKeyId"]),
  "aws-native:ecr:Repository": switched(
    ["encryptionConfiguration", "encryptionType"],
    ["encryptionConfiguration", "kmsKey"],
    { on: "KMS", off: "aws-owned" },
  ),
  "aws-native:efs:FileSystem": switched(["encrypted"], ["kmsKeyId"]),
  "aws-native:elasticache:ReplicationGroup": switched(["atRestEncryptionEnabled"], ["kmsKeyId"], {
    without: "aws-owned",
  }),
  "aws-native:elasticache:ServerlessCache": only(["kmsKeyId"], "aws-owned"),
  "aws-native:kinesis:Stream": switched(
    ["streamEncryption", "encryptionType"],
    ["streamEncryption", "keyId"],
    { on: "KMS" },
  ),
  "aws-native:kinesisfirehose:DeliveryStream": following(
    switched(
      ["deliveryStreamEncryptionConfigurationInput", "keyType"],
      ["deliveryStreamEncryptionConfigurationInput", "keyArn"],
      { on: "CUSTOMER_MANAGED_CMK", off: "aws-owned", missing: "unencrypted" },
    ),
    "kinesisStreamSourceConfiguration",
    "mskSourceConfiguration",
  ),
  "aws-native:kinesisvideo:Stream": only(["kmsKeyId"], "aws-managed"),
  "aws-native:memorydb:Cluster": only(["kmsKeyId"], "aws-owned"),
  "aws-native:msk:Cluster": only(
    ["encryptionInfo", "encryptionAtRest", "dataVolumeKmsKeyId"],
    "aws-managed",
  ),
  "aws-native:neptune:DbCluster": following(database, "sourceDbClusterIdentifier"),
  "aws-native:opensearchservice:Domain": switched(
    ["encryptionAtRestOptions", "enabled"],
    ["encryptionAtRestOptions", "kmsKeyId"],
  ),
  "aws-native:rds:DbCluster": following(
    database,
    "replicationSourceIdentifier",
    "sourceDbClusterIdentifier",
  ),
  "aws-native:rds:DbInstance": following(
    database,
    "dbClusterIdentifier",
    "sourceDbClusterIdentifier",
    "sourceDbInstanceIdentifier",
  ),
  "aws-native:redshift:Cluster": switched(["encrypted"], ["kmsKeyId"]),
  "aws-native:redshiftserverless:Namespace": only(["kmsKeyId"], "aws-owned"),
  "aws-native:sns:Topic": only(["kmsMasterKeyId"], "unencrypted"),
  "aws-native:sqs:Queue": queue("kmsMasterKeyId", "sqsManagedSseEnabled"),
  "aws-native:timestream:Database": only(["kmsKeyId"], "aws-managed"),
};
