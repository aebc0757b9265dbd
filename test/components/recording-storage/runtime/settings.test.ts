// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readSettings } from "../../../../components/recording-storage/runtime/settings";

const environment = {
  WRITER_USER_NAME: "writer",
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "key",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_SESSION_TOKEN: "session",
};

describe("settings of the key-age function", () => {
  it("reads what Lambda and the component set", () => {
    assert.deepEqual(readSettings({ ...environment, AWS_ENDPOINT_URL_IAM: "http://127.0.0.1" }), {
      userName: "writer",
      awsRegion: "eu-central-1",
      credentials: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "session" },
      iamEndpoint: "http://127.0.0.1",
    });
  });

  for (const name of Object.keys(environment).filter((name) => name !== "AWS_SESSION_TOKEN")) {
    for (const [title, value] of [
      ["missing", undefined],
      ["empty", ""],
    ] as const) {
      it(`fails when ${name} is ${title}`, () => {
        assert.throws(() => readSettings({ ...environment, [name]: value }), {
          name: "SettingError",
          message: `Environment variable ${name} is required.`,
        });
      });
    }
  }
});
