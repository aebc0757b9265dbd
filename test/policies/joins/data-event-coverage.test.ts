// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { coverageOf, isOn } from "../../../policies/joins/data-event-coverage";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

type Properties = Readonly<Record<string, unknown>>;

const trailType = "aws:cloudtrail/trail:Trail";
const files = { type: "aws:s3/bucket:Bucket", properties: { bucket: "class" } };
const trail = (properties: Properties, type = trailType): Program => ({
  files,
  other: { type: "aws:s3/bucket:Bucket", properties: { bucket: "other" } },
  unnamed: { type: "aws:s3/bucket:Bucket" },
  trail: { type, properties },
});
const basic = (values: unknown, changes: Properties = {}) => ({
  eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values }], ...changes }],
});
const selecting = (
  categories: readonly string[],
  types: readonly string[],
  ...fields: Properties[]
) => ({
  advancedEventSelectors: [
    {
      fieldSelectors: [
        { field: "eventCategory", equals: categories },
        { field: "resources.type", equals: types },
        ...fields,
      ],
    },
  ],
});
const advanced = (...fields: Properties[]) => selecting(["Data"], ["AWS::S3::Object"], ...fields);

/** What is known about the bucket `files`: "open" with the place that leaves it open. */
async function coverage(program: Program, phase?: Phase): Promise<string> {
  const { stack, resource } = await stackOf(program, phase);
  const found = coverageOf(stack, resource("files"));
  return found.state === "open" ? `open: ${found.property} of ${found.recorder.name}` : found.state;
}

describe("data-events", () => {
  const covering: [string, Properties][] = [
    ["all buckets", basic(["arn:aws:s3"])],
    ["all buckets, with colons", basic(["arn:aws:s3:::"])],
    ["the bucket", basic(["arn:aws:s3:::other/", "arn:aws:s3:::class/"])],
    ["the bucket in China", basic(["arn:aws-cn:s3:::class/"])],
    ["all buckets, in an advanced selector", advanced()],
    [
      "the bucket, in an advanced selector",
      advanced({ field: "resources.ARN", startsWiths: ["arn:aws:s3:::class/"] }),
    ],
    [
      "all but other buckets",
      advanced({
        field: "resources.ARN",
        notStartsWiths: ["arn:aws:s3:::other/", "arn:aws:s3:::class-audit/"],
        notEquals: ["arn:aws:s3:::other/a"],
      }),
    ],
    [
      "the bucket, in the words of aws-native",
      advanced({ field: "resources.ARN", startsWith: ["arn:aws:s3:::class/"] }),
    ],
    [
      "all but another bucket, in the words of aws-native",
      advanced({ field: "resources.ARN", notStartsWith: ["arn:aws:s3:::other/"] }),
    ],
    ["objects of two kinds", selecting(["Data"], ["AWS::S3::Object", "AWS::S3Express::Object"])],
    [
      "all but a bucket of the program that has no name yet",
      advanced({ field: "resources.ARN", notStartsWiths: [`${from("unnamed.arn")}/`] }),
    ],
  ];
  for (const [what, properties] of covering) {
    it(`covers by a trail of ${what}`, async () => {
      for (const phase of ["first preview", "deployed"] as const) {
        assert.equal(await coverage(trail(properties), phase), "covered");
      }
    });
  }

  const others: [string, Properties][] = [
    ["management events", {}],
    ["another bucket", basic(["arn:aws:s3:::other/"])],
    ["a bucket with a longer name", basic(["arn:aws:s3:::my-class/"])],
    ["a folder of the bucket", basic(["arn:aws:s3:::class/recordings/"])],
    ["reading alone", basic(["arn:aws:s3"], { readWriteType: "ReadOnly" })],
    [
      "functions",
      {
        eventSelectors: [
          { dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:s3"] }] },
        ],
      },
    ],
    ["functions, in an advanced selector", selecting(["Data"], ["AWS::Lambda::Function"])],
    ["what networks do with objects", selecting(["NetworkActivity"], ["AWS::S3::Object"])],
    ["an ARN within a text", basic(["of arn:aws:s3:::class/", "of arn:aws:s3"])],
    [
      "all but one object",
      advanced({ field: "resources.ARN", notEquals: ["arn:aws:s3:::class/a"] }),
    ],
    [
      "all but the bucket and another",
      advanced({
        field: "resources.ARN",
        notStartsWiths: ["arn:aws:s3:::other/", "arn:aws:s3:::class/"],
      }),
    ],
    [
      "all but the bucket, in the words of aws-native",
      advanced({ field: "resources.ARN", notStartsWith: ["arn:aws:s3:::class/"] }),
    ],
    ...["endsWiths", "endsWith", "notEndsWiths", "notEndsWith"].map(
      (operator): [string, Properties] => [
        `objects whose names are told by ${operator}`,
        advanced({ field: "resources.ARN", [operator]: [".mp4"] }),
      ],
    ),
    [
      "another bucket, in the words of aws-native",
      advanced({ field: "resources.ARN", startsWith: ["arn:aws:s3:::other/"] }),
    ],
    ["writing alone", advanced({ field: "readOnly", equals: ["false"] })],
    ["one object", advanced({ field: "resources.ARN", equals: ["arn:aws:s3:::class/a"] })],
    [
      "all but the bucket",
      advanced({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::class/"] }),
    ],
    [
      "the bucket but a folder of it",
      advanced({
        field: "resources.ARN",
        startsWiths: ["arn:aws:s3:::class/"],
        notStartsWiths: ["arn:aws:s3:::class/recordings/"],
      }),
    ],
    [
      "the bucket but a folder of it, in a field of its own",
      advanced(
        { field: "resources.ARN", startsWiths: ["arn:aws:s3:::class/"] },
        { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::class/recordings/"] },
      ),
    ],
    [
      "videos alone",
      advanced({
        field: "resources.ARN",
        startsWiths: ["arn:aws:s3:::class/"],
        endsWiths: [".mp4"],
      }),
    ],
    [
      "all but the buckets whose names begin alike",
      advanced({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::cl"] }),
    ],
    [
      "management events, in an advanced selector",
      {
        advancedEventSelectors: [
          { fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
        ],
      },
    ],
  ];
  for (const [what, properties] of others) {
    it(`does not cover by a trail of ${what}`, async () => {
      for (const phase of ["first preview", "deployed"] as const) {
        assert.equal(await coverage(trail(properties), phase), "none");
      }
    });
  }

  it("knows a bucket by the name that aws-native gives it, and by its id", async () => {
    const native = { type: "aws-native:s3:Bucket", properties: { bucketName: "class" } };
    const named = trail(basic(["arn:aws:s3:::class/"]));
    assert.equal(await coverage({ ...named, files: native }), "covered");
    const unnamed = trail(basic([`${from("files.id")}/`, `arn:aws:s3:::${from("files.id")}/`]));
    const program = { ...unnamed, files: { type: "aws:s3/bucket:Bucket" } };
    assert.equal(await coverage(program, "deployed"), "covered");
  });

  it("does not cover by a trail or a store that is off", async () => {
    assert.equal(await coverage(trail({ ...advanced(), enableLogging: false })), "none");
    const native = trail({ ...advanced(), isLogging: false }, "aws-native:cloudtrail:Trail");
    assert.equal(await coverage(native), "none");
    const store = "aws:cloudtrail/eventDataStore:EventDataStore";
    assert.equal(await coverage(trail({ ...advanced(), suspend: "true" }, store)), "none");
    assert.equal(await coverage(trail(advanced(), store)), "covered");
    const nativeStore = "aws-native:cloudtrail:EventDataStore";
    assert.equal(
      await coverage(trail({ ...advanced(), ingestionEnabled: false }, nativeStore)),
      "none",
    );
  });

  it("covers by one of several trails", async () => {
    const second = { type: trailType, properties: advanced() };
    assert.equal(await coverage({ ...trail({}), second }), "covered");
  });

  it("leaves open what is made from the bucket's ARN, until that is known", async () => {
    const program = trail(basic([`${from("files.arn")}/`]));
    assert.equal(await coverage(program), "open: eventSelectors of trail");
    assert.equal(await coverage(program, "deployed"), "covered");
    const folder = trail(basic([`${from("files.arn")}/recordings/`]));
    assert.equal(await coverage(folder), "open: eventSelectors of trail");
    assert.equal(await coverage(folder, "deployed"), "none");
  });

  for (const operator of ["startsWiths", "notStartsWiths"]) {
    it(`leaves open what ${operator} of an advanced selector makes from the bucket's ARN`, async () => {
      const made = { field: "resources.ARN", [operator]: [`${from("files.arn")}/lessons/`] };
      const all = { field: "resources.ARN", startsWiths: ["arn:aws:s3"] };
      const program = { early: { type: trailType }, ...trail(advanced(all, made)) };
      assert.equal(await coverage(program), "open: advancedEventSelectors of trail");
      assert.equal(await coverage(program, "deployed"), "none");
    });
  }

  it("prefers what covers to what is open", async () => {
    const second = { type: trailType, properties: advanced() };
    const open = trail(basic([`${from("files.arn")}/`]));
    assert.equal(await coverage({ ...open, second }), "covered");
    assert.equal(await coverage(trail(basic([from("files.arn"), "arn:aws:s3"]))), "covered");
  });

  it("knows that what is made from another bucket means that one", async () => {
    const program = trail(basic([`${from("other.arn")}/`]));
    assert.equal(await coverage(program), "none");
    assert.equal(await coverage(program, "deployed"), "none");
  });

  it("leaves open what comes from outside the program", async () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const program = {
      elsewhere,
      ...trail({ advancedEventSelectors: from("elsewhere.selectors") }),
    };
    assert.equal(await coverage(program), "open: advancedEventSelectors of trail");
  });

  it("knows a trail that is on from one that is not", async () => {
    const { resource } = await stackOf(trail({}));
    assert.equal(isOn(resource("trail")), true);
    const off = await stackOf(trail({ enableLogging: false }));
    assert.equal(isOn(off.resource("trail")), false);
  });
});
