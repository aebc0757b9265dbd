// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireDeclaredTarget as rule } from "../../../../policies/rules/regions/require-declared-target";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const configuration = { targets: ["arn:aws:s3:::archive-*"] };
const must = "it must be a bucket of this stack or one that the configuration names";
const isForeign = (what: string) => violationOf(rule, `${what}; ${must}`);
const bucket = { type: "aws:s3/bucket:Bucket", properties: { bucket: "vault-bucket" } };

describe("require-declared-target", () => {
  it("not applicable: no target is configured", () =>
    assertNotApplicable(rule, {
      writer: { type: "aws:cloudtrail/trail:Trail", properties: { s3BucketName: "somewhere" } },
    }));

  it("violation: every bucket outside of the stack, where the list is empty", () =>
    assertAlwaysSays(
      rule,
      { writer: { type: "aws:cloudtrail/trail:Trail", properties: { s3BucketName: "archive-1" } } },
      [isForeign("Trail 'writer': 's3BucketName' is the bucket archive-1")],
      { configuration: { targets: [] } },
    ));

  it("compliant: flow logs that go to a log group of the stack", () =>
    assertCompliant(
      rule,
      {
        group: { type: "aws:cloudwatch/logGroup:LogGroup" },
        writer: {
          type: "aws:ec2/flowLog:FlowLog",
          properties: { logDestination: from("group.arn") },
        },
      },
      { configuration },
    ));

  it("compliant: a stream of video to another server", () =>
    assertCompliant(
      rule,
      {
        writer: {
          type: "aws:medialive/channel:Channel",
          properties: { destinations: [{ settings: [{ url: "rtmp://example.org/lessons" }] }] },
        },
      },
      { configuration },
    ));

  it("violation: a stream of video to a bucket of which nothing is known", () =>
    assertAlwaysSays(
      rule,
      {
        writer: {
          type: "aws:medialive/channel:Channel",
          properties: { destinations: [{ settings: [{ url: "s3ssl://somewhere/lessons" }] }] },
        },
      },
      [isForeign("Channel 'writer': 'destinations[0].settings[0].url' is the bucket somewhere")],
      { configuration },
    ));

  it("compliant: a copy from a bucket of which nothing is known", () =>
    assertCompliant(
      rule,
      {
        vault: bucket,
        writer: {
          type: "aws:s3/objectCopy:ObjectCopy",
          properties: { bucket: "vault-bucket", source: "somewhere/lesson" },
        },
      },
      { configuration },
    ));

  it("compliant: flow logs that go to a log group outside of the stack", () =>
    assertCompliant(
      rule,
      {
        writer: {
          type: "aws:ec2/flowLog:FlowLog",
          properties: { logDestination: "arn:aws:logs:eu-central-1:111122223333:log-group:flows" },
        },
      },
      { configuration },
    ));

  const outside: Record<string, Program> = {
    "a bucket that another stack tells": { other: { type: "pulumi:pulumi:StackReference" } },
    "a bucket that a parameter tells": { other: { type: "aws:ssm/parameter:Parameter" } },
    "a bucket that was fetched": { other: { type: "aws:s3/bucket:Bucket", external: true } },
  };
  for (const [shape, program] of Object.entries(outside)) {
    it(`undecidable: ${shape}`, () =>
      assertSays(
        rule,
        {
          ...program,
          writer: {
            type: "aws:cloudtrail/trail:Trail",
            properties: { s3BucketName: from("other.name") },
          },
        },
        [undecidedOf("Trail 'writer': 's3BucketName' is", must)],
        { configuration },
      ));
  }

  const beside: Record<string, [string, Program]> = {
    "a bucket of the stack and what a parameter holds": [
      `${from("vault.bucket")}-${from("other.value")}`,
      { other: { type: "aws:ssm/parameter:Parameter" } },
    ],
    "a package that is not AWS's": [from("other.name"), { other: { type: "my-aws:index:Bucket" } }],
  };
  for (const [shape, [s3BucketName, program]] of Object.entries(beside)) {
    it(`undecidable: made from ${shape}`, () =>
      assertSays(
        rule,
        {
          vault: bucket,
          ...program,
          writer: { type: "aws:cloudtrail/trail:Trail", properties: { s3BucketName } },
        },
        [undecidedOf("Trail 'writer': 's3BucketName' is", must)],
        { configuration },
      ));
  }

  for (const partition of ["aws", "aws-cn", "aws-us-gov"]) {
    it(`compliant: a bucket that the configuration names in the partition ${partition}`, () =>
      assertCompliant(
        rule,
        {
          writer: { type: "aws:cloudtrail/trail:Trail", properties: { s3BucketName: "archive-1" } },
        },
        { configuration: { targets: [`arn:${partition}:s3:::archive-*`] } },
      ));
  }

  it("exempted: a trail that may write elsewhere until a day", () =>
    assertAlwaysSays(
      rule,
      { writer: { type: "aws:cloudtrail/trail:Trail", properties: { s3BucketName: "central" } } },
      [
        "Exempted: Trail 'writer': 's3BucketName' is the bucket central; allowed until 2026-12-31 because: central audit",
      ],
      {
        configuration: {
          ...configuration,
          exemptions: [{ urn: "*::writer", reason: "central audit", expires: "2026-12-31" }],
        },
      },
    ));
});
