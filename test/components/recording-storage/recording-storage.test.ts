// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import {
  RecordingStorage,
  type RecordingStorageArgs,
} from "../../../components/recording-storage/recording-storage";
import {
  ACCOUNT,
  known,
  listed,
  only,
  providerOf,
  type Settled,
  settled,
} from "../../support/settled";

function build(
  args: Partial<RecordingStorageArgs> = {},
  options: () => pulumi.ComponentResourceOptions = () => ({}),
): Promise<Settled<RecordingStorage>> {
  const awsRegion = args.awsRegion ?? "eu-central-1";
  return settled(
    awsRegion,
    () => new RecordingStorage("eu", { awsRegion, retentionDays: 90, ...args }, options()),
  );
}

describe("RecordingStorage", () => {
  describe("with only the required arguments", () => {
    let storage: Settled<RecordingStorage>;
    before(async () => {
      storage = await build();
    });

    it("makes exactly these resources", () => {
      assert.deepEqual(listed(storage), [
        "agora-classroom:index:RecordingStorage eu",
        "aws:iam/policy:Policy eu-reader",
        "aws:kms/key:Key eu-key",
        "aws:kms/keyPolicy:KeyPolicy eu-key-policy",
        "aws:s3/bucket:Bucket eu",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration eu-lifecycle",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls eu-ownership",
        "aws:s3/bucketPolicy:BucketPolicy eu-policy",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock eu-public-access",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration eu-encryption",
        "aws:s3/bucketVersioning:BucketVersioning eu-versioning",
      ]);
    });

    it("lets Pulumi name the bucket, and never empties it to delete it", () => {
      const bucket = only(storage, "aws:s3/bucket:Bucket");
      assert.deepEqual(bucket.inputs, {});
      assert.equal(bucket.opts.protect, true);
    });

    it("encrypts with its own key, and with no key of the uploader's", () => {
      assert.deepEqual(
        only(
          storage,
          "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        ).inputs,
        {
          bucket: "eu-id",
          rules: [
            {
              applyServerSideEncryptionByDefault: {
                sseAlgorithm: "aws:kms",
                kmsMasterKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-key-id`,
              },
              bucketKeyEnabled: true,
              blockedEncryptionTypes: ["SSE-C"],
            },
          ],
        },
      );
      const key = only(storage, "aws:kms/key:Key");
      assert.deepEqual(key.inputs, {
        description: "Recordings of eu",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
      });
      assert.equal(key.opts.protect, true);
    });

    it("blocks public access in all four ways and has the bucket own its objects", () => {
      assert.deepEqual(
        only(storage, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs,
        {
          bucket: "eu-id",
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
      );
      assert.deepEqual(
        only(storage, "aws:s3/bucketOwnershipControls:BucketOwnershipControls").inputs,
        { bucket: "eu-id", rule: { objectOwnership: "BucketOwnerEnforced" } },
      );
    });

    it("keeps versions, and all for a bounded time", () => {
      assert.deepEqual(
        only(storage, "aws:s3/bucketVersioning:BucketVersioning").inputs.versioningConfiguration,
        { status: "Enabled" },
      );
      assert.deepEqual(
        only(storage, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs
          .rules,
        [
          {
            id: "retention",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: 90 },
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
          {
            id: "delete-markers",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { expiredObjectDeleteMarker: true },
          },
        ],
      );
    });

    it("says what Agora Console wants, with placeholders for the keys", async () => {
      assert.deepEqual(JSON.parse(await known(storage.result.storageConfig)), {
        vendor: 1,
        region: 7,
        endpoint: "https://eu.s3.eu-central-1.amazonaws.com",
        bucket: "eu",
        accessKey: "<access key id of the writer>",
        secretKey: "<secret access key of the writer>",
      });
      assert.equal(await known(storage.result.bucketName), "eu");
      assert.equal(await known(storage.result.bucketArn), "arn:aws:s3:::eu");
      assert.equal(
        await known(storage.result.bucketKeyArn),
        `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-key-id`,
      );
      assert.equal(
        await known(storage.result.readerPolicyArn),
        `arn:aws:iam::${ACCOUNT}:policy/eu-reader`,
      );
    });
  });

  it("drops protection without deletion protection, and still deletes no bucket with objects", async () => {
    const storage = await build({ deletionProtection: false });
    assert.ok(storage.children.every(({ opts }) => !opts.protect));
    assert.equal(only(storage, "aws:s3/bucket:Bucket").inputs.forceDestroy, undefined);
    assert.equal(only(storage, "aws:kms/key:Key").inputs.deletionWindowInDays, 7);
  });

  it("names China's hosts and Agora's number for them", async () => {
    const { result } = await build({ awsRegion: "cn-north-1" });
    const { region, endpoint } = JSON.parse(await known(result.storageConfig));
    assert.deepEqual([region, endpoint], [15, "https://eu.s3.cn-north-1.amazonaws.com.cn"]);
  });

  it("passes the provider to every child, and none when none is given", async () => {
    const given = await build({}, () => ({ provider: providerOf("eu-central-1") }));
    const children = given.children.filter(({ type }) => type.startsWith("aws:"));
    assert.ok(children.every(({ provider }) => provider.includes("::provider-eu-central-1::")));
    const { children: others } = await build();
    assert.ok(others.every(({ provider, inputs }) => provider === "" && !("region" in inputs)));
  });

  it("refuses a region that Agora cannot record to", async () => {
    await assert.rejects(build({ awsRegion: "eu-south-2" }), {
      message:
        "RecordingStorage 'eu': 'awsRegion' must be a region that Agora's recorder has a storage number for, got \"eu-south-2\". Take another region, or no recording.",
    });
  });
});
