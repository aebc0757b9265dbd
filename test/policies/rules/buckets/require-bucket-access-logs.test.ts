// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireBucketAccessLogs as rule } from "../../../../policies/rules/buckets/require-bucket-access-logs";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const mustBeOnRecord = "accesses must be on record";
const isMissing = "is missing, and no trail of the stack records what is done with its objects";
const violated = (what: string) => violationOf(rule, `${what}; ${mustBeOnRecord}`);

const files: ProgramResource = { type: "aws:s3/bucket:Bucket" };
const trail = (value: string): ProgramResource => ({
  type: "aws:cloudtrail/trail:Trail",
  properties: {
    s3BucketName: "audit",
    eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: [value] }] }],
  },
});

describe("require-bucket-access-logs", () => {
  it("not applicable: a directory bucket, which has no access logs", () =>
    assertNotApplicable(rule, {
      files: {
        type: "aws:s3/directoryBucket:DirectoryBucket",
        properties: { bucket: "class--euc1-az1--x-s3" },
      },
    }));

  for (const type of [
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketLoggingV2:BucketLoggingV2",
  ]) {
    it(`compliant: ${type} logs to another bucket, of the program or elsewhere`, async () => {
      for (const targetBucket of [from("logs.id"), "logs-elsewhere"]) {
        const logging = { type, properties: { bucket: from("files.id"), targetBucket } };
        const program: Program = { files, logging };
        const logs: Program = targetBucket === "logs-elsewhere" ? {} : { logs: files };
        await assertCompliant(rule, { ...program, ...logs });
      }
    });
  }

  for (const [type, property, value, missing] of [
    ["aws:s3/bucket:Bucket", "logging", { targetBucket: "logs" }, "logging"],
    ["aws:s3/bucket:Bucket", "loggings", [{ targetBucket: "logs" }], "logging"],
    ["aws:s3/bucketV2:BucketV2", "loggings", [{ targetBucket: "logs" }], "loggings"],
    [
      "aws-native:s3:Bucket",
      "loggingConfiguration",
      { destinationBucketName: "logs" },
      "loggingConfiguration",
    ],
  ] as const) {
    it(`compliant: ${type} logs by itself, in ${property}`, () =>
      assertCompliant(rule, { files: { type, properties: { [property]: value } } }));

    it(`violation: ${type} is on no record, having no ${property}`, () =>
      assertAlwaysSays(rule, { files: { type } }, [
        violated(`${type.split(":").at(-1)} 'files': '${missing}' ${isMissing}`),
      ]));
  }

  it("violation: a bucket with an empty list of version 6 of the provider", () =>
    assertAlwaysSays(rule, { files: { ...files, properties: { loggings: [] } } }, [
      violated(`Bucket 'files': 'loggings' ${isMissing}`),
    ]));

  it("violation: a bucket whose logs go nowhere", async () => {
    for (const [logging, path] of [
      [{ targetBucket: "" }, "logging.targetBucket"],
      [{ targetPrefix: "class/" }, "logging.targetBucket"],
    ] as const) {
      await assertAlwaysSays(rule, { files: { ...files, properties: { logging } } }, [
        violated(`Bucket 'files': '${path}' ${isMissing}`),
      ]);
    }
    const properties = { bucket: from("files.id"), targetBucket: "" };
    const logging = { type: "aws:s3/bucketLogging:BucketLogging", properties };
    await assertAlwaysSays(rule, { files, logging }, [
      violated(`BucketLogging 'logging' of Bucket 'files': 'targetBucket' ${isMissing}`),
    ]);
  });

  it("compliant: a trail records the data events of all buckets", () =>
    assertCompliant(rule, { files, trail: trail("arn:aws:s3") }));

  it("violation: a trail records those of another bucket", () =>
    assertAlwaysSays(rule, { files, trail: trail("arn:aws:s3:::other/") }, [
      violated(`Bucket 'files': 'logging' ${isMissing}`),
    ]));

  it("compliant: a bucket that logs into itself", () => {
    const properties = { bucket: from("files.id"), targetBucket: from("files.id") };
    const logging = { type: "aws:s3/bucketLogging:BucketLogging", properties };
    return assertCompliant(rule, { files, logging });
  });

  it("compliant: a target that is not known yet", () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const properties = { bucket: from("files.id"), targetBucket: from("elsewhere.logs") };
    const logging = { type: "aws:s3/bucketLogging:BucketLogging", properties };
    return assertCompliant(rule, { elsewhere, files, logging });
  });

  it("undecidable: a trail is made from the bucket's ARN, until the bucket is there", async () => {
    const program = { files, trail: trail(`${from("files.arn")}/`) };
    const values = "Trail 'trail' of Bucket 'files': 'eventSelectors' is";
    await assertSays(rule, program, [undecidedOf(values, mustBeOnRecord)]);
    await assertSays(rule, program, [], { phase: "deployed" });
  });

  it("exempts a bucket until a day", () => {
    const exemption = { urn: "*::files", reason: "public catalogue", expires: "2026-12-31" };
    const message = `Exempted: Bucket 'files': 'logging' ${isMissing}; allowed until 2026-12-31 because: public catalogue`;
    return assertAlwaysSays(rule, { files }, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
