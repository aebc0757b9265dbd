// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { limitBucketRetention as rule } from "../../../../policies/rules/buckets/limit-bucket-retention";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Block = Readonly<Record<string, unknown>>;

const must = (what: string, limits: string) => `${what} must end after ${limits}`;
const objectsMust = must("objects", "at least 1 day");
const oldMust = must("old versions", "any number of days");
const uploadsMust = must("unfinished uploads", "at most 7 days");
const violated = (what: string, asked: string) => violationOf(rule, `${what}; ${asked}`);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);

const whole = {
  id: "retention",
  status: "Enabled",
  expiration: { days: 365 },
  noncurrentVersionExpiration: { noncurrentDays: 30 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};
const splitType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const split = (rules: unknown, type = splitType, named = from("files.id")): Program => ({
  files: { type: "aws:s3/bucket:Bucket" },
  lifecycle: { type, properties: { bucket: named, rules } },
});
const title = "BucketLifecycleConfiguration 'lifecycle' of Bucket 'files'";
const lacks = (what: string) => `has no enabled rule for the whole bucket that ends ${what}`;
const nothingEnds = (resource: string, property: string) => [
  violated(`${resource}: '${property}' ${lacks("objects")}`, objectsMust),
  violated(`${resource}: '${property}' ${lacks("old versions")}`, oldMust),
  violated(`${resource}: '${property}' ${lacks("unfinished uploads")}`, uploadsMust),
];

describe("limit-bucket-retention", () => {
  it("not applicable: the stack has no bucket", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  const spellings: [string, Program][] = [
    ["in a resource of its own", split([whole])],
    [
      "in the deprecated resource",
      split([whole], "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2"),
    ],
    ["with an empty prefix", split([{ ...whole, filter: { prefix: "" } }])],
    ["with an empty filter", split([{ ...whole, filter: {} }])],
    ["with conditions that are empty", split([{ ...whole, filter: { and: {}, tag: {} } }])],
    ["with no tags", split([{ ...whole, tags: {} }])],
    ["with a least size of nothing", split([{ ...whole, filter: { objectSizeGreaterThan: 0 } }])],
    [
      "in several rules",
      split([
        { ...whole, expiration: { expiredObjectDeleteMarker: true } },
        { id: "more", status: "Enabled", expiration: { days: 365 } },
      ]),
    ],
    [
      "in a Bucket",
      {
        files: {
          type: "aws:s3/bucket:Bucket",
          properties: {
            lifecycleRules: [
              {
                enabled: true,
                expiration: { days: 365 },
                noncurrentVersionExpiration: { days: 30 },
                abortIncompleteMultipartUploadDays: 7,
              },
            ],
          },
        },
      },
    ],
    [
      "in a BucketV2",
      {
        files: {
          type: "aws:s3/bucketV2:BucketV2",
          properties: {
            lifecycleRules: [
              {
                enabled: true,
                expirations: [{ days: 365 }],
                noncurrentVersionExpirations: [{ days: 30 }],
                abortIncompleteMultipartUploadDays: 7,
              },
            ],
          },
        },
      },
    ],
    [
      "in a bucket of aws-native",
      {
        files: {
          type: "aws-native:s3:Bucket",
          properties: {
            lifecycleConfiguration: {
              rules: [
                {
                  status: "Enabled",
                  expirationInDays: 365,
                  noncurrentVersionExpiration: { noncurrentDays: 30 },
                  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                },
              ],
            },
          },
        },
      },
    ],
  ];
  for (const [spelling, program] of spellings) {
    it(`compliant: everything ends, written ${spelling}`, () => assertCompliant(rule, program));
  }

  for (const [type, property] of [
    ["aws:s3/bucket:Bucket", "lifecycleRules"],
    ["aws:s3/bucketV2:BucketV2", "lifecycleRules"],
    ["aws-native:s3:Bucket", "lifecycleConfiguration"],
  ] as const) {
    it(`violation: nothing is written in ${type}`, () =>
      says(
        { files: { type } },
        violated(
          `${type.split(":").at(-1)} 'files': '${property}' is missing: everything is kept for ever`,
          objectsMust,
        ),
      ));
  }

  const parts: [string, Block][] = [
    ["is disabled", { status: "Disabled" }],
    ["has no status", { status: null }],
    ["has tags", { tags: { a: "b" } }],
    ["has a prefix", { prefix: "old/" }],
    ["has a prefix in its filter", { filter: { prefix: "old/" } }],
    ["has a tag", { filter: { tag: { key: "a", value: "b" } } }],
    ["has several conditions", { filter: { and: { prefix: "old/", tags: { a: "b" } } } }],
    ["has a least size", { filter: { objectSizeGreaterThan: 1024 } }],
  ];
  for (const [part, changes] of parts) {
    it(`violation: the only rule ${part}`, () =>
      says(split([{ ...whole, ...changes }]), ...nothingEnds(title, "rules")));
  }

  for (const [missing, what, asked] of [
    ["expiration", "objects", objectsMust],
    ["noncurrentVersionExpiration", "old versions", oldMust],
    ["abortIncompleteMultipartUpload", "unfinished uploads", uploadsMust],
  ] as const) {
    it(`violation: nothing ends ${what}`, () =>
      says(
        split([{ ...whole, [missing]: null }]),
        violated(`${title}: 'rules' ${lacks(what)}`, asked),
      ));
  }

  it("violation: nothing ends where all days are read back as zero", () =>
    says(
      split([
        {
          ...whole,
          expiration: { days: 0 },
          noncurrentVersionExpiration: { noncurrentDays: 0 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 0 },
        },
      ]),
      ...nothingEnds(title, "rules"),
    ));

  it("violation: some old versions are kept, however old they are", async () => {
    const kept = { noncurrentDays: 30, newerNoncurrentVersions: 5 };
    const all = { noncurrentDays: 30, newerNoncurrentVersions: 0 };
    await says(
      split([{ ...whole, noncurrentVersionExpiration: kept }]),
      violated(`${title}: 'rules' ${lacks("old versions")}`, oldMust),
    );
    await assertCompliant(rule, split([{ ...whole, noncurrentVersionExpiration: all }]));
    const later = { id: "later", status: "Enabled", noncurrentVersionExpiration: all };
    await assertCompliant(rule, split([{ ...whole, noncurrentVersionExpiration: kept }, later]));
  });

  it("violation: uploads are given up too late", () => {
    const late = { ...whole, abortIncompleteMultipartUpload: { daysAfterInitiation: 30 } };
    const path = "rules[0].abortIncompleteMultipartUpload.daysAfterInitiation";
    return says(split([late]), violated(`${title}: '${path}' is 30`, uploadsMust));
  });

  it("violation: a lifecycle without rules, and one of a bucket elsewhere that ends nothing", async () => {
    await says(
      split([]),
      violated(`${title}: 'rules' is missing: everything is kept for ever`, objectsMust),
    );
    const { lifecycle } = split([{ ...whole, status: "Disabled" }], splitType, "elsewhere");
    assert.ok(lifecycle);
    await says({ lifecycle }, ...nothingEnds("BucketLifecycleConfiguration 'lifecycle'", "rules"));
  });

  describe("configuration", () => {
    const days = { min: 180, max: 400 };

    it("compliant: the days lie within, and old versions may end sooner", () =>
      assertCompliant(rule, split([whole]), { configuration: { days } }));

    it("violation: the earliest of several rules is too early", () => {
      const early = { id: "early", status: "Enabled", expiration: { days: 90 } };
      const asked = must("objects", "between 180 and 400 days");
      const expected = [violated(`${title}: 'rules[1].expiration.days' is 90`, asked)];
      return assertAlwaysSays(rule, split([whole, early]), expected, { configuration: { days } });
    });

    it("violation: objects and old versions end too late", () => {
      const late = {
        ...whole,
        expiration: { days: 500 },
        noncurrentVersionExpiration: { noncurrentDays: 500 },
      };
      const expected = [
        violated(
          `${title}: 'rules[0].expiration.days' is 500`,
          must("objects", "between 180 and 400 days"),
        ),
        violated(
          `${title}: 'rules[0].noncurrentVersionExpiration.noncurrentDays' is 500`,
          must("old versions", "at most 400 days"),
        ),
      ];
      return assertAlwaysSays(rule, split([late]), expected, { configuration: { days } });
    });
  });

  it("undecidable: days and a status come from outside the program, which is said once", () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const open = [
      { ...whole, expiration: { days: from("elsewhere.days") } },
      { ...whole, status: from("elsewhere.status") },
    ];
    const paths = "'rules[0].expiration.days' and 'rules[1].status' are";
    return assertSays(rule, { elsewhere, ...split(open) }, [
      undecidedOf(`${title}: ${paths}`, uploadsMust),
    ]);
  });

  it("exempts a lifecycle by the name of its bucket", () => {
    const exemption = { urn: "*::files", reason: "an archive", expires: "2026-12-31" };
    const program = split([{ ...whole, expiration: null }]);
    const message = `Exempted: ${title}: 'rules' ${lacks("objects")}; allowed until 2026-12-31 because: an archive`;
    return assertAlwaysSays(rule, program, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
