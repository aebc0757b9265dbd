// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import table from "../../../policies/provider-tables/data/taggable-types.json";
import {
  isTaggable,
  tagPropertyOf,
  takesDefaultTags,
} from "../../../policies/provider-tables/taggable-types";
import { taggableTypes } from "../../support/pack/taggable";

describe("taggable-types", () => {
  it("is what the installed provider can tag: npm run taggable would change nothing", () =>
    assert.deepEqual(
      Object.entries<Readonly<Record<string, readonly string[]>>>(table.modules).flatMap(
        ([module, { aws }]) => (aws === undefined ? [] : [[module, aws]]),
      ),
      [...taggableTypes()],
    ));

  const types: Record<string, boolean> = {
    "aws:s3/bucket:Bucket": true,
    "aws:s3/bucketV2:BucketV2": true,
    "aws:autoscaling/group:Group": true,
    "aws:s3/bucketPolicy:BucketPolicy": false,
    "aws:inspector/resourceGroup:ResourceGroup": false,
    "aws-native:sqs:Queue": true,
    "aws-native:efs:FileSystem": true,
    "aws-native:s3:BucketPolicy": false,
    "aws-native:inspector:ResourceGroup": false,
    "acme:index:Bucket": false,
  };
  for (const [type, expected] of Object.entries(types)) {
    it(`${type} is ${expected ? "" : "not "}`.trim(), () =>
      assert.equal(isTaggable(type), expected),
    );
  }

  it("is what aws-native can tag, with the version that says so", () => {
    assert.equal(table.versions["aws-native"], "1.79.0");
    for (const type of [...Object.keys(table.tagProperties), ...table.withoutDefaultTags]) {
      assert.ok(isTaggable(type), type);
    }
  });

  it("is by a property named tags, or by one that is named after the type", () => {
    assert.equal(tagPropertyOf("aws:efs/fileSystem:FileSystem"), "tags");
    assert.equal(tagPropertyOf("aws-native:sqs:Queue"), "tags");
    assert.equal(tagPropertyOf("aws-native:efs:FileSystem"), "fileSystemTags");
  });

  it("is by the provider's default tags too, where they reach", () => {
    assert.ok(takesDefaultTags("aws:sqs/queue:Queue"));
    assert.ok(takesDefaultTags("aws-native:autoscaling:AutoScalingGroup"));
    assert.ok(!takesDefaultTags("aws:autoscaling/group:Group"));
    assert.ok(!takesDefaultTags("aws-native:glue:Crawler"));
  });
});
