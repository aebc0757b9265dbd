// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as sdk from "@pulumi/pulumi";
import * as subset from "../../../policies/executable/pulumi";
import { namesUsedOf } from "../../support/pack/policy-sdk";

describe("pulumi", () => {
  it("has all that the policy SDK uses of it", () => {
    assert.deepEqual(namesUsedOf("@pulumi/pulumi"), Object.keys(subset).sort());
  });

  it("has the SDK's own assets", () => {
    assert.equal(subset.asset.FileAsset, sdk.asset.FileAsset);
    assert.equal(subset.asset.AssetArchive, sdk.asset.AssetArchive);
  });

  const values: [string, unknown, boolean][] = [
    ["an output", sdk.output(1), true],
    ["a value", 1, false],
    ["null", null, false],
    ["an object", {}, false],
  ];
  for (const [kind, value, expected] of values) {
    it(`tells like the SDK whether ${kind} is an output`, () => {
      assert.equal(subset.Output.isInstance(value), expected);
      assert.equal(sdk.Output.isInstance(value), expected);
    });
  }
});
