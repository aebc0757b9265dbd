// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireAuditTrail as rule } from "../../../../policies/rules/trails/require-audit-trail";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const encrypted = "the trail must be encrypted with a customer-managed key";
const validated = "the log files of the trail must be validated";
const covered = "a trail must record what is done with the objects of the bucket";
const notCovered = "'bucket' is on no trail of the stack with the events of its objects";
const violated = (what: string, must: string) => violationOf(rule, `${what}; ${must}`);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);

const files: ProgramResource = { type: "aws:s3/bucket:Bucket" };
const everything = {
  advancedEventSelectors: [
    {
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::S3::Object"] },
      ],
    },
  ],
};
const withTrail = (changes: Properties = {}, type = "aws:cloudtrail/trail:Trail"): Program => ({
  key: { type: "aws:kms/key:Key" },
  trail: {
    type,
    properties: {
      s3BucketName: "audit",
      kmsKeyId: from("key.arn"),
      enableLogFileValidation: true,
      ...everything,
      ...changes,
    },
  },
});

describe("require-audit-trail", () => {
  it("not applicable: the stack has neither a bucket nor a trail", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  for (const type of ["aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail"]) {
    it(`compliant: a trail of type ${type} that follows all buckets`, () =>
      assertCompliant(rule, { files, ...withTrail({}, type) }));

    it(`violation: a trail of type ${type} without key and validation`, () =>
      says(
        withTrail({ kmsKeyId: null, enableLogFileValidation: null }, type),
        violated("Trail 'trail': 'kmsKeyId' is missing", encrypted),
        violated(
          "Trail 'trail': 'enableLogFileValidation' is missing, which means false",
          validated,
        ),
      ));
  }

  it("compliant: the key is a literal one", () =>
    assertCompliant(rule, withTrail({ kmsKeyId: "alias/audit" })));

  it("violation: the trail is off, and the bucket is on no record then", async () => {
    const off = violated("Trail 'trail': 'enableLogging' is false", "the trail must record");
    const bucket = violated(`Bucket 'files': ${notCovered}`, covered);
    await says({ files, ...withTrail({ enableLogging: false }) }, off, bucket);
    await says(
      withTrail({ isLogging: false }, "aws-native:cloudtrail:Trail"),
      off.replace("enableLogging", "isLogging"),
    );
  });

  it("violation: validation is switched off", () =>
    says(
      withTrail({ enableLogFileValidation: false }),
      violated("Trail 'trail': 'enableLogFileValidation' is false", validated),
    ));

  for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws-native:s3:Bucket"]) {
    it(`violation: no trail follows ${type}`, () =>
      says(
        { files: { type } },
        violated(`${type.split(":").at(-1)} 'files': ${notCovered}`, covered),
      ));
  }

  it("compliant: neither the trail's own bucket nor one for access logs is followed", () => {
    const other = [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3:::x/"] }] }];
    const changes = {
      s3BucketName: from("audit.id"),
      advancedEventSelectors: null,
      eventSelectors: other,
    };
    return assertCompliant(rule, {
      audit: files,
      logs: files,
      logging: {
        type: "aws:s3/bucketLogging:BucketLogging",
        properties: { bucket: "elsewhere", targetBucket: from("logs.id") },
      },
      ...withTrail(changes),
    });
  });

  it("undecidable: the key and the validation come from outside the program, which is said once", () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const changes = {
      kmsKeyId: from("elsewhere.key"),
      enableLogFileValidation: from("elsewhere.validation"),
    };
    return assertSays(rule, { elsewhere, ...withTrail(changes) }, [
      undecidedOf("Trail 'trail': 'kmsKeyId' and 'enableLogFileValidation' are", validated),
    ]);
  });

  it("undecidable: the trail quotes the bucket's ARN, until the bucket is there", async () => {
    const values = [`${from("files.arn")}/`];
    const eventSelectors = [{ dataResources: [{ type: "AWS::S3::Object", values }] }];
    const program = { files, ...withTrail({ advancedEventSelectors: null, eventSelectors }) };
    await assertSays(rule, program, [
      undecidedOf("Trail 'trail' of Bucket 'files': 'eventSelectors' is", covered),
    ]);
    await assertSays(rule, program, [], { phase: "deployed" });
  });

  it("exempts the buckets of an organization that has a trail elsewhere", () => {
    const reason = "the organization's trail";
    const exemption = { urn: "*", reason, expires: "2026-12-31" };
    const message = `Exempted: Bucket 'files': ${notCovered}; allowed until 2026-12-31 because: ${reason}`;
    return assertAlwaysSays(rule, { files }, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
