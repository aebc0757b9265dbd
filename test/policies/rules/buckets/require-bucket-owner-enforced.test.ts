// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireBucketOwnerEnforced as rule } from "../../../../policies/rules/buckets/require-bucket-owner-enforced";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const mustBeEnforced = "it must be BucketOwnerEnforced";
const violated = (what: string) => violationOf(rule, `${what}; ${mustBeEnforced}`);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);

const classic = (objectOwnership: string, named = from("files.id")): Program => ({
  files: { type: "aws:s3/bucket:Bucket" },
  ownership: {
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    properties: { bucket: named, rule: { objectOwnership } },
  },
});
const native = (objectOwnership: string): Program => ({
  files: {
    type: "aws-native:s3:Bucket",
    properties: { ownershipControls: { rules: [{ objectOwnership }] } },
  },
});
const split = "BucketOwnershipControls 'ownership': 'rule.objectOwnership'";

describe("require-bucket-owner-enforced", () => {
  it("not applicable: the stack has no bucket", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  it("compliant: a new bucket that says nothing, as a bucket of aws-native may", () =>
    assertCompliant(rule, { files: { type: "aws-native:s3:Bucket" } }));

  it("not applicable: a bucket without controls, which S3 enforces by itself", () =>
    assertNotApplicable(rule, { files: { type: "aws:s3/bucket:Bucket" } }));

  it("compliant: the owner is enforced in so many words", async () => {
    await assertCompliant(rule, classic("BucketOwnerEnforced"));
    await assertCompliant(rule, native("BucketOwnerEnforced"));
  });

  for (const ownership of ["ObjectWriter", "BucketOwnerPreferred"]) {
    it(`violation: ${ownership}`, async () => {
      await says(classic(ownership), violated(`${split} is ${ownership}`));
      await says(
        native(ownership),
        violated(`Bucket 'files': 'ownershipControls.rules[0].objectOwnership' is ${ownership}`),
      );
    });
  }

  it("violation: an ownership that S3 does not have, which is not echoed", () =>
    says(classic("s3cr3t"), violated(`${split} is no ownership that S3 has`)));

  it("violation: the writer owns what is in a bucket that lives elsewhere", () =>
    says(
      classic("ObjectWriter", "elsewhere"),
      violated("BucketOwnershipControls 'ownership': 'rule.objectOwnership' is ObjectWriter"),
    ));

  it("undecidable: the ownership comes from outside the program", () =>
    assertSays(
      rule,
      {
        elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
        ...classic(from("elsewhere.ownership")),
      },
      [undecidedOf(`${split} is`, mustBeEnforced)],
    ));

  it("exempts the controls of a bucket until a day", () => {
    const exemption = { urn: "*::ownership", reason: "shared with a lab", expires: "2026-12-31" };
    const message = `Exempted: ${split} is ObjectWriter; allowed until 2026-12-31 because: shared with a lab`;
    return assertAlwaysSays(rule, classic("ObjectWriter"), [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
