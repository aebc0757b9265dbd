// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: that several rules, each for a part of a bucket, cover all of it together. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { isWithin, type Limits, limitsInWords, limitsSchema } from "../../framework/limits";
import { from, type Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { lifecycles } from "../../joins/judged-bucket-settings";
import { textOf } from "../../resources/reading";
import { topLevel } from "../../resources/stack";
import { daysOf, type Ending } from "./lifecycle-rules";

interface RetentionOptions extends Options {
  readonly days: Limits;
  readonly abortDays: Limits;
}

export const limitBucketRetention: Rule<RetentionOptions> = {
  name: "limit-bucket-retention",
  description: "Buckets must delete what is in them after a time that is configured.",
  rationale:
    "What is kept for ever is lost some day. A recording of a lesson should be gone when nobody has a reason to see it any more, its old versions and the parts of uploads that never ended with it.",
  severity: "medium",
  controls: [
    fsbp("S3.13", "S3 general purpose buckets should have Lifecycle configurations"),
    nist("SI-12", "Information management and retention"),
    iso("A.8.10", "Information deletion"),
    gdpr("Article 5(1)(e)", "Storage limitation"),
  ],
  enforcementLevel: "advisory",
  tags: ["s3", "lifecycle", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketLifecycleConfiguration with an enabled rule for all objects that has expiration, noncurrentVersionExpiration and abortIncompleteMultipartUpload.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  configSchema: configuration("advisory", {
    days: limitsSchema(
      "After how many days objects must expire. Old versions have the same upper limit.",
      { min: 1 },
    ),
    abortDays: limitsSchema(
      "After how many days an upload in parts that nobody ended must be given up.",
      { max: 7 },
      ["max"],
    ),
  }),
  examples: {
    fails: [
      {
        shows: "A bucket without a lifecycle keeps everything for ever.",
        resources: { recordings: { type: "aws:s3/bucket:Bucket" } },
      },
    ],
    passes: [
      {
        shows: "Recordings end after a year, what was deleted after another month.",
        resources: {
          recordings: { type: "aws:s3/bucket:Bucket" },
          lifecycle: {
            type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            properties: {
              bucket: from("recordings.id"),
              rules: [
                {
                  id: "retention",
                  status: "Enabled",
                  expiration: { days: 365 },
                  noncurrentVersionExpiration: { noncurrentDays: 30 },
                  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                },
              ],
            },
          },
        },
      },
    ],
  },
  validator: {
    stack: lifecycles.judgesOfAll(({ days }) => mustEnd("objects", days), judgeLifecycle),
  },
};

function mustEnd(what: string, limits: Limits): string {
  return `${what} must end after ${limitsInWords(limits, "day")}`;
}

/** One of the three things that have to end. */
interface Asked {
  readonly ending: Ending;
  readonly limits: Limits;
  readonly what: string;
}

function judgeLifecycle(
  all: readonly StatedSetting[],
  { days, abortDays }: RetentionOptions,
): readonly Finding[] {
  const asked: readonly Asked[] = [
    { ending: "current", limits: days, what: "objects" },
    { ending: "old", limits: { ...days, min: 0 }, what: "old versions" },
    { ending: "uploads", limits: abortDays, what: "unfinished uploads" },
  ];
  const [first] = all;
  if (first === undefined || all.some(({ reading }) => reading.state !== "absent")) {
    return asked.flatMap((one) => judgeEnding(all, one));
  }
  const { resource, reading, of } = first;
  const found = "is missing: everything is kept for ever";
  return [violation(resource, reading.path, found, mustEnd("objects", days), { of })];
}

/** Where several rules end the same thing, S3 does it at the earliest time. */
function judgeEnding(
  all: readonly StatedSetting[],
  { ending, limits, what }: Asked,
): readonly Finding[] {
  const must = mustEnd(what, limits);
  const times = all.flatMap((said) =>
    daysOf(said.reading, ending).map((reading) => ({
      ...said,
      reading,
      days: Number(textOf(reading)),
    })),
  );
  const unknown = times.find(({ reading }) => reading.state === "unknown");
  const [earliest] = times
    .filter(({ reading }) => reading.state === "known")
    .sort((one, other) => one.days - other.days);
  if (earliest !== undefined && !isWithin(earliest.days, limits)) {
    const { resource, reading, days, of } = earliest;
    return [violation(resource, reading.path, `is ${days}`, must, { of })];
  }
  if (unknown !== undefined) {
    return [undecided(unknown.resource, unknown.reading.path, must, { of: unknown.of })];
  }
  return earliest === undefined ? neverEnds(all, what, must) : [];
}

function neverEnds(
  [first]: readonly StatedSetting[],
  what: string,
  must: string,
): readonly Finding[] {
  return first === undefined
    ? []
    : [
        violation(
          first.resource,
          topLevel(first.reading.path),
          `has no enabled rule for the whole bucket that ends ${what}`,
          must,
          { of: first.of },
        ),
      ];
}
