// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import { folders } from "./layout";

type LifecycleRule = aws.types.input.s3.BucketLifecycleConfigurationRule;

/** How long what was deleted or overwritten can be recovered. */
const recoveryDays = 30;

/** Ends everything in a bucket after some days, and cleans up what nobody sees: old versions, markers, aborted uploads. */
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
 * The lifecycle with class files, which have a time of their own. Where rules overlap S3 takes the earlier
 * end, so the rule for everything takes the later one.
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
