// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: several rules that each cover a part of a bucket, and together all of it. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import { type Limits, limitsSchema } from "../../framework/limits";
import type { Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { lifecycles } from "../../joins/judged-bucket-settings";
import { type AskedEnding, judgeEnding, mustEnd } from "./lifecycle-endings";

interface BucketRetentionOptions extends Options {
  readonly days: Limits;
  readonly abortDays: Limits;
}

export const limitBucketRetention: Rule<BucketRetentionOptions> = {
  name: "limit-bucket-retention",
  description: "Buckets must delete what is in them after a time that is configured.",
  rationale:
    "Data that is kept for ever leaks some day. A recording must be deleted when nobody has a " +
    "reason to see it any more, with its old versions and the parts of unfinished uploads.",
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
    "Give the bucket an aws.s3.BucketLifecycleConfiguration with an enabled rule for all " +
    "objects that has expiration, noncurrentVersionExpiration and " +
    "abortIncompleteMultipartUpload.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  configSchema: configuration("advisory", {
    days: limitsSchema(
      "After how many days objects must expire. Old versions have the same upper limit.",
      { min: 1 },
    ),
    abortDays: limitsSchema(
      "After how many days an unfinished multipart upload must be aborted.",
      { max: 7 },
      ["max"],
    ),
  }),
  validator: {
    stack: lifecycles.judgesOfAll(({ days }) => mustEnd("objects", days), judgeLifecycle),
  },
};

function judgeLifecycle(
  all: readonly StatedSetting[],
  { days, abortDays }: BucketRetentionOptions,
): readonly Finding[] {
  const asked: readonly AskedEnding[] = [
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
