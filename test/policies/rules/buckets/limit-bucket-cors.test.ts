// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { limitBucketCors as rule } from "../../../../policies/rules/buckets/limit-bucket-cors";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const mustNameSites = "the web sites must be named";
const violated = (what: string) => violationOf(rule, `${what}; ${mustNameSites}`);

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
const native = (...origins: string[]): Program => ({
  files: {
    type: "aws-native:s3:Bucket",
    properties: { corsConfiguration: { corsRules: rules(...origins) } },
  },
});
const path = "corsRules[0].allowedOrigins[1]";
const configuration = "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration";

describe("limit-bucket-cors", () => {
  it("not applicable: the stack has no bucket", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  it("compliant: nothing is allowed", () =>
    assertCompliant(rule, { files: { type: "aws:s3/bucket:Bucket" } }));

  for (const [spelling, make, title] of [
    ["Bucket", inline("aws:s3/bucket:Bucket"), `Bucket 'files': '${path}'`],
    ["BucketV2", inline("aws:s3/bucketV2:BucketV2"), `BucketV2 'files': '${path}'`],
    ["aws-native", native, `Bucket 'files': 'corsConfiguration.${path}'`],
    ["BucketCorsConfiguration", split(configuration), `BucketCorsConfiguration 'cors': '${path}'`],
    [
      "BucketCorsConfigurationV2",
      split("aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2"),
      `BucketCorsConfigurationV2 'cors': '${path}'`,
    ],
  ] as const) {
    it(`compliant: the sites are named, or those of a domain, in ${spelling}`, () =>
      assertCompliant(rule, make("https://class.example.org", "https://*.example.org")));

    for (const origin of ["*", "https://*", "null"]) {
      it(`violation: the origin ${origin} among others, in ${spelling}`, () =>
        assertAlwaysSays(rule, make("https://class.example.org", origin), [
          violated(`${title} is ${origin}`),
        ]));
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
    it(`violation: the origin ${origin}, whose star leaves the domain open`, () =>
      assertAlwaysSays(rule, inline("aws:s3/bucket:Bucket")("https://class.example.org", origin), [
        violated(`Bucket 'files': '${path}' is ${origin}`),
      ]));
  }

  it("compliant: a star within the name of a site, or for its protocol", async () => {
    for (const origin of [
      "https://class-*.example.org",
      "*.example.org",
      "*://class.example.org",
      "https://class.example.org:*",
      "https://class.example.org:84*",
    ]) {
      await assertCompliant(rule, inline("aws:s3/bucket:Bucket")(origin));
    }
  });

  it("violation: every site may read a bucket that lives elsewhere", () => {
    const cors = {
      type: configuration,
      properties: { bucket: "elsewhere", corsRules: rules("*") },
    };
    const what = "BucketCorsConfiguration 'cors': 'corsRules[0].allowedOrigins[0]' is *";
    return assertAlwaysSays(rule, { cors }, [violated(what)]);
  });

  it("undecidable: an origin comes from outside the program", () =>
    assertSays(
      rule,
      {
        elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
        ...inline("aws:s3/bucket:Bucket")("https://class.example.org", from("elsewhere.site")),
      },
      [undecidedOf(`Bucket 'files': '${path}' is`, mustNameSites)],
    ));

  it("exempts a bucket until a day", () => {
    const exemption = { urn: "*::files", reason: "public catalogue", expires: "2026-12-31" };
    const message =
      "Exempted: Bucket 'files': 'corsRules[0].allowedOrigins[0]' is *; allowed until 2026-12-31 because: public catalogue";
    return assertAlwaysSays(rule, inline("aws:s3/bucket:Bucket")("*"), [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
