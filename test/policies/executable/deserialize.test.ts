// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as sdk from "@pulumi/policy/deserialize";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as subset from "../../../policies/executable/deserialize";
import { specialSecretSig, specialSigKey } from "../../../policies/executable/rpc";

const original = sdk as unknown as typeof subset;

function bucket(): Struct {
  const secret = { [specialSigKey]: specialSecretSig, value: "recordings" };
  return Struct.fromJavaScript({ bucket: secret, tags: { owner: "platform" } });
}

describe("deserialize", () => {
  it("reads what the SDK reads, with and without marks of secrets", () => {
    for (const proxySecrets of [false, true]) {
      assert.deepEqual(
        subset.deserializeProperties(bucket(), proxySecrets),
        original.deserializeProperties(bucket(), proxySecrets),
      );
    }
  });

  it("reads the properties of a resource once, however many policies ask", () => {
    const properties = bucket();
    assert.equal(
      subset.deserializeProperties(properties, false),
      subset.deserializeProperties(properties, false),
    );
  });

  it("tells resources with the same properties apart", () => {
    assert.notEqual(
      subset.deserializeProperties(bucket(), false),
      subset.deserializeProperties(bucket(), false),
    );
  });

  it("reads anew what a remediation may change", () => {
    const properties = bucket();
    assert.notEqual(
      subset.deserializeProperties(properties, true),
      subset.deserializeProperties(properties, true),
    );
  });

  it("has all that the SDK's module has", () => {
    assert.deepEqual(Object.keys(subset).sort(), Object.keys(original).sort());
  });
});
