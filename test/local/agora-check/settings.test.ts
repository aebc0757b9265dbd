// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readAwsSettings, readConsoleSettings } from "../../../local/agora-check/settings";

const customer = { AGORA_CUSTOMER_ID: "id", AGORA_CUSTOMER_SECRET: "secret" };
const keys = { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" };

describe("readConsoleSettings", () => {
  it("asks Agora's own host unless another is named", () => {
    assert.deepEqual(readConsoleSettings(customer), {
      url: "https://api.agora.io",
      customerId: "id",
      customerSecret: "secret",
    });
    for (const url of ["https://api.sd-rtn.com", "http://127.0.0.1:8080", "http://[::1]:1"]) {
      const settings = readConsoleSettings({ ...customer, AGORA_API_URL: `${url}/` });
      assert.equal(settings.url, url);
    }
  });

  for (const name of ["AGORA_CUSTOMER_ID", "AGORA_CUSTOMER_SECRET"]) {
    it(`requires ${name} in the environment, and says where it comes from`, () => {
      for (const value of [undefined, " "]) {
        assert.throws(() => readConsoleSettings({ ...customer, [name]: value }), {
          name: "Failure",
          message: `Environment variable ${name} is required. Agora Console shows it under RESTful API.`,
        });
      }
    });
  }

  for (const url of [
    "http://api.agora.io",
    "https://user:password@api.agora.io",
    "https://api.agora.io/dev",
    "https://api.agora.io/?a=b",
    "file:///etc/passwd",
    "api.agora.io",
  ]) {
    it(`sends no credentials to ${url}, and does not repeat it`, () => {
      assert.throws(() => readConsoleSettings({ ...customer, AGORA_API_URL: url }), {
        name: "Failure",
        message:
          "Environment variable AGORA_API_URL must be a host like https://api.sd-rtn.com, without " +
          "path, user or query; http is for this machine only.",
      });
    });
  }
});

describe("readAwsSettings", () => {
  it("takes the variables that AWS's own tools read", () => {
    assert.deepEqual(readAwsSettings({ ...keys, AWS_SESSION_TOKEN: "token" }), {
      credentials: { accessKeyId: "id", secretAccessKey: "secret", sessionToken: "token" },
      endpoint: undefined,
    });
    const AWS_ENDPOINT_URL_SECRETS_MANAGER = "http://127.0.0.1:1";
    const environment = { ...keys, AWS_ENDPOINT_URL_SECRETS_MANAGER, AWS_ENDPOINT_URL: "other" };
    assert.equal(readAwsSettings(environment).endpoint, AWS_ENDPOINT_URL_SECRETS_MANAGER);
    assert.equal(readAwsSettings({ ...keys, AWS_ENDPOINT_URL: "other" }).endpoint, "other");
  });

  it("says how to get keys from a profile when there are none", () => {
    assert.throws(() => readAwsSettings({}), {
      name: "Failure",
      message:
        'Environment variable AWS_ACCESS_KEY_ID is required. For a profile, run: eval "$(aws ' +
        'configure export-credentials --profile NAME --format env)".',
    });
  });
});
