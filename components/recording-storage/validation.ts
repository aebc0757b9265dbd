// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { awsRegionFacts } from "../regions/aws-regions";
import { logRetentions } from "../token-service/validation";
import type { RecordingStorageArgs } from "./recording-storage";

type Problem = string | undefined;

/** How class files may be read. */
export const coursewareReads = ["none", "presigned"] as const;

/** S3's modes of Object Lock: nobody may shorten a lock, or those may who have a permission for it. */
export const lockModes = ["COMPLIANCE", "GOVERNANCE"] as const;

/** What is wrong with a recording storage's arguments, as sentences. Outputs are looked at when they are known. */
export function validateRecordingStorageArgs(args: RecordingStorageArgs): string[] {
  const { awsRegion, retentionDays, courseware, vault, logRetentionDays } = args;
  return [
    storageRegionProblem("awsRegion", awsRegion),
    daysProblem("retentionDays", retentionDays),
    daysProblem("courseware.retentionDays", courseware?.retentionDays),
    courseware?.corsOrigins.length === 0
      ? "'courseware.corsOrigins' must name at least one origin, got none. Without class files, leave out 'courseware'."
      : undefined,
    ...originProblems(courseware?.corsOrigins ?? []),
    coursewareReadProblem(args),
    vault && oneOfProblem("vault.mode", vault.mode, lockModes),
    lockProblem(vault?.retentionDays),
    presignedReadProblem(args.presignedReadSeconds),
    bucketNameProblem(args.importBucketName),
    typeof logRetentionDays !== "number" || logRetentions.includes(logRetentionDays)
      ? undefined
      : `'logRetentionDays' must be one of ${logRetentions.join(", ")}, got ${logRetentionDays}.`,
  ].filter((problem) => problem !== undefined);
}

/** Why Agora cannot record to an AWS region, as a sentence; nothing when it can. */
export function storageRegionProblem(property: string, awsRegion: string): Problem {
  return awsRegionFacts(awsRegion).agoraStorageNumber === undefined
    ? `'${property}' must be a region that Agora's recorder has a storage number for, got ${JSON.stringify(awsRegion)}. Take another region, or no recording.`
    : undefined;
}

/** Whether a text is the origin of a site on https as browsers send it: no path, no wildcard, no port that goes without saying. */
export function isHttpsOrigin(origin: string): boolean {
  try {
    return new URL(origin).origin === origin && /^https:[^*]+$/.test(origin);
  } catch {
    return false;
  }
}

/** What is wrong with the origins of classrooms, as sentences; Outputs are left out. */
export function originProblems(origins: readonly unknown[]): string[] {
  return origins
    .filter((origin) => typeof origin === "string")
    .filter((origin) => !isHttpsOrigin(origin))
    .map(
      (origin) =>
        `'courseware.corsOrigins' must be exact origins like https://classroom.example.com, got ${JSON.stringify(origin)}.`,
    );
}

/** Why a value is not the name of a bucket, as a sentence. */
export function bucketNameProblem(name: unknown): Problem {
  return name === undefined || (typeof name === "string" && isBucketName(name))
    ? undefined
    : `'importBucketName' must be the name of a bucket, 3 to 63 lower-case letters, digits and hyphens, got ${JSON.stringify(name)}.`;
}

/** Whether S3 would take a name. Names with dots are left out, because TLS certificates do not cover them. */
export function isBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name);
}

function daysProblem(property: string, days: unknown): Problem {
  return typeof days !== "number" || isWhole(days, 1)
    ? undefined
    : `'${property}' must be a whole number of at least 1, got ${days}.`;
}

/** S3 locks for a hundred years at most. */
function lockProblem(days: unknown): Problem {
  return typeof days !== "number" || isWhole(days, 1, 36_500)
    ? undefined
    : `'vault.retentionDays' must be a whole number between 1 and 36500, got ${days}.`;
}

function coursewareReadProblem({ coursewareRead, courseware }: RecordingStorageArgs): Problem {
  if (coursewareRead === undefined) {
    return undefined;
  }
  return coursewareRead === "presigned" && courseware === undefined
    ? "'coursewareRead' must be none without 'courseware', got \"presigned\". Configure 'courseware' too."
    : oneOfProblem("coursewareRead", coursewareRead, coursewareReads);
}

/** Longer-lived URLs are as good as public ones to whoever gets hold of them. */
function presignedReadProblem(seconds: unknown): Problem {
  return seconds === undefined || (typeof seconds === "number" && isWhole(seconds, 60, 3600))
    ? undefined
    : `'presignedReadSeconds' must be a whole number between 60 and 3600, got ${JSON.stringify(seconds)}.`;
}

function oneOfProblem(property: string, value: unknown, allowed: readonly unknown[]): Problem {
  return allowed.includes(value)
    ? undefined
    : `'${property}' must be one of ${allowed.join(", ")}, got ${JSON.stringify(value)}.`;
}

function isWhole(value: number, minimum: number, maximum = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && value >= minimum && value <= maximum;
}
