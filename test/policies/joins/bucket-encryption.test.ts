// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { bucketsOf, encryptionsOf } from "../../../policies/joins/bucket-encryption";
import { from } from "../../../policies/rule";
import { stackOf } from "../../support/pack/judge";
import type { Program } from "../../support/pack/program";

const type =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const typeV2 =
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
const bucket = { type: "aws:s3/bucket:Bucket" };

async function joined(program: Program): Promise<Record<string, string[]>> {
  const { stack } = await stackOf(program);
  const buckets = stack.ofTypes([bucket.type]);
  return Object.fromEntries(
    buckets.map((one) => [
      one.name,
      encryptionsOf(stack, one).map(
        ({ encryption, certain }) => `${encryption.name}${certain ? "" : "?"}`,
      ),
    ]),
  );
}

describe("bucket-encryption", () => {
  it("joins each bucket of a loop with its own encryption, in both types", async () => {
    const names = ["one", "two", "three"];
    const program: Program = Object.fromEntries(
      names.flatMap((name, index) => [
        [name, bucket],
        [
          `${name}Encryption`,
          {
            type: index === 0 ? typeV2 : type,
            properties: { bucket: from(`${name}.id`) },
          },
        ],
      ]),
    );
    assert.deepEqual(
      await joined(program),
      Object.fromEntries(names.map((name) => [name, [`${name}Encryption`]])),
    );
  });

  it("joins several encryptions with one bucket", async () => {
    const properties = { bucket: from("files.id") };
    const program = { files: bucket, first: { type, properties }, last: { type, properties } };
    assert.deepEqual(await joined(program), { files: ["first", "last"] });
  });

  it("joins nothing with a bucket that has no encryption", async () => {
    assert.deepEqual(await joined({ files: bucket }), { files: [] });
  });

  it("says when an encryption may be another bucket's", async () => {
    const prefixed = { ...bucket, properties: { bucketPrefix: "class-" } };
    const properties = { bucket: from("one.id") + from("two.id") };
    assert.deepEqual(
      await joined({ one: prefixed, two: prefixed, encryption: { type, properties } }),
      { one: ["encryption?"], two: ["encryption?"] },
    );
  });

  it("knows no bucket for the encryption of a bucket elsewhere", async () => {
    const { stack, resource } = await stackOf({
      files: bucket,
      encryption: { type, properties: { bucket: "a-bucket-of-another-stack" } },
    });
    assert.deepEqual(bucketsOf(stack, resource("encryption")).buckets, []);
  });
});
