// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The blocks that the AWS plug-in fills in where a program has none. They are unknown in a first preview.
 * Afterwards they hold the defaults of AWS.
 */

export type Computed = Readonly<Record<string, unknown>>;

const sseS3 = { sseAlgorithm: "AES256", kmsMasterKeyId: "" };

const ownerGrant = { id: "owner", type: "CanonicalUser", permissions: ["FULL_CONTROL"], uri: "" };

/** A key that AWS manages is read back as an ARN, which looks like that of any other key. */
const managedKey = "arn:aws:kms:eu-central-1:111122223333:key/5c1f0a52-0b3e-4d7e-9f8a-1d2c3b4a5e6f";

const computed: Readonly<Record<string, Computed>> = {
  "aws:s3/bucket:Bucket": {
    serverSideEncryptionConfiguration: {
      rule: { applyServerSideEncryptionByDefault: sseS3, bucketKeyEnabled: false },
    },
    logging: null,
    versioning: { enabled: false, mfaDelete: false },
    policy: "",
    acl: "private",
    grants: [ownerGrant],
    website: null,
    corsRules: [],
    lifecycleRules: [],
  },
  "aws:s3/bucketV2:BucketV2": {
    serverSideEncryptionConfigurations: [
      { rules: [{ applyServerSideEncryptionByDefaults: [sseS3], bucketKeyEnabled: false }] },
    ],
    loggings: [],
    versionings: [{ enabled: false, mfaDelete: false }],
    policy: "",
    acl: "private",
    grants: [ownerGrant],
    websites: [],
    corsRules: [],
    lifecycleRules: [],
  },
  "aws:ec2/instance:Instance": {
    rootBlockDevice: { encrypted: false, kmsKeyId: "" },
    ebsBlockDevices: [],
  },
  "aws:rds/cluster:Cluster": { kmsKeyId: managedKey, replicationSourceIdentifier: "" },
  "aws:rds/instance:Instance": { kmsKeyId: managedKey, replicateSourceDb: "" },
  "aws:ebs/volume:Volume": { kmsKeyId: managedKey },
  "aws:efs/fileSystem:FileSystem": { kmsKeyId: managedKey },
  "aws:s3/bucketAcl:BucketAcl": { accessControlPolicy: null },
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": {
    encryptionConfigurations: [{ sseType: "AES256", kmsKeyArn: "" }],
  },
  "aws:s3/vectorsIndex:VectorsIndex": { encryptionConfigurations: [] },
  "aws:s3tables/tableBucket:TableBucket": {
    encryptionConfiguration: { sseAlgorithm: "AES256", kmsKeyArn: "" },
  },
  "aws:s3tables/table:Table": { encryptionConfiguration: null },
  "aws:apigateway/restApi:RestApi": { endpointConfiguration: { types: "EDGE" }, policy: "" },
};

export function computedOf(type: string): Computed {
  return computed[type] ?? {};
}
