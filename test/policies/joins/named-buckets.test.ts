// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { namedBuckets } from "../../../policies/joins/named-buckets";
import { read } from "../../../policies/resources/reading";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

const bucket = (name?: string) => ({
  type: "aws:s3/bucket:Bucket",
  ...(name !== undefined && { properties: { bucket: name } }),
});
const prefixed = (bucketPrefix: string) => ({
  type: "aws:s3/bucket:Bucket",
  properties: { bucketPrefix },
});

/** What `policy.bucket` means: the buckets' names, with a question mark if it is one of them. */
async function named(reference: string, others: Program, phase?: Phase): Promise<string> {
  const policy = { type: "aws:s3/bucketPolicy:BucketPolicy", properties: { bucket: reference } };
  const { stack, resource } = await stackOf({ ...others, policy }, phase);
  const found = namedBuckets(stack, resource("policy"), read(resource("policy").props, "bucket"));
  return found.buckets.map(({ name }) => name).join(" ") + (found.certain ? "" : "?");
}

describe("named-buckets", () => {
  for (const [reference, what] of [
    ["files.id", "id, which a first preview does not know"],
    ["files.bucket", "name"],
    ["files.arn", "ARN, which a first preview does not know"],
  ] as const) {
    it(`follows a bucket's ${what}`, async () => {
      assert.equal(await named(from(reference), { files: bucket(), other: bucket() }), "files");
    });
  }

  it("follows a bucket's id when it is known", async () => {
    const program = { files: bucket(), other: bucket() };
    assert.equal(await named(from("files.id"), program, "deployed"), "files");
  });

  it("finds a bucket by its literal name", async () => {
    assert.equal(await named("class", { files: bucket("class"), other: bucket("other") }), "files");
  });

  for (const type of ["aws:s3/bucketV2:BucketV2", "aws:s3/directoryBucket:DirectoryBucket"]) {
    it(`finds a bucket of type ${type}`, async () => {
      assert.equal(await named("class", { files: { ...bucket("class"), type } }), "files");
    });
  }

  for (const type of ["aws-native:s3:Bucket", "aws-native:s3express:DirectoryBucket"]) {
    it(`finds a bucket of type ${type}`, async () => {
      const files = { type, properties: { bucketName: "class" } };
      assert.equal(await named("class", { files }), "files");
    });
  }

  it("finds nothing by a name that no bucket of the stack has", async () => {
    assert.equal(await named("elsewhere", { files: bucket("class") }), "");
  });

  it("finds nothing by a name that is made from a bucket's and is another", async () => {
    assert.equal(await named(`${from("files.bucket")}-old`, { files: bucket("class") }), "");
  });

  it("finds nothing by a known text that is made from a bucket without a name yet", async () => {
    assert.equal(
      await named(`${from("files.bucketPrefix")}old`, { files: prefixed("class-") }),
      "",
    );
  });

  it("takes the bucket that a name is made from while its own name is not known", async () => {
    assert.equal(await named(from("files.id"), { files: prefixed("class-") }), "files");
  });

  it("is not certain of that bucket when something else is part of the name", async () => {
    const program = { suffix: { type: "random:index:Suffix" }, files: prefixed("class-") };
    assert.equal(await named(from("files.id") + from("suffix.hex"), program), "files?");
  });

  it("finds a bucket that was named by the plug-in by its id", async () => {
    assert.equal(await named("files-4f2c1d9", { files: prefixed("class-") }, "deployed"), "files");
  });

  it("takes all buckets of a name that exists in two partitions", async () => {
    assert.equal(await named("class", { eu: bucket("class"), cn: bucket("class") }), "eu cn");
  });

  it("prefers among these the one that the name was taken from", async () => {
    const program = { eu: bucket("class"), cn: bucket("class") };
    assert.equal(await named(from("cn.bucket"), program), "cn");
  });

  it("is not certain of a name that is made from two buckets and not known yet", async () => {
    const program = { one: prefixed("one-"), two: prefixed("two-") };
    assert.equal(await named(from("one.id") + from("two.id"), program), "one two?");
  });

  it("finds nothing by the id of a bucket outside the program", async () => {
    const program = { files: { ...bucket(), external: true }, other: bucket() };
    assert.equal(await named(from("files.id"), program), "?");
  });
});
