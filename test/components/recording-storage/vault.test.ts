// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import { fullStorage, keyArn } from "../../support/components/built-recording-storage";
import { ACCOUNT, dependenciesOf, only, type Settled } from "../../support/components/settled";

describe("the vault", () => {
  let storage: Settled<RecordingStorage>;
  before(async () => {
    storage = await fullStorage();
  });

  it("locks every copy and encrypts it with its own key", () => {
    assert.deepEqual(only(storage, "aws:s3/bucket:Bucket", "eu-vault").inputs, {
      objectLockEnabled: true,
    });
    assert.deepEqual(
      only(storage, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").inputs,
      {
        bucket: "eu-vault",
        rule: { defaultRetention: { mode: "COMPLIANCE", days: 730 } },
      },
    );
    const { rules } = only(
      storage,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "eu-vault-encryption",
    ).inputs as { rules: { applyServerSideEncryptionByDefault: object }[] };
    assert.deepEqual(rules[0]?.applyServerSideEncryptionByDefault, {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: keyArn("eu-vault-key"),
    });
  });

  it("puts no lock on the bucket that browsers upload to", () => {
    const locked = storage.children.filter(({ inputs }) => inputs.objectLockEnabled);
    assert.deepEqual(
      locked.map(({ name }) => name),
      ["eu-vault"],
    );
  });

  it("replicates recordings but no deletions, after the lock exists", async () => {
    const replication = only(storage, "aws:s3/bucketReplicationConfig:BucketReplicationConfig");
    assert.deepEqual(replication.inputs, {
      bucket: "eu",
      role: `arn:aws:iam::${ACCOUNT}:role/eu-replication`,
      rules: [
        {
          id: "vault",
          status: "Enabled",
          priority: 0,
          filter: { prefix: "recordings/" },
          deleteMarkerReplication: { status: "Disabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: "arn:aws:s3:::eu-vault",
            encryptionConfiguration: { replicaKmsKeyId: keyArn("eu-vault-key") },
          },
        },
      ],
    });
    assert.deepEqual(await dependenciesOf(replication), [
      "aws:iam/rolePolicy:RolePolicy eu-replication",
      "aws:kms/keyPolicy:KeyPolicy eu-vault-key-policy",
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration eu-vault-lock",
      "aws:s3/bucketVersioning:BucketVersioning eu-versioning",
    ]);
  });

  it("lets only S3 replicate, and only for this bucket of this account", () => {
    const { assumeRolePolicy } = only(storage, "aws:iam/role:Role", "eu-replication").inputs;
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
      {
        Sid: "AssumeByService",
        Effect: "Allow",
        Principal: { Service: ["s3.amazonaws.com"] },
        Action: ["sts:AssumeRole"],
        Condition: {
          StringEquals: { "aws:SourceAccount": [ACCOUNT] },
          ArnEquals: { "aws:SourceArn": ["arn:aws:s3:::eu"] },
        },
      },
    ]);
  });
});
