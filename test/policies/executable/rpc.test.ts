// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as sdk from "@pulumi/pulumi/runtime/rpc";
import * as subset from "../../../policies/executable/rpc";
import { namesUsedOf } from "../../support/pack/policy-sdk";

describe("rpc", () => {
  it("has the SDK's own marks", () => {
    const { specialSigKey, specialAssetSig, specialArchiveSig, specialSecretSig } = sdk;
    assert.deepEqual(
      { ...subset },
      { specialSigKey, specialAssetSig, specialArchiveSig, specialSecretSig },
    );
  });

  it("has all that the policy SDK uses of it", () => {
    assert.deepEqual(namesUsedOf("@pulumi/pulumi/runtime/rpc"), Object.keys(subset).sort());
  });
});
