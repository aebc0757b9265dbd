// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readSettings } from "../../../../components/token-service/runtime/settings";
import { appId } from "../../../support/token-service/vectors";

const secretArn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:certificate";
const environment = {
  AGORA_APP_ID: appId,
  AGORA_REGION: "EU",
  APP_CERTIFICATE_SECRET_ARN: secretArn,
  AWS_LAMBDA_FUNCTION_NAME: "token-service",
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "key",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_SESSION_TOKEN: "session",
};

describe("settings", () => {
  it("reads what Lambda and the component set", () => {
    assert.deepEqual(readSettings(environment), {
      appId,
      region: "EU",
      identityMode: "app-managed",
      certificateSecretArn: secretArn,
      classroomTableName: "",
      functionName: "token-service",
      awsRegion: "eu-central-1",
      credentials: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "session" },
      endpoints: { secretsManager: undefined, dynamoDb: undefined },
    });
  });

  it("reads the table's name with issued ids", () => {
    const settings = readSettings({
      ...environment,
      IDENTITY_MODE: "issued",
      CLASSROOM_TABLE_NAME: "classrooms",
    });
    assert.equal(settings.classroomTableName, "classrooms");
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

  for (const [changed, message] of [
    [
      { AGORA_REGION: "eu" },
      'Environment variable AGORA_REGION must be one of CN, AP, EU, NA, got "eu".',
    ],
    [
      { IDENTITY_MODE: "managed" },
      'Environment variable IDENTITY_MODE must be one of app-managed, issued, got "managed".',
    ],
    [{ IDENTITY_MODE: "issued" }, "Environment variable CLASSROOM_TABLE_NAME is required."],
    [
      { AGORA_APP_ID: `${appId}0` },
      "Environment variable AGORA_APP_ID must be 32 hexadecimal characters, got 33 characters.",
    ],
  ] as const) {
    it(`fails with ${JSON.stringify(changed)}`, () => {
      assert.throws(() => readSettings({ ...environment, ...changed }), {
        name: "SettingError",
        message,
      });
    });
  }
});
