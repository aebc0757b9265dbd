// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Directory buckets cannot have versions and are not judged. */

import { configuration } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { versionings } from "../../joins/judged-bucket-settings";
import { textOf } from "../../resources/reading";

const mustBeEnabled = "versioning must be enabled";

export const requireBucketVersioning: Rule = {
  name: "require-bucket-versioning",
  description: "Buckets must keep the versions of what is overwritten or deleted.",
  rationale:
    "A recording that is overwritten or deleted, by mistake or on purpose, cannot be made " +
    "again. Versioning lets it be restored.",
  severity: "medium",
  controls: [
    fsbp("S3.14", "S3 general purpose buckets should have versioning enabled"),
    nist("CP-9", "System backup"),
    nist("SI-12", "Information management and retention"),
    iso("A.8.13", "Information backup"),
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "versioning", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketVersioning whose versioningConfiguration has status Enabled.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  configSchema: configuration("advisory"),
  validator: { stack: versionings.judges(() => mustBeEnabled, judgeVersioning) },
};

/** The values that mean that no versions are kept, as messages quote them. */
const off: Readonly<Record<string, string>> = {
  false: "is false",
  Suspended: "is Suspended",
  Disabled: "is Disabled",
};

function judgeVersioning({ resource, reading, of }: StatedSetting): readonly Finding[] {
  if (reading.state === "unknown") {
    return [undecided(resource, reading.path, mustBeEnabled, { of })];
  }
  const text = textOf(reading);
  if (text === "Enabled" || text === "true") {
    return [];
  }
  const found =
    text === undefined
      ? "is missing, which means that no versions are kept"
      : (off[text] ?? "is neither Enabled nor true");
  return [violation(resource, reading.path, found, mustBeEnabled, { of })];
}
