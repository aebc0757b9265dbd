// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  isReference,
  type Telling,
  tellingOf,
  wordsOf,
} from "../../../policies/predicates/credential-names";

const tellings: Record<string, Telling> = {
  DBPassword: "password",
  __DB_PASSWORD__: "password",
  DB_PASS: "password",
  DB_PASSWORD_V2: "password",
  PASSWORD_MYSQL: "secret",
  API_KEY: "secret",
  API_KEYS: "secret",
  API_MONKEY: "nothing",
  API_KEYBOARD: "nothing",
  PIANO_KEY: "nothing",
  APP_DB: "nothing",
  SECRET_ARN_: "nothing",
  SECRET_ARN: "nothing",
  AGORA_APP_CERTIFICATE: "certificate",
  CERTIFICATE_PATH: "certificate",
  CERTIFICATE_FINGERPRINT: "nothing",
  "": "nothing",
};

describe("credential-names", () => {
  for (const name of [
    "AGORA_APP_CERTIFICATE",
    "agoraAppCertificate",
    "agora/app-certificate",
    "AGORAAppCertificate",
    "--agora.app..certificate",
  ]) {
    it(`finds the words of ${name}`, () =>
      assert.deepEqual(wordsOf(name), ["agora", "app", "certificate"]));
  }

  for (const [name, telling] of Object.entries(tellings)) {
    it(`tells ${telling} of the name ${JSON.stringify(name)}`, () =>
      assert.equal(tellingOf(name), telling));
  }

  it("takes a name that ends in what refers to something for a reference", () => {
    assert.equal(isReference("APP_CERTIFICATE_SECRET_ARN"), true);
    assert.equal(isReference("ARN_OF_SECRET"), false);
    assert.equal(isReference(""), false);
  });
});
