// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  isHttpsOrigin,
  type RecordingStorageArgs,
  validateRecordingStorageArgs,
} from "../../../components/recording-storage/arguments";
import {
  courseware,
  requiredOfStorage,
  vault,
} from "../../support/components/built-recording-storage";

const storageNumberSentence = (awsRegion: string): string =>
  "'awsRegion' must be a region that Agora's recorder has a storage number for, " +
  `got "${awsRegion}". Take another region, or no recording.`;

/** Changes to valid arguments, and the sentences that refuse them. */
const wrong: Record<string, [Partial<RecordingStorageArgs>, string]> = {
  "a region that Agora cannot record to": [
    { awsRegion: "ca-west-1" },
    storageNumberSentence("ca-west-1"),
  ],
  "a region whose number Agora withdrew": [
    { awsRegion: "us-gov-east-1" },
    storageNumberSentence("us-gov-east-1"),
  ],
  "a retention of no days": [
    { retentionDays: 0 },
    "'retentionDays' must be a whole number of at least 1, got 0.",
  ],
  "a retention in fractions of days": [
    { retentionDays: 1.5 },
    "'retentionDays' must be a whole number of at least 1, got 1.5.",
  ],
  "class files with a negative retention": [
    { courseware: { ...courseware, retentionDays: -1 } },
    "'courseware.retentionDays' must be a whole number of at least 1, got -1.",
  ],
  "uploads from everywhere": [
    { courseware: { ...courseware, corsOrigins: ["*"] } },
    "'courseware.corsOrigins' must be exact origins like https://classroom.example.com, got \"*\".",
  ],
  "presigned reads without class files": [
    { coursewareRead: "presigned" },
    "'coursewareRead' must be none without 'courseware', got \"presigned\". Configure 'courseware' too.",
  ],
  "another way to read class files": [
    { courseware, coursewareRead: "public" as "none" },
    "'coursewareRead' must be one of none, presigned, got \"public\".",
  ],
  "a lock that S3 does not have": [
    { vault: { ...vault, mode: "compliance" as "COMPLIANCE" } },
    "'vault.mode' must be one of COMPLIANCE, GOVERNANCE, got \"compliance\".",
  ],
  "a lock of no days": [
    { vault: { ...vault, retentionDays: 0 } },
    "'vault.retentionDays' must be a whole number between 1 and 36500, got 0.",
  ],
  "a lock of more than a hundred years": [
    { vault: { ...vault, retentionDays: 36_501 } },
    "'vault.retentionDays' must be a whole number between 1 and 36500, got 36501.",
  ],
  "class files that no page may upload": [
    { courseware: { ...courseware, corsOrigins: [] } },
    "'courseware.corsOrigins' must name at least one origin, got none. Without class files, leave out 'courseware'.",
  ],
  "signatures that live for a day": [
    { presignedReadSeconds: 86_400 },
    "'presignedReadSeconds' must be a whole number between 60 and 3600, got 86400.",
  ],
  "signatures that are over before they are used": [
    { presignedReadSeconds: 59 },
    "'presignedReadSeconds' must be a whole number between 60 and 3600, got 59.",
  ],
  "a bucket's URL instead of its name": [
    { importBucketName: "https://recordings.example.com" },
    "'importBucketName' must be the name of a bucket, 3 to 63 lower-case letters, digits and " +
      'hyphens, got "https://recordings.example.com".',
  ],
  "a retention that CloudWatch does not offer": [
    { logRetentionDays: 100 },
    "'logRetentionDays' must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
      "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 100.",
  ],
};

describe("validateRecordingStorageArgs", () => {
  it("accepts the required arguments, and all others", () => {
    assert.deepEqual(validateRecordingStorageArgs(requiredOfStorage), []);
    assert.deepEqual(
      validateRecordingStorageArgs({
        ...requiredOfStorage,
        courseware,
        coursewareRead: "presigned",
        vault,
        presignedReadSeconds: 3600,
        importBucketName: "recordings-of-before",
        logRetentionDays: 30,
      }),
      [],
    );
  });

  it("skips Outputs", () => {
    assert.deepEqual(
      validateRecordingStorageArgs({
        awsRegion: "eu-central-1",
        retentionDays: pulumi.output(0.5),
        courseware: { retentionDays: pulumi.output(0), corsOrigins: [pulumi.output("*")] },
        logRetentionDays: pulumi.output(2),
      }),
      [],
    );
  });

  for (const [title, [changed, problem]] of Object.entries(wrong)) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(validateRecordingStorageArgs({ ...requiredOfStorage, ...changed }), [
        problem,
      ]);
    });
  }

  it("returns every problem at once", () => {
    assert.equal(
      validateRecordingStorageArgs({
        awsRegion: "ca-west-1",
        retentionDays: 0,
        coursewareRead: "presigned",
      }).length,
      3,
    );
  });
});

describe("isHttpsOrigin", () => {
  for (const origin of [
    "https://classroom.example.com",
    "https://localhost:8443",
    "https://xn--bcher-kva.example",
  ]) {
    it(`takes ${origin}`, () => assert.equal(isHttpsOrigin(origin), true));
  }
  for (const origin of [
    "*",
    "https://*.example.com",
    "http://classroom.example.com",
    "https://classroom.example.com/",
    "https://classroom.example.com/path",
    "https://classroom.example.com:443",
    "https://CLASSROOM.example.com",
    "https://user@classroom.example.com",
    "classroom.example.com",
    "null",
    "",
  ]) {
    it(`refuses ${JSON.stringify(origin)}, which is no exact origin`, () =>
      assert.equal(isHttpsOrigin(origin), false));
  }
});
