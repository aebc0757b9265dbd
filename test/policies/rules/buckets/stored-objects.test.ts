// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireBucketEncryption as rule } from "../../../../policies/rules/buckets/require-bucket-encryption";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "an object must be encrypted with a customer-managed key";
const violated = (what: string) =>
  violationOf(
    rule,
    `${what}; ${must}`,
    "Leave serverSideEncryption out, so that the bucket's encryption counts, or set kmsKeyId to a key of your own.",
  );
const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
const key = { type: "aws:kms/key:Key" };
const program = (type: string, properties: object): Program => ({
  key,
  it: { type, properties: { bucket: "class", key: "welcome.pdf", ...properties } },
});

describe("stored-objects", () => {
  for (const type of [
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
    "aws:s3/objectCopy:ObjectCopy",
  ]) {
    const kind = type.split(":").at(-1);

    it(`lets ${type} have the bucket's encryption, or a key of the same program`, async () => {
      await assertCompliant(rule, program(type, {}));
      const own = { serverSideEncryption: "aws:kms", kmsKeyId: from("key.arn") };
      await assertCompliant(rule, program(type, own));
    });

    it(`takes the key of ${type} for its encryption, and empty texts for none`, async () => {
      await assertCompliant(rule, program(type, { serverSideEncryption: "", kmsKeyId: "" }));
      await assertCompliant(rule, program(type, { kmsKeyId: from("key.arn") }));
      await assertAlwaysSays(rule, program(type, { kmsKeyId: "alias/aws/s3" }), [
        violated(`${kind} 'it': 'kmsKeyId' is alias/aws/s3, a key that AWS manages`),
      ]);
    });

    it(`rejects ${type} with AES256, or with the key that AWS manages`, async () => {
      await assertAlwaysSays(rule, program(type, { serverSideEncryption: "AES256" }), [
        violated(
          `${kind} 'it': 'serverSideEncryption' is AES256, which means AWS's own keys (SSE-S3)`,
        ),
      ]);
      await assertAlwaysSays(rule, program(type, { serverSideEncryption: "aws:kms" }), [
        violated(
          `${kind} 'it': 'kmsKeyId' is missing, which means the key that AWS manages (alias/aws/s3)`,
        ),
      ]);
    });
  }

  it("leaves an object open whose encryption comes from outside the program", async () => {
    const type = "aws:s3/bucketObjectv2:BucketObjectv2";
    const algorithm = program(type, { serverSideEncryption: from("elsewhere.algorithm") });
    await assertSays(rule, { elsewhere, ...algorithm }, [
      undecidedOf("BucketObjectv2 'it': 'serverSideEncryption' is", must),
    ]);
    const id = { serverSideEncryption: "aws:kms", kmsKeyId: from("elsewhere.key") };
    await assertSays(rule, { elsewhere, ...program(type, id) }, [
      undecidedOf("BucketObjectv2 'it': 'kmsKeyId' is", must),
    ]);
  });

  it("asks for no more than the minimum", () =>
    assertCompliant(
      rule,
      program("aws:s3/objectCopy:ObjectCopy", { serverSideEncryption: "AES256" }),
      { configuration: { minimum: "sse-s3" } },
    ));
});
