// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "./program";

/** Every kind of store that takes a customer-managed key, with one. */

type Properties = Readonly<Record<string, unknown>>;

export const unencrypted = "is missing, which leaves the data unencrypted";
export const owned = "is missing, which leaves the data to a key that AWS owns";
export const managed = "is missing, which means a key that AWS manages";

/** A key of the same program, called `key`. */
export const keyOfSibling = from("key.arn");
const key = keyOfSibling;

/** The properties of each store with a key, and the finding if it has no settings. */
export const keyedStores: Readonly<Record<string, readonly [Properties, string, string]>> = {
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": [
    { encryptionKeyArn: key },
    "encryptionKeyArn",
    owned,
  ],
  "aws:backup/vault:Vault": [{ kmsKeyArn: key }, "kmsKeyArn", managed],
  "aws:cloudtrail/eventDataStore:EventDataStore": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:cloudwatch/eventArchive:EventArchive": [
    { kmsKeyIdentifier: key },
    "kmsKeyIdentifier",
    owned,
  ],
  "aws:docdb/cluster:Cluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:docdb/elasticCluster:ElasticCluster": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:dsql/cluster:Cluster": [{ kmsEncryptionKey: key }, "kmsEncryptionKey", owned],
  "aws:dynamodb/table:Table": [
    { serverSideEncryption: { enabled: true, kmsKeyArn: key } },
    "serverSideEncryption",
    owned,
  ],
  "aws:dynamodb/tableReplica:TableReplica": [{ kmsKeyArn: key }, "kmsKeyArn", owned],
  "aws:ebs/snapshotCopy:SnapshotCopy": [
    { encrypted: true, kmsKeyId: key },
    "encrypted",
    unencrypted,
  ],
  "aws:ebs/snapshotImport:SnapshotImport": [
    { encrypted: true, kmsKeyId: key },
    "encrypted",
    unencrypted,
  ],
  "aws:ebs/volume:Volume": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws:ecr/repository:Repository": [
    { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key }] },
    "encryptionConfigurations",
    owned,
  ],
  "aws:efs/fileSystem:FileSystem": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    { atRestEncryptionEnabled: true, kmsKeyId: key },
    "atRestEncryptionEnabled",
    unencrypted,
  ],
  "aws:elasticache/serverlessCache:ServerlessCache": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:elasticsearch/domain:Domain": [
    { encryptAtRest: { enabled: true, kmsKeyId: key } },
    "encryptAtRest",
    unencrypted,
  ],
  "aws:fsx/fileCache:FileCache": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/lustreFileSystem:LustreFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/ontapFileSystem:OntapFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:keyspaces/table:Table": [
    { encryptionSpecification: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyIdentifier: key } },
    "encryptionSpecification",
    owned,
  ],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    { serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: key } },
    "serverSideEncryption",
    unencrypted,
  ],
  "aws:kinesis/stream:Stream": [
    { encryptionType: "KMS", kmsKeyId: key },
    "encryptionType",
    unencrypted,
  ],
  "aws:kinesis/videoStream:VideoStream": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:memorydb/cluster:Cluster": [{ kmsKeyArn: key }, "kmsKeyArn", owned],
  "aws:mq/broker:Broker": [{ encryptionOptions: { kmsKeyId: key } }, "encryptionOptions", owned],
  "aws:msk/cluster:Cluster": [
    { encryptionInfo: { encryptionAtRestKmsKeyArn: key } },
    "encryptionInfo",
    managed,
  ],
  "aws:neptune/cluster:Cluster": [
    { storageEncrypted: true, kmsKeyArn: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:neptunegraph/graph:Graph": [{ kmsKeyIdentifier: key }, "kmsKeyIdentifier", owned],
  "aws:opensearch/domain:Domain": [
    { encryptAtRest: { enabled: true, kmsKeyId: key } },
    "encryptAtRest",
    unencrypted,
  ],
  "aws:qldb/ledger:Ledger": [{ kmsKey: key }, "kmsKey", owned],
  "aws:rds/cluster:Cluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:rds/instance:Instance": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:redshift/cluster:Cluster": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:redshiftserverless/namespace:Namespace": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:s3/filesFileSystem:FilesFileSystem": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:sns/topic:Topic": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", unencrypted],
  "aws:sqs/queue:Queue": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", owned],
  "aws:timestreamwrite/database:Database": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws-native:amazonmq:Broker": [
    { encryptionOptions: { kmsKeyId: key } },
    "encryptionOptions",
    owned,
  ],
  "aws-native:backup:BackupVault": [{ encryptionKeyArn: key }, "encryptionKeyArn", managed],
  "aws-native:cassandra:Table": [
    {
      encryptionSpecification: {
        encryptionType: "CUSTOMER_MANAGED_KMS_KEY",
        kmsKeyIdentifier: key,
      },
    },
    "encryptionSpecification",
    owned,
  ],
  "aws-native:cloudtrail:EventDataStore": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws-native:dynamodb:GlobalTable": [
    {
      sseSpecification: { sseEnabled: true },
      replicas: [{ region: "eu-central-1", sseSpecification: { kmsMasterKeyId: key } }],
    },
    "sseSpecification",
    owned,
  ],
  "aws-native:dynamodb:Table": [
    { sseSpecification: { sseEnabled: true, kmsMasterKeyId: key } },
    "sseSpecification",
    owned,
  ],
  "aws-native:ec2:Volume": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws-native:ecr:Repository": [
    { encryptionConfiguration: { encryptionType: "KMS", kmsKey: key } },
    "encryptionConfiguration",
    owned,
  ],
  "aws-native:efs:FileSystem": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws-native:elasticache:ReplicationGroup": [
    { atRestEncryptionEnabled: true, kmsKeyId: key },
    "atRestEncryptionEnabled",
    unencrypted,
  ],
  "aws-native:elasticache:ServerlessCache": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws-native:kinesis:Stream": [
    { streamEncryption: { encryptionType: "KMS", keyId: key } },
    "streamEncryption",
    unencrypted,
  ],
  "aws-native:kinesisfirehose:DeliveryStream": [
    {
      deliveryStreamEncryptionConfigurationInput: { keyType: "CUSTOMER_MANAGED_CMK", keyArn: key },
    },
    "deliveryStreamEncryptionConfigurationInput",
    unencrypted,
  ],
  "aws-native:kinesisvideo:Stream": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws-native:memorydb:Cluster": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws-native:msk:Cluster": [
    { encryptionInfo: { encryptionAtRest: { dataVolumeKmsKeyId: key } } },
    "encryptionInfo",
    managed,
  ],
  "aws-native:neptune:DbCluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws-native:opensearchservice:Domain": [
    { encryptionAtRestOptions: { enabled: true, kmsKeyId: key } },
    "encryptionAtRestOptions",
    unencrypted,
  ],
  "aws-native:rds:DbCluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws-native:rds:DbInstance": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws-native:redshift:Cluster": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws-native:redshiftserverless:Namespace": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws-native:sns:Topic": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", unencrypted],
  "aws-native:sqs:Queue": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", owned],
  "aws-native:timestream:Database": [{ kmsKeyId: key }, "kmsKeyId", managed],
};
