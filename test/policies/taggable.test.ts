// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { isTaggable } from "../../policies/taggable";
import byModule from "../../policies/taggable-types.json";
import { taggableTypes } from "../support/pack/taggable";

describe("taggable", () => {
  it("is what the installed provider can tag: npm run taggable would change nothing", () =>
    assert.deepEqual(byModule, taggableTypes()));

  const types: Record<string, boolean> = {
    "aws:s3/bucket:Bucket": true,
    "aws:s3/bucketV2:BucketV2": true,
    "aws:autoscaling/group:Group": true,
    "aws:s3/bucketPolicy:BucketPolicy": false,
    "aws:inspector/resourceGroup:ResourceGroup": false,
    "acme:index:Bucket": false,
  };
  for (const [type, expected] of Object.entries(types)) {
    it(`${type} is ${expected ? "" : "not "}`.trim(), () =>
      assert.equal(isTaggable(type), expected),
    );
  }
});
