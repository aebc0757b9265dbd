// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: a trail of the account or the organization in another stack. Exempt the buckets that it covers. */

import { configuration, type Options } from "../../framework/configuration";
import { cis, fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { coverageOf, isOn, trailTypes } from "../../joins/data-event-coverage";
import { isLogTarget } from "../../joins/log-targets";
import { namedBuckets } from "../../joins/named-buckets";
import { judgeCustomerKey } from "../../predicates/customer-key";
import { read, textOf } from "../../resources/reading";
import { type Stack, type StackResource, written } from "../../resources/stack";

const mustBeOn = "the trail must record";
const mustBeEncrypted = "the trail must be encrypted with a customer-managed key";
const mustBeValidated = "the log files of the trail must be validated";
const mustBeCovered = "a trail must record what is done with the objects of the bucket";

export const requireAuditTrail: Rule = {
  name: "require-audit-trail",
  description:
    "What is done with the objects of buckets must be on a trail that is encrypted and cannot be changed unseen.",
  rationale:
    "Access logs arrive late and may miss a request. A trail names who read, wrote or deleted " +
    "which recording, and its digests prove that nobody has changed the log files.",
  severity: "medium",
  controls: [
    fsbp("CloudTrail.2", "CloudTrail should have encryption at-rest enabled"),
    fsbp("CloudTrail.4", "CloudTrail log file validation should be enabled"),
    cis("3.8", "Ensure that object-level logging for write events is enabled for S3 buckets"),
    cis("3.9", "Ensure that object-level logging for read events is enabled for S3 buckets"),
    nist("AU-9", "Protection of audit information"),
    nist("AU-10", "Non-repudiation"),
    iso("A.8.15", "Logging"),
  ],
  enforcementLevel: "advisory",
  tags: ["cloudtrail", "s3", "logging", "recordings"],
  remediationSteps:
    "Make an aws.cloudtrail.Trail with enableLogFileValidation, a kmsKeyId of your own, and an " +
    "advanced event selector for the AWS::S3::Object data events of the bucket.",
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
  configSchema: configuration("advisory"),
  validator: {
    stack: {
      "aws:cloudtrail/trail:Trail": judgeTrail,
      "aws-native:cloudtrail:Trail": judgeTrail,
      "aws:s3/bucket:Bucket": judgeBucket,
      "aws:s3/bucketV2:BucketV2": judgeBucket,
      "aws-native:s3:Bucket": judgeBucket,
    },
  },
};

function judgeTrail(trail: StackResource): readonly Finding[] {
  const { props } = trail;
  const off = read(props, "enableLogging").state === "known" ? "enableLogging" : "isLogging";
  return [
    ...(isOn(trail) ? [] : [violation(trail, off, "is false", mustBeOn)]),
    ...judgeKey(trail),
    ...judgeValidation(trail),
  ];
}

function judgeKey(trail: StackResource): readonly Finding[] {
  const wording = { must: mustBeEncrypted, missing: "is missing" };
  return written(trail, "kmsKeyId").flatMap((key) => judgeCustomerKey(trail, key, wording));
}

function judgeValidation(trail: StackResource): readonly Finding[] {
  return written(trail, "enableLogFileValidation").flatMap((validation): readonly Finding[] => {
    if (validation.state === "unknown") {
      return [undecided(trail, validation.path, mustBeValidated)];
    }
    const found = validation.state === "absent" ? "is missing, which means false" : "is false";
    return textOf(validation) === "true"
      ? []
      : [violation(trail, validation.path, found, mustBeValidated)];
  });
}

function judgeBucket(bucket: StackResource, _options: Options, stack: Stack): readonly Finding[] {
  if (isLogTarget(stack, bucket) || stack.derive(trailBuckets).has(bucket.urn)) {
    return [];
  }
  const coverage = coverageOf(stack, bucket);
  switch (coverage.state) {
    case "covered":
      return [];
    case "open": {
      const { recorder, property } = coverage;
      return [undecided(recorder, property, mustBeCovered, { of: bucket })];
    }
    case "none": {
      const found = "is on no trail of the stack with the events of its objects";
      return [violation(bucket, "bucket", found, mustBeCovered)];
    }
  }
}

/** The buckets of trails: a trail that records what it writes itself never comes to an end. */
function trailBuckets(stack: Stack): ReadonlySet<string> {
  const targets = stack
    .ofTypes(trailTypes)
    .flatMap((trail) => namedBuckets(stack, trail, read(trail.props, "s3BucketName")).buckets);
  return new Set(targets.map(({ urn }) => urn));
}
