// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireBucketVersioning as rule } from "../../../../policies/rules/buckets/require-bucket-versioning";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const mustBeEnabled = "versioning must be enabled";
const violated = (what: string) => violationOf(rule, `${what}; ${mustBeEnabled}`);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);

const bucket: ProgramResource = { type: "aws:s3/bucket:Bucket" };
const elsewhere: ProgramResource = { type: "pulumi:pulumi:StackReference", external: true };
const splitTypes = [
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:s3/bucketVersioningV2:BucketVersioningV2",
];
const versioning = (status: string, named = from("files.id"), type = splitTypes[0] ?? "") => ({
  type,
  properties: { bucket: named, versioningConfiguration: { status } },
});

describe("require-bucket-versioning", () => {
  it("not applicable: a directory bucket, which has no versions", () =>
    assertNotApplicable(rule, {
      files: {
        type: "aws:s3/directoryBucket:DirectoryBucket",
        properties: { bucket: "class--euc1-az1--x-s3" },
      },
    }));

  for (const [type, property, enabled, disabled, path, found] of [
    [
      "aws:s3/bucket:Bucket",
      "versioning",
      { enabled: true },
      { enabled: false },
      "versioning.enabled",
      "false",
    ],
    [
      "aws:s3/bucketV2:BucketV2",
      "versionings",
      [{ enabled: true }],
      [{ enabled: false }],
      "versionings[0].enabled",
      "false",
    ],
    [
      "aws-native:s3:Bucket",
      "versioningConfiguration",
      { status: "Enabled" },
      { status: "Suspended" },
      "versioningConfiguration.status",
      "Suspended",
    ],
  ] as const) {
    it(`compliant: ${type} says so itself`, () =>
      assertCompliant(rule, { files: { type, properties: { [property]: enabled } } }));

    it(`violation: ${type} says the contrary itself`, () =>
      says(
        { files: { type, properties: { [property]: disabled } } },
        violated(`${type.split(":").at(-1)} 'files': '${path}' is ${found}`),
      ));
  }

  it("violation: nothing is written", async () => {
    await assertSays(rule, { files: bucket }, [
      violated("Bucket 'files': 'versioning' is missing, which means that no versions are kept"),
    ]);
    await assertSays(
      rule,
      { files: bucket },
      [violated("Bucket 'files': 'versioning.enabled' is false")],
      { phase: "deployed" },
    );
    await says(
      { files: { type: "aws-native:s3:Bucket" } },
      violated(
        "Bucket 'files': 'versioningConfiguration' is missing, which means that no versions are kept",
      ),
    );
  });

  for (const type of splitTypes) {
    const kind = type.split(":").at(-1);

    it(`compliant: a ${kind} enables it`, () =>
      assertCompliant(rule, {
        files: bucket,
        versioning: versioning("Enabled", from("files.id"), type),
      }));

    for (const status of ["Suspended", "Disabled"]) {
      it(`violation: a ${kind} is ${status}`, () =>
        says(
          { files: bucket, versioning: versioning(status, from("files.id"), type) },
          violated(
            `${kind} 'versioning' of Bucket 'files': 'versioningConfiguration.status' is ${status}`,
          ),
        ));
    }
  }

  it("violation: a status that S3 does not have, which is not echoed", () =>
    says(
      { files: bucket, versioning: versioning("s3cr3t") },
      violated(
        "BucketVersioning 'versioning' of Bucket 'files': 'versioningConfiguration.status' is neither Enabled nor true",
      ),
    ));

  it("violation: it is suspended for a bucket that lives elsewhere", () =>
    says(
      { versioning: versioning("Suspended", "elsewhere") },
      violated("BucketVersioning 'versioning': 'versioningConfiguration.status' is Suspended"),
    ));

  it("undecidable: the status comes from outside the program", () =>
    assertSays(
      rule,
      { elsewhere, files: bucket, versioning: versioning(from("elsewhere.status")) },
      [
        undecidedOf(
          "BucketVersioning 'versioning' of Bucket 'files': 'versioningConfiguration.status' is",
          mustBeEnabled,
        ),
      ],
    ));

  it("exempts a bucket until a day", () => {
    const exemption = { urn: "*::files", reason: "scratch space", expires: "2026-12-31" };
    const properties = { versioning: { enabled: false } };
    const message =
      "Exempted: Bucket 'files': 'versioning.enabled' is false; allowed until 2026-12-31 because: scratch space";
    return assertAlwaysSays(rule, { files: { ...bucket, properties } }, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
