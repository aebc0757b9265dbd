// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import { folders } from "./layout";

type LifecycleRule = aws.types.input.s3.BucketLifecycleConfigurationRule;

/** How long deleted and overwritten objects can be recovered. */
const recoveryDays = 30;

/** Deletes every object after some days, and cleans up old versions, delete markers and aborted uploads. */
export function lifecycleOf(days: number): LifecycleRule[] {
  return [
    {
      id: "retention",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { days },
      noncurrentVersionExpiration: { noncurrentDays: recoveryDays },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
    {
      id: "delete-markers",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { expiredObjectDeleteMarker: true },
    },
  ];
}

/**
 * The lifecycle of a bucket with class files, which have their own retention. S3 applies the earliest
 * expiration of overlapping rules, so the rule for all objects has the later one.
 */
export function lifecycleWithCourseware(
  recordingDays: number,
  coursewareDays: number,
): LifecycleRule[] {
  const ending = (folder: keyof typeof folders, days: number): LifecycleRule => ({
    id: folder,
    status: "Enabled",
    filter: { prefix: `${folders[folder]}/` },
    expiration: { days },
  });
  return [
    ...lifecycleOf(Math.max(recordingDays, coursewareDays)),
    ending("recordings", recordingDays),
    ending("courseware", coursewareDays),
  ];
}
