// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireBucketVersioning as rule } from "../../../../policies/rules/buckets/require-bucket-versioning";
import { from, kindOf, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must = "versioning must be enabled";
const bucket: ProgramResource = { type: "aws:s3/bucket:Bucket" };
const splitTypes = [
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:s3/bucketVersioningV2:BucketVersioningV2",
];
const versioning = (status: string, named = from("files.id"), type = splitTypes[0] ?? "") => ({
  type,
  properties: { bucket: named, versioningConfiguration: { status } },
});

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, { must });
const atFirst = ruleSpec(rule, { must, phase: "first preview" });
const deployed = ruleSpec(rule, { must, phase: "deployed" });

describe("require-bucket-versioning", () => {
  notApplicable({
    "a directory bucket, which has no versions": {
      files: {
        type: "aws:s3/directoryBucket:DirectoryBucket",
        properties: { bucket: "class--euc1-az1--x-s3" },
      },
    },
  });

  const enabled = { enabled: true };
  const disabled = { enabled: false };

  for (const [type, property, on, off, found] of [
    ["aws:s3/bucket:Bucket", "versioning", enabled, disabled, "versioning.enabled' is false"],
    [
      "aws:s3/bucketV2:BucketV2",
      "versionings",
      [enabled],
      [disabled],
      "versionings[0].enabled' is false",
    ],
    [
      "aws-native:s3:Bucket",
      "versioningConfiguration",
      { status: "Enabled" },
      { status: "Suspended" },
      "versioningConfiguration.status' is Suspended",
    ],
  ] as const) {
    complies({
      [`${type} enables versioning itself`]: { files: { type, properties: { [property]: on } } },
    });

    violates({
      [`${type} disables versioning itself`]: [
        { files: { type, properties: { [property]: off } } },
        `${kindOf(type)} 'files': '${found}`,
      ],
    });
  }

  const isMissing = "is missing, which means that no versions are kept";

  atFirst.violates({
    "a new bucket that says nothing": [
      { files: bucket },
      `Bucket 'files': 'versioning' ${isMissing}`,
    ],
  });

  deployed.violates({
    "a bucket that AWS reads back without versions": [
      { files: bucket },
      "Bucket 'files': 'versioning.enabled' is false",
    ],
  });

  violates({
    "a bucket of aws-native that says nothing": [
      { files: { type: "aws-native:s3:Bucket" } },
      `Bucket 'files': 'versioningConfiguration' ${isMissing}`,
    ],
  });

  for (const type of splitTypes) {
    const kind = kindOf(type);

    complies({
      [`a ${kind} enables versioning`]: {
        files: bucket,
        versioning: versioning("Enabled", from("files.id"), type),
      },
    });

    for (const status of ["Suspended", "Disabled"]) {
      violates({
        [`a ${kind} is ${status}`]: [
          { files: bucket, versioning: versioning(status, from("files.id"), type) },
          `${kind} 'versioning' of Bucket 'files': 'versioningConfiguration.status' is ${status}`,
        ],
      });
    }
  }

  const status =
    "BucketVersioning 'versioning' of Bucket 'files': 'versioningConfiguration.status'";

  violates({
    "a status that S3 does not have, which is not echoed": [
      { files: bucket, versioning: versioning("s3cr3t") },
      `${status} is neither Enabled nor true`,
    ],
    "versioning is suspended for a bucket of another stack": [
      { versioning: versioning("Suspended", "elsewhere") },
      "BucketVersioning 'versioning': 'versioningConfiguration.status' is Suspended",
    ],
  });

  undecided({
    "the status comes from outside the program": [
      { files: bucket, versioning: versioning(from("elsewhere.status")) },
      `${status} is`,
    ],
  });

  exempted({
    "a bucket until a day": [
      { files: { ...bucket, properties: { versioning: disabled } } },
      "*::files",
      "scratch space",
      "Bucket 'files': 'versioning.enabled' is false",
    ],
  });
});
