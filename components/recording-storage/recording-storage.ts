// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { rejectFor } from "../arguments/problems";
import { bundleProblems } from "../lambda/bundle";
import { makeAlarmTopic } from "../operations/alarm-topic";
import { makeOperationsKey } from "../operations/operations-key";
import { regionOfProvider } from "../regions/provider-region";
import { makeAccessLogs } from "./access-logs";
import {
  type RecordingStorageArgs,
  resolveRecordingStorageArgs,
  validateRecordingStorageArgs,
} from "./arguments";
import { makeKeyAgeAlarms } from "./key-age-alarms";
import { keyAgeFunctionFolder, makeKeyAgeFunction } from "./key-age-function";
import { makeLandingBucket } from "./landing-bucket";
import { makeReaderPolicy } from "./reader-policy";
import { storageConfig, whiteboardConfig } from "./storage-config";
import { makeStorageKey, makeStorageKeyPolicy } from "./storage-key";
import { makeTrail, makeTrailBucket } from "./trail";
import { makeVault } from "./vault";
import { createAccessKeyCommand, makeWriterUser } from "./writer-user";

/**
 * The customer's own storage for recordings and class files: private, encrypted with its own key, TLS only,
 * versioned, with retention and a log of every access. Agora can write to it and cannot read from it.
 */
export class RecordingStorage extends pulumi.ComponentResource {
  /** Name of the bucket. */
  public readonly bucketName: pulumi.Output<string>;
  /** ARN of the bucket. */
  public readonly bucketArn: pulumi.Output<string>;
  /** ARN of the KMS key of the bucket. */
  public readonly bucketKeyArn: pulumi.Output<string>;
  /** Managed policy for roles that play recordings back. */
  public readonly readerPolicyArn: pulumi.Output<string>;
  /** IAM user whose keys Agora writes with. */
  public readonly writerUserName: pulumi.Output<string>;
  /** Shell command that makes an access key of that user and shows it once. */
  public readonly createAccessKeyCommand: pulumi.Output<string>;
  /** Agora Console's `storageConfig`, with placeholders for the writer's keys. */
  public readonly storageConfig: pulumi.Output<string>;
  /** Agora Console's storage for class files, with the same placeholders; only with `courseware`. */
  public readonly whiteboardConfig: pulumi.Output<string> | undefined;
  /** Name of the bucket with the locked copies; only with `vault`. */
  public readonly vaultBucketName: pulumi.Output<string> | undefined;
  /** SNS topic of the alarms. */
  public readonly alarmTopicArn: pulumi.Output<string>;

  /**
   * @param name Name of the component; the names of its children begin with it.
   * @param args Arguments of the storage.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(
    name: string,
    args: RecordingStorageArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("agora-classroom:index:RecordingStorage", name, {}, opts);
    const reject = rejectFor(this, "RecordingStorage", name);
    reject([...validateRecordingStorageArgs(args), ...bundleProblems(keyAgeFunctionFolder)]);
    const child = { parent: this };
    const resolved = resolveRecordingStorageArgs(args, reject);
    const { awsRegion, deletionProtection, courseware, vault: vaultArgs } = resolved;
    const { accountId } = aws.getCallerIdentityOutput({}, child);
    const region = regionOfProvider(this, reject, awsRegion);
    const kmsKeyArn = pulumi.output(
      args.kmsKeyArn ??
        makeOperationsKey(name, { awsRegion: region, accountId, deletionProtection }, child).arn,
    );
    const alarmTopicArn = pulumi.output(
      args.alarmTopicArn ?? makeAlarmTopic(name, { awsRegion, accountId, kmsKeyArn }, child),
    );
    const description = `Recordings of ${name}`;
    const key = makeStorageKey(name, { description, deletionProtection }, child);
    const shared = { ...resolved, accountId, region, kmsKeyArn, keyArn: key.arn };

    const landing = makeLandingBucket(name, shared, child);
    const { bucket } = landing;
    const vault = vaultArgs && makeVault(name, { ...shared, landing, vault: vaultArgs }, child);
    const trailBucket = makeTrailBucket(name, { ...shared, trailName: bucket.bucket }, child);
    const { trailArn, made: trail } = trailBucket;
    const bucketArns = [bucket.arn, trail.bucket.arn];
    const keyPolicy = makeStorageKeyPolicy(name, { ...shared, key, bucketArns, trailArn }, child);
    const buckets = [landing, ...(vault ? [vault] : [])].map((made) => made.bucket);
    makeTrail(name, { ...shared, trailBucket, buckets, keyPolicy }, child);
    const sources = { storage: landing, trail, ...(vault && { vault }) };
    makeAccessLogs(name, { ...shared, sources }, child);

    const { coursewareRead, presignedReadSeconds, s3EndpointId } = resolved;
    const access = { region, bucketArn: bucket.arn, keyArn: key.arn, coursewareRead };
    const writer = makeWriterUser(
      name,
      {
        ...access,
        presignedReadSeconds,
        hasCourseware: courseware !== undefined,
        deletionProtection,
      },
      child,
    );
    const reader = makeReaderPolicy(name, { ...access, presignedReadSeconds, s3EndpointId }, child);
    const { name: functionName } = makeKeyAgeFunction(name, { ...shared, writer }, child);
    makeKeyAgeAlarms(name, { alarmTopicArn, userName: writer.name, functionName }, child);

    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.bucketKeyArn = key.arn;
    this.readerPolicyArn = reader.arn;
    this.writerUserName = writer.name;
    this.createAccessKeyCommand = createAccessKeyCommand(awsRegion, writer.name);
    const textOf = (config: typeof storageConfig): pulumi.Output<string> =>
      pulumi.all([region, bucket.bucket]).apply(([where, bucketName]) => config(where, bucketName));
    this.storageConfig = textOf(storageConfig);
    this.whiteboardConfig = courseware && textOf(whiteboardConfig);
    this.vaultBucketName = vault?.bucket.bucket;
    this.alarmTopicArn = alarmTopicArn;
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      bucketKeyArn: this.bucketKeyArn,
      readerPolicyArn: this.readerPolicyArn,
      writerUserName: this.writerUserName,
      createAccessKeyCommand: this.createAccessKeyCommand,
      storageConfig: this.storageConfig,
      whiteboardConfig: this.whiteboardConfig,
      vaultBucketName: this.vaultBucketName,
      alarmTopicArn: this.alarmTopicArn,
    });
  }
}
