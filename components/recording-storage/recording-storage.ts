// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { rejectProblems } from "../argument-error";
import { regionOfProvider } from "../regions/provider-region";
import { bucketPolicy } from "./documents/bucket-policy";
import { readerPolicy } from "./documents/reader-policy";
import { recordingsKeyPolicy } from "./documents/recordings-key-policy";
import { storageConfig } from "./storage-config";
import { validateRecordingStorageArgs } from "./validation";

export interface RecordingStorageArgs {
  /** AWS region of the bucket; it must be the provider's, and one that Agora's recorder knows. */
  readonly awsRegion: string;
  /**
   * How long a recording is kept, in days; what is deleted or overwritten can be recovered for 30 days
   * more. A shorter time deletes older recordings.
   */
  readonly retentionDays: pulumi.Input<number>;
  /**
   * Whether bucket and key are protected from deletion. A bucket that holds objects is never deleted.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** The customer's own bucket for recordings: private, encrypted with a key of its own, TLS only, versioned, with retention. */
export class RecordingStorage extends pulumi.ComponentResource {
  /** Name of the bucket. */
  public readonly bucketName: pulumi.Output<string>;
  /** ARN of the bucket. */
  public readonly bucketArn: pulumi.Output<string>;
  /** ARN of the key that encrypts the recordings. */
  public readonly bucketKeyArn: pulumi.Output<string>;
  /** Managed policy for whoever plays recordings back. */
  public readonly readerPolicyArn: pulumi.Output<string>;
  /** Agora Console's `storageConfig`, with placeholders for the writer's keys. */
  public readonly storageConfig: pulumi.Output<string>;

  /**
   * @param name Name of the component; its children's names begin with it.
   * @param args What the storage needs.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(
    name: string,
    args: RecordingStorageArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("agora-classroom:index:RecordingStorage", name, {}, opts);
    const instance = { component: "RecordingStorage", name };
    rejectProblems(this, instance, validateRecordingStorageArgs(args));
    const { deletionProtection = true, retentionDays } = args;
    const child = { parent: this };
    const kept = { ...child, protect: deletionProtection };
    const awsRegion = regionOfProvider(this, instance, args.awsRegion);
    const { accountId } = aws.getCallerIdentityOutput({}, child);

    const key = new aws.kms.Key(
      `${name}-key`,
      {
        description: `Recordings of ${name}`,
        enableKeyRotation: true,
        deletionWindowInDays: deletionProtection ? 30 : 7,
      },
      kept,
    );
    const bucket = new aws.s3.Bucket(name, {}, kept);
    new aws.kms.KeyPolicy(
      `${name}-key-policy`,
      {
        keyId: key.id,
        policy: pulumi
          .output({ awsRegion, accountId, bucketArn: bucket.arn })
          .apply(recordingsKeyPolicy),
      },
      child,
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      {
        bucket: bucket.id,
        rules: [
          {
            applyServerSideEncryptionByDefault: {
              sseAlgorithm: "aws:kms",
              kmsMasterKeyId: key.arn,
            },
            bucketKeyEnabled: true,
            blockedEncryptionTypes: ["SSE-C"],
          },
        ],
      },
      child,
    );
    const block = new aws.s3.BucketPublicAccessBlock(
      `${name}-public-access`,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      child,
    );
    new aws.s3.BucketOwnershipControls(
      `${name}-ownership`,
      { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
      child,
    );
    const versioning = new aws.s3.BucketVersioning(
      `${name}-versioning`,
      { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
      child,
    );
    new aws.s3.BucketPolicy(
      `${name}-policy`,
      {
        bucket: bucket.id,
        policy: pulumi.output({ bucketArn: bucket.arn, keyArn: key.arn }).apply(bucketPolicy),
      },
      // S3 refuses to change both at once.
      { ...child, dependsOn: [block] },
    );
    new aws.s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      {
        bucket: bucket.id,
        rules: [
          {
            id: "retention",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: retentionDays },
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
      },
      // Rules for old versions make sense only once there are versions.
      { ...child, dependsOn: [versioning] },
    );

    const reader = new aws.iam.Policy(
      `${name}-reader`,
      {
        description: `Reads the recordings of ${name}`,
        policy: pulumi
          .output({ awsRegion, bucketArn: bucket.arn, keyArn: key.arn })
          .apply(readerPolicy),
      },
      child,
    );

    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.bucketKeyArn = key.arn;
    this.readerPolicyArn = reader.arn;
    this.storageConfig = pulumi
      .output({ awsRegion, bucketName: bucket.bucket })
      .apply((known) => storageConfig(known.awsRegion, known.bucketName));
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      bucketKeyArn: this.bucketKeyArn,
      readerPolicyArn: this.readerPolicyArn,
      storageConfig: this.storageConfig,
    });
  }
}
