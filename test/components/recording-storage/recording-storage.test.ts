// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import {
  buildStorage,
  courseware,
  defaultStorage,
  fullStorage,
  keyArn,
  vault,
} from "../../support/components/built-recording-storage";
import { endingWith } from "../../support/components/late-problem";
import {
  ACCOUNT,
  known,
  listed,
  only,
  providerOf,
  type Settled,
} from "../../support/components/settled";

/** The types and names of a bucket's resources, but for its name. */
const bucketParts = [
  "bucket:Bucket ",
  "bucketLifecycleConfiguration:BucketLifecycleConfiguration -lifecycle",
  "bucketOwnershipControls:BucketOwnershipControls -ownership",
  "bucketPolicy:BucketPolicy -policy",
  "bucketPublicAccessBlock:BucketPublicAccessBlock -public-access",
  "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration -encryption",
  "bucketVersioning:BucketVersioning -versioning",
];

function bucketOf(name: string): string[] {
  return bucketParts.map((part) => `aws:s3/${part.replace(" ", ` ${name}`)}`);
}

const always = [
  "agora-classroom:index:RecordingStorage eu",
  "aws:cloudtrail/trail:Trail eu-trail",
  "aws:cloudwatch/eventRule:EventRule eu-key-watch",
  "aws:cloudwatch/eventTarget:EventTarget eu-key-watch",
  "aws:cloudwatch/logGroup:LogGroup eu-key-watch",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-key-age",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-key-watch-errors",
  "aws:iam/policy:Policy eu-reader",
  "aws:iam/policy:Policy eu-writer-boundary",
  "aws:iam/role:Role eu-key-watch",
  "aws:iam/rolePolicy:RolePolicy eu-key-watch",
  "aws:iam/user:User eu-writer",
  "aws:iam/userPolicy:UserPolicy eu-writer",
  "aws:kms/key:Key eu-key",
  "aws:kms/key:Key eu-operations-key",
  "aws:kms/keyPolicy:KeyPolicy eu-key-policy",
  "aws:lambda/function:Function eu-key-watch",
  "aws:lambda/permission:Permission eu-key-watch",
  "aws:s3/bucketLogging:BucketLogging eu-storage-logging",
  "aws:s3/bucketLogging:BucketLogging eu-trail-logging",
  "aws:sns/topic:Topic eu-alarms",
  "aws:sns/topicPolicy:TopicPolicy eu-alarms",
  ...["eu", "eu-access-logs", "eu-trail"].flatMap(bucketOf),
];

describe("RecordingStorage", () => {
  describe("with only the required arguments", () => {
    let storage: Settled<RecordingStorage>;
    before(async () => {
      storage = await defaultStorage();
    });

    it("makes exactly these resources, and no access key", () => {
      assert.deepEqual(listed(storage), [...always].sort());
    });

    it("outputs what other programs and Agora Console need", async () => {
      const { result } = storage;
      assert.equal(await known(result.bucketName), "eu");
      assert.equal(await known(result.bucketArn), "arn:aws:s3:::eu");
      assert.equal(await known(result.bucketKeyArn), keyArn("eu-key"));
      assert.equal(await known(result.readerPolicyArn), `arn:aws:iam::${ACCOUNT}:policy/eu-reader`);
      assert.equal(await known(result.writerUserName), "eu-writer");
      assert.equal(
        await known(result.alarmTopicArn),
        `arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`,
      );
      assert.equal(JSON.parse(await known(result.storageConfig)).bucket, "eu");
      assert.equal(result.whiteboardConfig, undefined);
      assert.equal(result.vaultBucketName, undefined);
    });
  });

  it("adds only these resources for class files and a vault", async () => {
    const storage = await fullStorage();
    assert.deepEqual(
      listed(storage),
      [
        ...always,
        ...bucketOf("eu-vault"),
        "aws:iam/role:Role eu-replication",
        "aws:iam/rolePolicy:RolePolicy eu-replication",
        "aws:kms/key:Key eu-vault-key",
        "aws:kms/keyPolicy:KeyPolicy eu-vault-key-policy",
        "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration eu-cors",
        "aws:s3/bucketLogging:BucketLogging eu-vault-logging",
        "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration eu-vault-lock",
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig eu-replication",
      ].sort(),
    );
    const { whiteboardConfig, vaultBucketName } = storage.result;
    assert.ok(whiteboardConfig && vaultBucketName);
    assert.equal(JSON.parse(await known(whiteboardConfig)).folder, "courseware");
    assert.equal(await known(vaultBucketName), "eu-vault");
  });

  it("uses a given key and a given topic, and makes neither", async () => {
    const storage = await buildStorage({
      kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/operations",
      alarmTopicArn: "arn:aws:sns:eu-central-1:111122223333:alarms",
    });
    assert.deepEqual(
      listed(storage).filter((child) => /^aws:(kms|sns)/.test(child)),
      ["aws:kms/key:Key eu-key", "aws:kms/keyPolicy:KeyPolicy eu-key-policy"],
    );
    assert.equal(
      only(storage, "aws:cloudwatch/logGroup:LogGroup").inputs.kmsKeyId,
      "arn:aws:kms:eu-central-1:111122223333:key/operations",
    );
  });

  it("protects its keys and buckets, and empties no bucket to delete it", async () => {
    const { children } = await fullStorage();
    assert.deepEqual(
      children.filter(({ opts }) => opts.protect).map(({ name }) => name),
      [
        "eu-key",
        "eu-operations-key",
        "eu-vault-key",
        "eu",
        "eu-access-logs",
        "eu-trail",
        "eu-vault",
      ],
    );
    for (const { type, name, inputs } of children) {
      assert.notEqual(inputs.forceDestroy, true, name);
      const window = type === "aws:kms/key:Key" ? 30 : undefined;
      assert.equal(inputs.deletionWindowInDays, window, name);
    }
  });

  it("drops protection without deletion protection, and still deletes no bucket with objects", async () => {
    const { children } = await buildStorage({ courseware, vault, deletionProtection: false });
    assert.deepEqual(
      children.filter(({ opts }) => opts.protect),
      [],
    );
    for (const { type, name, inputs } of children) {
      const forced = type === "aws:iam/user:User" ? true : undefined;
      assert.equal(inputs.forceDestroy, forced, name);
      const window = type === "aws:kms/key:Key" ? 7 : undefined;
      assert.equal(inputs.deletionWindowInDays, window, name);
    }
  });

  it("passes the provider to every child, and none when none is given", async () => {
    const given = await buildStorage({ courseware, vault }, () => ({
      provider: providerOf("eu-central-1"),
    }));
    const children = given.children.filter(({ type }) => type.startsWith("aws:"));
    assert.ok(children.every(({ provider }) => provider.includes("::provider-eu-central-1::")));
    const { children: others } = await fullStorage();
    assert.ok(others.every(({ provider, inputs }) => provider === "" && !("region" in inputs)));
  });

  it("has only ARNs of China's partition in China", async () => {
    const { children } = await buildStorage({ awsRegion: "cn-north-1", courseware, vault });
    const texts = children.map(({ inputs }) => JSON.stringify(inputs));
    assert.deepEqual(
      texts.filter((text) => /arn:aws:/.test(text)),
      [],
    );
    const services = texts.flatMap((text) => text.match(/[\w.-]+\.amazonaws\.com(?!\.cn)/g) ?? []);
    assert.deepEqual(
      [...new Set(services)].sort(),
      [
        "cloudtrail.amazonaws.com",
        "cloudwatch.amazonaws.com",
        "events.amazonaws.com",
        "lambda.amazonaws.com",
        "logging.s3.amazonaws.com",
        // What AWS calls the condition key's value in China is not documented.
        "dynamodb.cn-north-1.amazonaws.com",
        "s3.amazonaws.com",
        "s3.cn-north-1.amazonaws.com",
      ].sort(),
    );
  });

  it("refuses a region that Agora cannot record to", async () => {
    await assert.rejects(buildStorage({ awsRegion: "eu-south-2" }), {
      message:
        "RecordingStorage 'eu': 'awsRegion' must be a region that Agora's recorder has a " +
        'storage number for, got "eu-south-2". Take another region, or no recording.',
    });
  });

  it("refuses the provider of another region", async () => {
    const build = buildStorage({}, () => ({ provider: providerOf("us-west-1") }));
    await assert.rejects(
      build,
      endingWith(
        "RecordingStorage 'eu': 'awsRegion' must be the region of the provider, " +
          'got "eu-central-1" with a provider for "us-west-1". ' +
          "Pass the provider of eu-central-1 as opts.provider.",
      ),
    );
  });
});
