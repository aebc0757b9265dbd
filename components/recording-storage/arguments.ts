// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";
import { oneOfProblem, wholeNumberProblem } from "../arguments/checks";
import { type WithDefaults, withDefaults } from "../arguments/defaults";
import { checked, type Problem, present, type Reject } from "../arguments/problems";
import { defaultDeletionProtection } from "../operations/deletion-protection";
import { defaultLogRetentionDays, logRetentionProblem } from "../operations/log-retention";
import { awsRegionFacts } from "../regions/aws-regions";

export interface RecordingStorageArgs {
  /**
   * AWS region of the buckets. It must be the region of the provider, and Agora's recorder must have a
   * number for it. A change replaces everything; buckets that hold objects are not deleted.
   */
  readonly awsRegion: string;
  /**
   * How long a recording is kept, in days; a whole number of at least 1. Deleted and overwritten objects
   * can be recovered for 30 more days. A smaller number deletes older recordings.
   */
  readonly retentionDays: pulumi.Input<number>;
  /**
   * Storage of the files that teachers upload for their classes. Removing it deletes no file.
   * @default - none; Agora gets no place for them
   */
  readonly courseware?: CoursewareArgs;
  /**
   * How class files are read from outside the S3 endpoint: `none`, or `presigned`, for URLs that the
   * reader and Agora's user may sign. It needs `courseware`.
   * @default "none"
   */
  readonly coursewareRead?: CoursewareRead;
  /**
   * Copies of the recordings in a second bucket with S3 Object Lock, where nobody can delete them early.
   * A change to none does not delete a bucket that holds copies.
   * @default - none
   */
  readonly vault?: VaultArgs;
  /**
   * VPC endpoint for S3 through which recordings are read. Reads by presigned URL are possible from
   * everywhere.
   * @default - reads by presigned URL only
   */
  readonly s3EndpointId?: pulumi.Input<string>;
  /**
   * Maximum age of a presigned URL's signature, in seconds; a whole number of 60 to 3600.
   * @default 900
   */
  readonly presignedReadSeconds?: number;
  /**
   * Existing bucket that Pulumi imports and gives all these settings; 3 to 63 lower-case letters, digits
   * and hyphens. The argument must stay set. A change replaces the bucket.
   * @default - a bucket is made
   */
  readonly importBucketName?: string;
  /**
   * KMS key for the key-age function's log and the alarm topic. After a change, keep the old key for as
   * long as the log that it encrypted.
   * @default - a key is made
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * SNS topic for alarms, in the same AWS region. A change deletes the topic that was made before, with its
   * subscriptions.
   * @default - an encrypted topic is made
   */
  readonly alarmTopicArn?: pulumi.Input<string>;
  /**
   * How long access logs, data events and the function's log are kept, in days: a number that CloudWatch
   * Logs offers. A smaller number deletes older logs.
   * @default 365
   */
  readonly logRetentionDays?: pulumi.Input<number>;
  /**
   * Whether buckets and keys are protected from deletion. A bucket that holds objects is never deleted. If
   * not, Pulumi may delete keys and empty buckets, and AWS can restore a key for 7 days instead of 30.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Files that teachers upload for their classes. */
export interface CoursewareArgs {
  /**
   * How long a class file is kept, in days; a whole number of at least 1. A smaller number deletes older
   * files.
   */
  readonly retentionDays: pulumi.Input<number>;
  /**
   * Origins of the classroom's pages, such as `https://classroom.example.com`; at least one, each exact and
   * without a path. Browsers upload from these pages only.
   */
  readonly corsOrigins: readonly pulumi.Input<string>[];
}

/** Locked copies of the recordings. */
export interface VaultArgs {
  /**
   * S3's mode of Object Lock. With `COMPLIANCE` nobody can shorten a lock, not even the root user. With
   * `GOVERNANCE` principals with `s3:BypassGovernanceRetention` can. A change applies to new recordings.
   */
  readonly mode: LockMode;
  /**
   * How long a copy is locked and kept, in days; a whole number of 1 to 36500. A change applies to new
   * recordings.
   */
  readonly retentionDays: pulumi.Input<number>;
}

/** Ways to read class files from outside the S3 endpoint. */
export const coursewareReads = ["none", "presigned"] as const;
export type CoursewareRead = (typeof coursewareReads)[number];

/** S3's modes of Object Lock. */
export const lockModes = ["COMPLIANCE", "GOVERNANCE"] as const;
export type LockMode = (typeof lockModes)[number];

/** Names that S3 accepts, without dots, which the TLS certificates of S3 do not cover. */
export const bucketNamePattern = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** Values of the arguments that are absent; a default that is a resource is made by the component. */
export const recordingStorageDefaults = {
  coursewareRead: "none",
  presignedReadSeconds: 900,
  logRetentionDays: defaultLogRetentionDays,
  deletionProtection: defaultDeletionProtection,
} as const satisfies Partial<RecordingStorageArgs>;

/** A recording storage's arguments with their defaults; each Output is checked when its value is known. */
export interface ResolvedRecordingStorage
  extends Omit<
    WithDefaults<RecordingStorageArgs, keyof typeof recordingStorageDefaults>,
    "s3EndpointId"
  > {
  readonly corsOrigins: pulumi.Output<string[]>;
  readonly s3EndpointId: pulumi.Output<string | undefined>;
}

/** The problems of a recording storage's arguments, as sentences. Skips Outputs. */
export function validateRecordingStorageArgs(args: RecordingStorageArgs): string[] {
  const { awsRegion, courseware, vault } = args;
  return present([
    storageRegionProblem("awsRegion", awsRegion),
    wholeNumberProblem("retentionDays", args.retentionDays),
    wholeNumberProblem("courseware.retentionDays", courseware?.retentionDays),
    courseware?.corsOrigins.length === 0
      ? "'courseware.corsOrigins' must name at least one origin, got none. " +
        "Without class files, leave out 'courseware'."
      : undefined,
    ...originProblems(courseware?.corsOrigins ?? []),
    coursewareReadProblem(args),
    vault && oneOfProblem("vault.mode", vault.mode, lockModes),
    // S3 locks an object for at most a hundred years.
    wholeNumberProblem("vault.retentionDays", vault?.retentionDays, {
      minimum: 1,
      maximum: 36_500,
    }),
    presignedReadProblem(args.presignedReadSeconds),
    bucketNameProblem(args.importBucketName),
    logRetentionProblem(args.logRetentionDays),
  ]);
}

/** Resolves a recording storage's defaults, and has every Output checked. It makes no resource. */
export function resolveRecordingStorageArgs(
  args: RecordingStorageArgs,
  reject: Reject,
): ResolvedRecordingStorage {
  return {
    ...withDefaults(args, recordingStorageDefaults),
    corsOrigins: pulumi
      .output([...(args.courseware?.corsOrigins ?? [])])
      .apply(checked<string[]>(reject, originProblems)),
    s3EndpointId: pulumi.output(args.s3EndpointId),
  };
}

/** Refuses an AWS region to which Agora cannot record. */
export function storageRegionProblem(property: string, awsRegion: string): Problem {
  return awsRegionFacts(awsRegion).agoraStorageNumber === undefined
    ? `'${property}' must be a region that Agora's recorder has a storage number for, ` +
        `got ${JSON.stringify(awsRegion)}. Take another region, or no recording.`
    : undefined;
}

/** Whether a text is an https origin as browsers send it: no path, no wildcard, no default port. */
export function isHttpsOrigin(origin: string): boolean {
  try {
    return new URL(origin).origin === origin && /^https:[^*]+$/.test(origin);
  } catch {
    return false;
  }
}

/** Refuses `coursewareRead` without `courseware`; `prefix` precedes the property's name in the message. */
export function orphanCoursewareReadProblem(
  args: Pick<Partial<RecordingStorageArgs>, "coursewareRead"> & { readonly courseware?: unknown },
  prefix = "",
): Problem {
  return args.coursewareRead === "presigned" && args.courseware === undefined
    ? `'${prefix}coursewareRead' must be none without 'courseware', got "presigned". ` +
        "Configure 'courseware' too."
    : undefined;
}

/** Skips Outputs. */
function originProblems(origins: readonly unknown[]): Problem[] {
  return origins
    .filter((origin) => typeof origin === "string")
    .filter((origin) => !isHttpsOrigin(origin))
    .map(
      (origin) =>
        "'courseware.corsOrigins' must be exact origins like https://classroom.example.com, " +
        `got ${JSON.stringify(origin)}.`,
    );
}

function coursewareReadProblem(args: RecordingStorageArgs): Problem {
  const { coursewareRead } = withDefaults(args, recordingStorageDefaults);
  return (
    orphanCoursewareReadProblem(args) ??
    oneOfProblem("coursewareRead", coursewareRead, coursewareReads)
  );
}

/** A URL that lives longer is as good as a public one for everybody who gets hold of it. */
function presignedReadProblem(seconds: unknown): Problem {
  return seconds === undefined || typeof seconds === "number"
    ? wholeNumberProblem("presignedReadSeconds", seconds, { minimum: 60, maximum: 3600 })
    : "'presignedReadSeconds' must be a whole number between 60 and 3600, " +
        `got ${JSON.stringify(seconds)}.`;
}

function bucketNameProblem(name: unknown): Problem {
  return name === undefined || (typeof name === "string" && bucketNamePattern.test(name))
    ? undefined
    : "'importBucketName' must be the name of a bucket, " +
        `3 to 63 lower-case letters, digits and hyphens, got ${JSON.stringify(name)}.`;
}
