// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { ownerships } from "../../joins/judged-bucket-settings";
import { type Reading, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const mustBeEnforced = "it must be BucketOwnerEnforced";

export const requireBucketOwnerEnforced: Rule = {
  name: "require-bucket-owner-enforced",
  description: "Every object of a bucket must belong to the owner of the bucket.",
  rationale:
    "If access control lists are on, whoever uploads an object may own it and can let others " +
    "in past the bucket's policy. One policy should decide about all recordings.",
  severity: "medium",
  controls: [
    fsbp("S3.12", "ACLs should not be used to manage user access to S3 general purpose buckets"),
    nist("AC-3", "Access enforcement"),
    iso("A.5.15", "Access control"),
  ],
  enforcementLevel: "advisory",
  tags: ["s3", "acl", "recordings"],
  remediationSteps:
    "Set objectOwnership to BucketOwnerEnforced, or leave the ownership controls out: S3 " +
    "enforces it for new buckets by itself.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  configSchema: configuration("advisory"),
  validator: { resource: ownerships.judgesOfOne(judgeOwnership) },
};

const others = ["BucketOwnerPreferred", "ObjectWriter"];

/** S3 enforces the owner for new buckets by default, so a bucket without a setting complies. */
function judgeOwnership(resource: Resource, reading: Reading): readonly Finding[] {
  if (reading.state === "unknown") {
    return [undecided(resource, reading.path, mustBeEnforced)];
  }
  const text = textOf(reading) ?? "BucketOwnerEnforced";
  const found = others.includes(text) ? `is ${text}` : "is no ownership that S3 has";
  return text === "BucketOwnerEnforced"
    ? []
    : [violation(resource, reading.path, found, mustBeEnforced)];
}
