// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import {
  bucketNamePattern,
  type CoursewareRead,
  coursewareReads,
  isHttpsOrigin,
  lockModes,
  orphanCoursewareReadProblem,
  recordingStorageDefaults,
} from "../../components/recording-storage/arguments";
import type { Kind } from "./kinds";

const origin = {
  type: "text",
  rule: "an exact origin like https://classroom.example.com",
  label: "origin",
  pattern: /^https:\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:(?!443$)[1-9]\d{0,4})?$/,
  accepts: isHttpsOrigin,
} as const satisfies Kind;

/** The storage of a data centre. */
export const recording = {
  type: "record",
  keys: {
    retentionDays: {
      type: "wholeNumber",
      doc: "Days after which a recording is deleted. A smaller number deletes older recordings.",
      required: true,
    },
    courseware: {
      type: "record",
      keys: {
        retentionDays: {
          type: "wholeNumber",
          doc: "Days after which a class file is deleted. A smaller number deletes older files.",
          required: true,
        },
        corsOrigins: {
          type: "list",
          items: origin,
          minimum: 1,
          doc: "Origins of the pages that upload class files, such as `https://classroom.example.com`.",
          required: true,
        },
      },
      doc: "Storage of the files that teachers upload for their classes.",
      whenAbsent: "Agora gets no place for them",
    },
    coursewareRead: {
      type: "oneOf",
      values: coursewareReads,
      doc: "How browsers read class files: not at all, or by presigned URL. Needs `courseware`.",
      default: recordingStorageDefaults.coursewareRead,
    },
    vault: {
      type: "record",
      keys: {
        mode: {
          type: "oneOf",
          values: lockModes,
          doc:
            "S3's mode of Object Lock. With `COMPLIANCE` nobody can delete a copy early, not even the " +
            "root user. With `GOVERNANCE` principals with `s3:BypassGovernanceRetention` can.",
          required: true,
        },
        retentionDays: {
          type: "wholeNumber",
          doc: "Days for which a copy is locked, at most 36500.",
          required: true,
        },
      },
      doc: "Copies in the same AWS region that nobody can delete early.",
      whenAbsent: "none",
    },
    importBucketName: {
      type: "text",
      rule: "the name of a bucket, 3 to 63 lower-case letters, digits and hyphens",
      label: "name of a bucket",
      pattern: bucketNamePattern,
      doc: "Existing bucket that the stack imports and gives all these settings.",
      whenAbsent: "a bucket is made",
    },
  },
  check: (
    value: { readonly courseware?: object; readonly coursewareRead?: CoursewareRead },
    key: string,
  ) => [orphanCoursewareReadProblem(value, `${key}.`) ?? []].flat(),
  schema: {
    if: { properties: { coursewareRead: { const: "presigned" } }, required: ["coursewareRead"] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema spells its conditional so.
    then: { required: ["courseware"] },
  },
} as const satisfies Kind;
