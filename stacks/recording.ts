// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import {
  coursewareReads,
  bucketNamePattern,
  isHttpsOrigin,
  lockModes,
} from "../components/recording-storage/arguments";
import { list, oneOf, optional, record, sensible, text, wholeNumber } from "./fields";

/** A data centre's storage, as configuration. */
export const recording = sensible(
  record({
    /** Days after which a recording is deleted. */
    retentionDays: wholeNumber(),
    /** Class files: how long they are kept, and the origins whose pages upload them. */
    courseware: optional(
      record({
        retentionDays: wholeNumber(),
        corsOrigins: list(
          text("an exact origin like https://classroom.example.com", isHttpsOrigin),
          1,
        ),
      }),
    ),
    /** How class files are read in browsers. */
    coursewareRead: optional(oneOf(coursewareReads)),
    /** A copy that nobody can delete before its time. */
    vault: optional(record({ mode: oneOf(lockModes), retentionDays: wholeNumber() })),
    /** Bucket that exists already, to be adopted. */
    importBucketName: optional(
      text("the name of a bucket, 3 to 63 lower-case letters, digits and hyphens", (n) => bucketNamePattern.test(n)),
    ),
  }),
  ({ courseware, coursewareRead }, key) =>
    coursewareRead === "presigned" && courseware === undefined
      ? [
          `'${key}.coursewareRead' must be none without 'courseware', got "presigned". Configure 'courseware' too.`,
        ]
      : [],
);
