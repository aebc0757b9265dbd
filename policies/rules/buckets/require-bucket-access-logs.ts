// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: a trail of the account or the organization in another stack. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { coverageOf } from "../../joins/data-event-coverage";
import { loggings } from "../../joins/judged-bucket-settings";
import { isLogTarget } from "../../joins/log-targets";
import type { Reading } from "../../resources/reading";
import type { Stack, StackResource } from "../../resources/stack";

const mustBeOnRecord = "accesses must be on record";

export const requireBucketAccessLogs: Rule = {
  name: "require-bucket-access-logs",
  description: "Every access to a bucket must be on record.",
  rationale:
    "If a recording appears where it should not be, the access log tells who has read it. " +
    "Without the log, nobody knows which families to inform.",
  severity: "medium",
  controls: [
    fsbp("S3.9", "S3 general purpose buckets should have server access logging enabled"),
    nist("AU-12", "Audit record generation"),
    nist("AU-3", "Content of audit records"),
    iso("A.8.15", "Logging"),
  ],
  enforcementLevel: "advisory",
  tags: ["s3", "logging", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketLogging with a targetBucket of its own, or an " +
    "aws.cloudtrail.Trail that records the data events of its objects.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html",
  configSchema: configuration("advisory"),
  validator: { stack: loggings.judgesOfAll(() => mustBeOnRecord, judgeLogging) },
};

/** AWS returns an empty text where no bucket is named. */
function isNowhere(target: Reading): boolean {
  return target.state === "absent" || (target.state === "known" && target.value === "");
}

/** A target that is not known yet counts as a target. */
function judgeLogging(
  all: readonly StatedSetting[],
  _options: Options,
  stack: Stack,
  bucket: StackResource | undefined,
): readonly Finding[] {
  const [first] = all;
  const isLogged = all.some(({ reading }) => !isNowhere(reading));
  if (isLogged || first === undefined || bucket === undefined || isLogTarget(stack, bucket)) {
    return [];
  }
  const coverage = coverageOf(stack, bucket);
  switch (coverage.state) {
    case "covered":
      return [];
    case "open": {
      const { recorder, property } = coverage;
      return [undecided(recorder, property, mustBeOnRecord, { of: bucket })];
    }
    case "none": {
      const found = "is missing, and no trail of the stack records what is done with its objects";
      const { resource, reading, of } = first;
      return [violation(resource, reading.path, found, mustBeOnRecord, { of })];
    }
  }
}
