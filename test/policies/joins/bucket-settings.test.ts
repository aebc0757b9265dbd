// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { undecided, violation } from "../../../policies/framework/finding";
import { BucketSettings, combined } from "../../../policies/joins/bucket-settings";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

const type = "aws:s3/bucketVersioning:BucketVersioning";
const typeV2 = "aws:s3/bucketVersioningV2:BucketVersioningV2";
const bucket = { type: "aws:s3/bucket:Bucket" };
const directory = {
  type: "aws:s3/directoryBucket:DirectoryBucket",
  properties: { bucket: "class--euc1-az1--x-s3" },
};

const settings = new BucketSettings({
  name: "versioning",
  inBucket: new Map([
    [bucket.type, ["versioning", "enabled"]],
    [directory.type, undefined],
  ]),
  apart: new Map([
    [type, ["versioningConfiguration", "status"]],
    [typeV2, []],
  ]),
});

/** What is stated about each bucket: the resource, the property and the value. */
async function stated(program: Program, phase?: Phase): Promise<Record<string, string[]>> {
  const { stack } = await stackOf(program, phase);
  return Object.fromEntries(
    stack
      .ofTypes([bucket.type, directory.type])
      .map((one) => [
        one.name,
        settings
          .statedOf(stack, one)
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
      await stated(program),
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

  it("takes the absence in a bucket where no other resource states the setting", async () => {
    assert.deepEqual(await stated({ files: bucket, directory }), {
      files: ["files versioning absent"],
      directory: ["directory versioning absent"],
    });
  });

  it("takes what is read back in a deployed bucket only where no other resource states the setting", async () => {
    const program = { files: bucket, other: bucket, versioning: versioning(from("files.id")) };
    assert.deepEqual(await stated(program, "deployed"), {
      files: ["versioning of files versioningConfiguration.status Enabled"],
      other: ["other versioning.enabled false"],
    });
  });

  it("takes what the program writes in a bucket beside what other resources state", async () => {
    const properties = { versioning: { enabled: from("settings.versioned") } };
    const program = {
      settings: { type: "acme:index:Settings" },
      files: { ...bucket, properties },
      versioning: versioning(from("files.id")),
    };
    assert.deepEqual(await stated(program), {
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

    it("reports on the bucket where there is one, and says when the setting may be another bucket's", async () => {
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

    it("judges by itself what is stated about a bucket elsewhere", async () => {
      const { stack, resource } = await stackOf({
        files: bucket,
        versioning: versioning("a-bucket-of-another-stack"),
      });
      const sibling = resource("versioning");
      assert.deepEqual(judges[type]?.(sibling, options, stack), [
        violation(sibling, "versioningConfiguration.status", "is wrong", must(), { of: undefined }),
      ]);
    });

    it("judges each resource by what it states itself, where the rule needs no sibling", async () => {
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

    it("judges a type with both of two tables that list it", async () => {
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
