// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { credentialsOf, oneOf, required } from "../../../../components/lambda/runtime/environment";

describe("environment", () => {
  it("reads a variable that is set", () => {
    assert.equal(required("NAME", { NAME: "value" }), "value");
    assert.equal(oneOf("MODE", "a", ["a", "b"]), "a");
  });

  for (const environment of [{}, { NAME: "" }]) {
    it(`refuses an absent or empty variable by name: ${JSON.stringify(environment)}`, () => {
      assert.throws(() => required("NAME", environment), {
        name: "SettingError",
        message: "Environment variable NAME is required.",
      });
    });
  }

  it("refuses a value that is not allowed, and names those that are", () => {
    assert.throws(() => oneOf("MODE", "c", ["a", "b"]), {
      name: "SettingError",
      message: 'Environment variable MODE must be one of a, b, got "c".',
    });
  });

  it("reads credentials with and without a session token", () => {
    const keys = { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" };
    assert.deepEqual(credentialsOf({ ...keys, AWS_SESSION_TOKEN: "session" }), {
      accessKeyId: "key",
      secretAccessKey: "secret",
      sessionToken: "session",
    });
    assert.equal(credentialsOf(keys).sessionToken, undefined);
  });
});
