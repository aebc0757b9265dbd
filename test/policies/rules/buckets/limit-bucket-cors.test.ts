// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { limitBucketCors as rule } from "../../../../policies/rules/buckets/limit-bucket-cors";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const rules = (...allowedOrigins: string[]) => [{ allowedMethods: ["GET"], allowedOrigins }];
const split =
  (type: string) =>
  (...origins: string[]): Program => ({
    files: { type: "aws:s3/bucket:Bucket" },
    cors: { type, properties: { bucket: from("files.id"), corsRules: rules(...origins) } },
  });
const inline =
  (type: string) =>
  (...origins: string[]): Program => ({
    files: { type, properties: { corsRules: rules(...origins) } },
  });
const bucket = inline("aws:s3/bucket:Bucket");
const native = (...origins: string[]): Program => ({
  files: {
    type: "aws-native:s3:Bucket",
    properties: { corsConfiguration: { corsRules: rules(...origins) } },
  },
});
const path = "corsRules[0].allowedOrigins[1]";
const configuration = "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "the web sites must be named",
});

describe("limit-bucket-cors", () => {
  notApplicable({ "the stack has no bucket": { key: { type: "aws:kms/key:Key" } } });

  complies({ "a bucket without CORS rules": { files: { type: "aws:s3/bucket:Bucket" } } });

  for (const [spelling, make, title] of [
    ["Bucket", bucket, `Bucket 'files': '${path}'`],
    ["BucketV2", inline("aws:s3/bucketV2:BucketV2"), `BucketV2 'files': '${path}'`],
    ["aws-native", native, `Bucket 'files': 'corsConfiguration.${path}'`],
    ["BucketCorsConfiguration", split(configuration), `BucketCorsConfiguration 'cors': '${path}'`],
    [
      "BucketCorsConfigurationV2",
      split("aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2"),
      `BucketCorsConfigurationV2 'cors': '${path}'`,
    ],
  ] as const) {
    complies({
      [`sites that are named, or all of one domain, in ${spelling}`]: make(
        "https://class.example.org",
        "https://*.example.org",
      ),
    });

    for (const origin of ["*", "https://*", "null"]) {
      violates({
        [`the origin ${origin} among others, in ${spelling}`]: [
          make("https://class.example.org", origin),
          `${title} is ${origin}`,
        ],
      });
    }
  }

  for (const origin of [
    "http://*",
    "HTTPS://*",
    "http*",
    "https*",
    "https:*",
    "*://*",
    "https://*:8443",
    "https://*.com",
    "*.org",
    "*.*",
    "https://class.example.org*",
    "https://class.*.org",
  ]) {
    violates({
      [`the origin ${origin}, whose star leaves the domain open`]: [
        bucket("https://class.example.org", origin),
        `Bucket 'files': '${path}' is ${origin}`,
      ],
    });
  }

  for (const origin of [
    "https://class-*.example.org",
    "*.example.org",
    "*://class.example.org",
    "https://class.example.org:*",
    "https://class.example.org:84*",
  ]) {
    complies({
      [`the origin ${origin}, whose star is within the name, the protocol or the port`]:
        bucket(origin),
    });
  }

  violates({
    "every origin may read a bucket of another stack": [
      { cors: { type: configuration, properties: { bucket: "elsewhere", corsRules: rules("*") } } },
      "BucketCorsConfiguration 'cors': 'corsRules[0].allowedOrigins[0]' is *",
    ],
  });

  undecided({
    "an origin that comes from outside the program": [
      bucket("https://class.example.org", from("elsewhere.site")),
      `Bucket 'files': '${path}' is`,
    ],
  });

  exempted({
    "a bucket until a day": [
      bucket("*"),
      "*::files",
      "public catalogue",
      "Bucket 'files': 'corsRules[0].allowedOrigins[0]' is *",
    ],
  });
});
