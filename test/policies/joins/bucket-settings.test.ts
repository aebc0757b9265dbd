// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { undecided, violation } from "../../../policies/framework/finding";
import { from } from "../../../policies/framework/rule";
import { BucketSettings, combined } from "../../../policies/joins/bucket-settings";
import { stackOf } from "../../support/pack/judge";
import type { Phase, Program } from "../../support/pack/program";

const type = "aws:s3/bucketVersioning:BucketVersioning";
const typeV2 = "aws:s3/bucketVersioningV2:BucketVersioningV2";
const bucket = { type: "aws:s3/bucket:Bucket" };
const directory = {
  type: "aws:s3/directoryBucket:DirectoryBucket",
  properties: { bucket: "class--euc1-az1--x-s3" },
};

const settings = new BucketSettings({
  named: "versioning",
  inline: { [bucket.type]: ["versioning", "enabled"], [directory.type]: undefined },
  split: { [type]: ["versioningConfiguration", "status"], [typeV2]: [] },
});

/** What is said about each bucket: by whom, where, and what. */
async function said(program: Program, phase?: Phase): Promise<Record<string, string[]>> {
  const { stack } = await stackOf(program, phase);
  return Object.fromEntries(
    stack
      .ofTypes([bucket.type, directory.type])
      .map((one) => [
        one.name,
        settings
          .saidOf(stack, one)
          .map(({ resource, of, reading }) =>
            [
              of === undefined ? resource.name : `${resource.name} of ${of.name}`,
              reading.path,
              reading.state === "known" ? String(reading.value) : reading.state,
            ].join(" "),
          ),
      ]),
  );
}

const versioning = (of: string, status = "Enabled") => ({
  type,
  properties: { bucket: of, versioningConfiguration: { status } },
});

describe("bucket-settings", () => {
  it("joins each bucket of a loop with its own resource", async () => {
    const names = ["one", "two", "three"];
    const program: Program = Object.fromEntries(
      names.flatMap((name) => [
        [name, bucket],
        [`${name}Versioning`, versioning(from(`${name}.id`))],
      ]),
    );
    assert.deepEqual(
      await said(program),
      Object.fromEntries(
        names.map((name) => [
          name,
          [`${name}Versioning of ${name} versioningConfiguration.status Enabled`],
        ]),
      ),
    );
  });

  it("joins several resources, of several types, with one bucket", async () => {
    const whole = { type: typeV2, properties: { bucket: from("files.id") } };
    const program = { files: bucket, first: versioning(from("files.id")), whole };
    const { stack, resource } = await stackOf(program);
    assert.deepEqual(
      settings.siblingsOf(stack, resource("files")).map(({ resource: { name } }) => name),
      ["first", "whole"],
    );
  });

  it("takes the absence inside a bucket that nobody else speaks of", async () => {
    assert.deepEqual(await said({ files: bucket, directory }), {
      files: ["files versioning absent"],
      directory: ["directory versioning absent"],
    });
  });

  it("takes what is read back inside a deployed bucket only where nobody else speaks of it", async () => {
    const program = { files: bucket, other: bucket, versioning: versioning(from("files.id")) };
    assert.deepEqual(await said(program, "deployed"), {
      files: ["versioning of files versioningConfiguration.status Enabled"],
      other: ["other versioning.enabled false"],
    });
  });

  it("takes what the program makes inside a bucket beside what others say", async () => {
    const properties = { versioning: { enabled: from("settings.versioned") } };
    const program = {
      settings: { type: "acme:index:Settings" },
      files: { ...bucket, properties },
      versioning: versioning(from("files.id")),
    };
    assert.deepEqual(await said(program), {
      files: [
        "files versioning.enabled unknown",
        "versioning of files versioningConfiguration.status Enabled",
      ],
    });
  });

  describe("judges", () => {
    const must = () => "it must be something";
    const judges = settings.judges(must, ({ resource, of, reading }) => [
      violation(resource, reading.path, "is wrong", "it must be something", { of }),
    ]);
    const options = { exemptions: [], onUnknown: "advisory" } as const;

    it("leaves it to the bucket where there is one, and says when it may be another's", async () => {
      const prefixed = { ...bucket, properties: { bucketPrefix: "class-" } };
      const { stack, resource } = await stackOf({
        one: prefixed,
        two: prefixed,
        versioning: versioning(from("one.id") + from("two.id")),
      });
      const [one, sibling] = [resource("one"), resource("versioning")];
      assert.deepEqual(judges[bucket.type]?.(one, options, stack), [
        undecided(sibling, "bucket", must(), { of: one }),
      ]);
      assert.deepEqual(judges[type]?.(sibling, options, stack), []);
    });

    it("judges by itself what is said about a bucket elsewhere", async () => {
      const { stack, resource } = await stackOf({
        files: bucket,
        versioning: versioning("a-bucket-of-another-stack"),
      });
      const sibling = resource("versioning");
      assert.deepEqual(judges[type]?.(sibling, options, stack), [
        violation(sibling, "versioningConfiguration.status", "is wrong", must(), { of: undefined }),
      ]);
    });

    it("judges each resource by what it says itself, where no sibling is asked", async () => {
      const { resource } = await stackOf({ files: bucket, versioning: versioning("class") });
      const found = settings.judgesOfOne((one, reading) => [
        violation(one, reading.path, "is wrong", must()),
      ]);
      assert.deepEqual(Object.keys(found), [bucket.type, type, typeV2]);
      const sibling = resource("versioning");
      assert.deepEqual(found[type]?.(sibling, options), [
        violation(sibling, "versioningConfiguration.status", "is wrong", must()),
      ]);
    });

    it("judges with both of two tables what both of them judge", async () => {
      const { stack, resource } = await stackOf({ files: bucket });
      const files = resource("files");
      const one = () => [violation(files, "one", "is wrong", must())];
      const two = () => [violation(files, "two", "is wrong", must())];
      const both = combined({ [bucket.type]: one }, { [bucket.type]: two, [type]: two });
      assert.deepEqual(both[bucket.type]?.(files, options, stack), [...one(), ...two()]);
      assert.deepEqual(both[type]?.(files, options, stack), two());
    });
  });
});
