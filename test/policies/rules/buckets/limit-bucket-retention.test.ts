// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { limitBucketRetention as rule } from "../../../../policies/rules/buckets/limit-bucket-retention";
import { from, kindOf, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must = (what: string, limits: string) => `${what} must end after ${limits}`;
const objectsMust = must("objects", "at least 1 day");
const oldMust = must("old versions", "any number of days");
const uploadsMust = must("unfinished uploads", "at most 7 days");

const whole = {
  id: "retention",
  status: "Enabled",
  expiration: { days: 365 },
  noncurrentVersionExpiration: { noncurrentDays: 30 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};
const splitType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const lifecycle = (rules: unknown, type = splitType, bucket = from("files.id")): Program => ({
  lifecycle: { type, properties: { bucket, rules } },
});
const split = (rules: unknown, type = splitType): Program => ({
  files: { type: "aws:s3/bucket:Bucket" },
  ...lifecycle(rules, type),
});
const inBucket = (type: string, properties: ProgramResource["properties"]): Program => ({
  files: { type, properties },
});
const title = "BucketLifecycleConfiguration 'lifecycle' of Bucket 'files'";
const lacks = (what: string) => `has no enabled rule for the whole bucket that ends ${what}`;
const nothingEnds = (resource: string) => [
  `${resource}: 'rules' ${lacks("objects")}; ${objectsMust}`,
  `${resource}: 'rules' ${lacks("old versions")}; ${oldMust}`,
  `${resource}: 'rules' ${lacks("unfinished uploads")}; ${uploadsMust}`,
];

const { notApplicable, complies, violates, exempted } = ruleSpec(rule);

describe("limit-bucket-retention", () => {
  notApplicable({ "the stack has no bucket": { key: { type: "aws:kms/key:Key" } } });

  complies({
    "everything ends, written in a resource of its own": split([whole]),
    "everything ends, written in the deprecated resource": split(
      [whole],
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    ),
    "everything ends, written with an empty prefix": split([{ ...whole, filter: { prefix: "" } }]),
    "everything ends, written with an empty filter": split([{ ...whole, filter: {} }]),
    "everything ends, written with conditions that are empty": split([
      { ...whole, filter: { and: {}, tag: {} } },
    ]),
    "everything ends, written with no tags": split([{ ...whole, tags: {} }]),
    "everything ends, written with a least size of nothing": split([
      { ...whole, filter: { objectSizeGreaterThan: 0 } },
    ]),
    "everything ends, written in several rules": split([
      { ...whole, expiration: { expiredObjectDeleteMarker: true } },
      { id: "more", status: "Enabled", expiration: { days: 365 } },
    ]),
    "everything ends, written in a Bucket": inBucket("aws:s3/bucket:Bucket", {
      lifecycleRules: [
        {
          enabled: true,
          expiration: { days: 365 },
          noncurrentVersionExpiration: { days: 30 },
          abortIncompleteMultipartUploadDays: 7,
        },
      ],
    }),
    "everything ends, written in a BucketV2": inBucket("aws:s3/bucketV2:BucketV2", {
      lifecycleRules: [
        {
          enabled: true,
          expirations: [{ days: 365 }],
          noncurrentVersionExpirations: [{ days: 30 }],
          abortIncompleteMultipartUploadDays: 7,
        },
      ],
    }),
    "everything ends, written in a bucket of aws-native": inBucket("aws-native:s3:Bucket", {
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
    }),
  });

  for (const [type, property] of [
    ["aws:s3/bucket:Bucket", "lifecycleRules"],
    ["aws:s3/bucketV2:BucketV2", "lifecycleRules"],
    ["aws-native:s3:Bucket", "lifecycleConfiguration"],
  ] as const) {
    violates({
      [`a bucket of type ${type} without a lifecycle`]: [
        { files: { type } },
        `${kindOf(type)} 'files': '${property}' is missing: everything is kept for ever; ${objectsMust}`,
      ],
    });
  }

  for (const [part, changes] of Object.entries({
    "is disabled": { status: "Disabled" },
    "has no status": { status: null },
    "has tags": { tags: { a: "b" } },
    "has a prefix": { prefix: "old/" },
    "has a prefix in its filter": { filter: { prefix: "old/" } },
    "has a tag": { filter: { tag: { key: "a", value: "b" } } },
    "has several conditions": { filter: { and: { prefix: "old/", tags: { a: "b" } } } },
    "has a least size": { filter: { objectSizeGreaterThan: 1024 } },
    "has zero for all days, as AWS reads them back": {
      expiration: { days: 0 },
      noncurrentVersionExpiration: { noncurrentDays: 0 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 0 },
    },
  })) {
    violates({
      [`the only rule ${part}`]: [split([{ ...whole, ...changes }]), ...nothingEnds(title)],
    });
  }

  for (const [missing, what, asked] of [
    ["expiration", "objects", objectsMust],
    ["noncurrentVersionExpiration", "old versions", oldMust],
    ["abortIncompleteMultipartUpload", "unfinished uploads", uploadsMust],
  ] as const) {
    violates({
      [`no rule ends ${what}`]: [
        split([{ ...whole, [missing]: null }]),
        `${title}: 'rules' ${lacks(what)}; ${asked}`,
      ],
    });
  }

  const keepsFive = {
    ...whole,
    noncurrentVersionExpiration: { noncurrentDays: 30, newerNoncurrentVersions: 5 },
  };
  const keepsNone = { noncurrentDays: 30, newerNoncurrentVersions: 0 };

  violates({
    "some old versions are kept, however old they are": [
      split([keepsFive]),
      `${title}: 'rules' ${lacks("old versions")}; ${oldMust}`,
    ],
    "uploads are given up too late": [
      split([{ ...whole, abortIncompleteMultipartUpload: { daysAfterInitiation: 30 } }]),
      `${title}: 'rules[0].abortIncompleteMultipartUpload.daysAfterInitiation' is 30; ${uploadsMust}`,
    ],
    "a lifecycle without rules": [
      split([]),
      `${title}: 'rules' is missing: everything is kept for ever; ${objectsMust}`,
    ],
    "the lifecycle of a bucket of another stack ends nothing": [
      lifecycle([{ ...whole, status: "Disabled" }], splitType, "elsewhere"),
      ...nothingEnds("BucketLifecycleConfiguration 'lifecycle'"),
    ],
  });

  complies({
    "no old versions are kept": split([{ ...whole, noncurrentVersionExpiration: keepsNone }]),
    "some old versions are kept by one rule, none by another": split([
      keepsFive,
      { id: "later", status: "Enabled", noncurrentVersionExpiration: keepsNone },
    ]),
  });

  describe("configuration", () => {
    const limited = ruleSpec(rule, { configuration: { days: { min: 180, max: 400 } } });
    const between = must("objects", "between 180 and 400 days");
    const early = { id: "early", status: "Enabled", expiration: { days: 90 } };
    const late = {
      ...whole,
      expiration: { days: 500 },
      noncurrentVersionExpiration: { noncurrentDays: 500 },
    };
    const latePath = "rules[0].noncurrentVersionExpiration.noncurrentDays";

    limited.complies({ "the days lie within, and old versions may end sooner": split([whole]) });

    limited.violates({
      "the earliest of several rules is too early": [
        split([whole, early]),
        `${title}: 'rules[1].expiration.days' is 90; ${between}`,
      ],
      "objects and old versions end too late": [
        split([late]),
        `${title}: 'rules[0].expiration.days' is 500; ${between}`,
        `${title}: '${latePath}' is 500; ${must("old versions", "at most 400 days")}`,
      ],
    });
  });

  ruleSpec(rule, { must: uploadsMust }).undecided({
    "days and a status that come from outside the program, which are reported once": [
      split([
        { ...whole, expiration: { days: from("elsewhere.days") } },
        { ...whole, status: from("elsewhere.status") },
      ]),
      `${title}: 'rules[0].expiration.days' and 'rules[1].status' are`,
    ],
  });

  exempted({
    "a lifecycle by the name of its bucket": [
      split([{ ...whole, expiration: null }]),
      "*::files",
      "an archive",
      `${title}: 'rules' ${lacks("objects")}`,
    ],
  });
});
