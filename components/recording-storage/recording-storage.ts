// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { rejectProblems } from "../argument-error";
import { bundleProblem } from "../lambda/bundle";
import type { CoursewareRead } from "./documents/bucket-policy";
import { readerPolicy } from "./documents/reader-policy";
import { makeAccessLogs, makeTrail, makeTrailBucket } from "./evidence";
import { keyWatchFolder, makeKeyWatch } from "./key-watch";
import { makeLandingBucket } from "./landing-bucket";
import type { MadeBucket } from "./private-bucket";
import { type SettledArguments, settleArguments } from "./settled-arguments";
import { storageConfig, whiteboardConfig } from "./storage-config";
import { makeStorageKey, setStorageKeyPolicy } from "./storage-key";
import { validateRecordingStorageArgs } from "./validation";
import { makeVault } from "./vault";
import { createAccessKeyCommand, makeWriter } from "./writer";

export interface RecordingStorageArgs {
  /** AWS region of the bucket; it must be the provider's, and one that Agora's recorder knows. */
  readonly awsRegion: string;
  /**
   * How long a recording is kept, in days; what is deleted or overwritten can be recovered for 30 days
   * more. A shorter time deletes older recordings.
   */
  readonly retentionDays: pulumi.Input<number>;
  /**
   * Files that teachers upload for their classes.
   * @default - Agora is given no place for them
   */
  readonly courseware?: CoursewareArgs;
  /**
   * How class files are read from outside the endpoint: not at all, or by presigned URLs, which Agora's
   * user may then sign too.
   * @default "none"
   */
  readonly coursewareRead?: CoursewareRead;
  /**
   * A copy of the recordings that nobody can delete before its time.
   * @default - none
   */
  readonly vault?: VaultArgs;
  /**
   * VPC endpoint for S3 that reads have to come through, but those by a presigned URL.
   * @default - reads by presigned URLs only
   */
  readonly s3EndpointId?: pulumi.Input<string>;
  /**
   * How old the signature of a presigned read may be, in seconds: 60 to 3600.
   * @default 900
   */
  readonly presignedReadSeconds?: number;
  /**
   * Bucket that exists already, which Pulumi imports and gives all these settings. It stays set; changing
   * it replaces the bucket.
   * @default - a bucket is made
   */
  readonly importBucketName?: string;
  /**
   * Key for the function's log and the alarm topic.
   * @default - a key is made
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * Topic that alarms go to.
   * @default - an encrypted topic is made
   */
  readonly alarmTopicArn?: pulumi.Input<string>;
  /**
   * How long access logs, data events and the function's log are kept, in days.
   * @default 365
   */
  readonly logRetentionDays?: pulumi.Input<number>;
  /**
   * Whether buckets and keys are protected from deletion. A bucket that holds objects is never deleted.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Files that are uploaded for classes. */
export interface CoursewareArgs {
  /** How long a class file is kept, in days. */
  readonly retentionDays: pulumi.Input<number>;
  /** Origins of the classroom's pages, like `https://classroom.example.com`: the only ones whose browsers may upload. */
  readonly corsOrigins: readonly pulumi.Input<string>[];
}

/** A copy that is locked. */
export interface VaultArgs {
  /** `COMPLIANCE`: nobody shortens a lock, not even AWS. `GOVERNANCE`: those may who have `s3:BypassGovernanceRetention`. */
  readonly mode: "COMPLIANCE" | "GOVERNANCE";
  /** How long a copy is locked, and then kept, in days. It applies to what is recorded from then on. */
  readonly retentionDays: pulumi.Input<number>;
}

/**
 * The customer's own place for recordings and class files: private, encrypted with a key of its own, TLS
 * only, versioned, with retention and with evidence of every access. Agora writes and cannot read.
 */
export class RecordingStorage extends pulumi.ComponentResource {
  /** Name of the bucket. */
  public readonly bucketName: pulumi.Output<string>;
  /** ARN of the bucket. */
  public readonly bucketArn: pulumi.Output<string>;
  /** ARN of the key that encrypts the bucket. */
  public readonly bucketKeyArn: pulumi.Output<string>;
  /** Managed policy for whoever plays recordings back. */
  public readonly readerPolicyArn: pulumi.Output<string>;
  /** IAM user that Agora writes with. */
  public readonly writerUserName: pulumi.Output<string>;
  /** Shell command that makes an access key of that user and shows it once. */
  public readonly createAccessKeyCommand: pulumi.Output<string>;
  /** Agora Console's `storageConfig`, with placeholders for the writer's keys. */
  public readonly storageConfig: pulumi.Output<string>;
  /** Agora Console's storage for class files, with the same placeholders; only with `courseware`. */
  public readonly whiteboardConfig: pulumi.Output<string> | undefined;
  /** Name of the bucket that holds the locked copies; only with `vault`. */
  public readonly vaultBucketName: pulumi.Output<string> | undefined;
  /** Topic that alarms go to. */
  public readonly alarmTopicArn: pulumi.Output<string>;

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
    rejectProblems(this, instance, [
      ...validateRecordingStorageArgs(args),
      ...[bundleProblem(keyWatchFolder) ?? []].flat(),
    ]);
    const child = { parent: this };
    const settled = settleArguments(this, instance, args);
    const { awsRegion, region, courseware } = settled;
    const key = makeStorageKey(name, `Recordings of ${name}`, settled, child);
    const landing = makeLandingBucket(name, settled, key.arn, child);
    const { bucket } = landing;
    const vault = makeVaultIfAsked(name, settled, { made: landing, keyArn: key.arn }, child);
    keepEvidence(name, settled, { key, landing, vault }, child);
    const place = { bucketArn: bucket.arn, keyArn: key.arn };
    const writer = makeWriter(name, settled, place, child);
    makeKeyWatch(name, settled, writer, child);
    const reader = makeReader(name, settled, place, child);

    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.bucketKeyArn = key.arn;
    this.readerPolicyArn = reader.arn;
    this.writerUserName = writer.name;
    this.createAccessKeyCommand = createAccessKeyCommand(awsRegion, writer.name);
    const toPaste = (config: typeof storageConfig): pulumi.Output<string> =>
      pulumi.all([region, bucket.bucket]).apply(([where, bucketName]) => config(where, bucketName));
    this.storageConfig = toPaste(storageConfig);
    this.whiteboardConfig = courseware && toPaste(whiteboardConfig);
    this.vaultBucketName = vault?.bucket.bucket;
    this.alarmTopicArn = settled.alarmTopicArn;
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

function makeVaultIfAsked(
  name: string,
  { vault, ...settled }: SettledArguments,
  original: Parameters<typeof makeVault>[2],
  opts: pulumi.CustomResourceOptions,
): MadeBucket | undefined {
  return vault && makeVault(name, { ...settled, vault }, original, opts);
}

interface Kept {
  readonly key: aws.kms.Key;
  readonly landing: MadeBucket;
  readonly vault: MadeBucket | undefined;
}

/** Puts every access to the storage on record, and the record under the storage's own key. */
function keepEvidence(
  name: string,
  settled: SettledArguments,
  { key, landing, vault }: Kept,
  opts: pulumi.CustomResourceOptions,
): void {
  const trail = makeTrailBucket(
    name,
    settled,
    { bucketName: landing.bucket.bucket, keyArn: key.arn },
    opts,
  );
  const keyPolicy = setStorageKeyPolicy(
    name,
    key,
    {
      ...settled,
      bucketArns: [landing.bucket.arn, trail.made.bucket.arn],
      trailArn: trail.trailArn,
    },
    opts,
  );
  const buckets = [landing, ...(vault ? [vault] : [])].map(({ bucket }) => bucket);
  makeTrail(name, trail, { buckets, keyArn: key.arn, keyPolicy }, opts);
  makeAccessLogs(
    name,
    settled,
    { storage: landing, trail: trail.made, ...(vault && { vault }) },
    opts,
  );
}

function makeReader(
  name: string,
  { region, s3EndpointId, presignedReadSeconds, coursewareRead }: SettledArguments,
  place: Readonly<Record<"bucketArn" | "keyArn", pulumi.Output<string>>>,
  opts: pulumi.CustomResourceOptions,
): aws.iam.Policy {
  return new aws.iam.Policy(
    `${name}-reader`,
    {
      description: `Reads the recordings of ${name}`,
      policy: pulumi
        .output({
          awsRegion: region,
          ...place,
          s3EndpointId,
          presignedReadSeconds,
          coursewareRead,
        })
        .apply(readerPolicy),
    },
    opts,
  );
}
