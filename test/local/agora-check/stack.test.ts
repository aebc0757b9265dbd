// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readStackSays } from "../../../local/agora-check/stack";

const appId = "970CA35de60c44645bbae8a215061b33";
const noCertificateDisabled = { by: "operator", on: "2026-01-31" };

function attestationIn(attestations: unknown): unknown {
  const config = { "classroom:appId": appId, "classroom:attestations": attestations };
  return readStackSays({ config }, "dev").noCertificateDisabled;
}

describe("readStackSays", () => {
  it("takes the App ID, and the attestation with the day on which it ends", () => {
    const config = {
      "classroom:appId": appId,
      "classroom:attestations": { noCertificateDisabled, maxAgeDays: 30 },
    };
    assert.deepEqual(readStackSays({ config }, "dev"), {
      appId,
      noCertificateDisabled: { ...noCertificateDisabled, expires: "2026-03-02" },
    });
  });

  it("lets an attestation count for a year, and reads one that is written as JSON", () => {
    const attestation = { ...noCertificateDisabled, expires: "2027-01-31" };
    assert.deepEqual(attestationIn({ noCertificateDisabled }), attestation);
    assert.deepEqual(attestationIn(JSON.stringify({ noCertificateDisabled })), attestation);
  });

  it("takes what is no attestation for none", () => {
    for (const value of [undefined, null, [], {}, { noCertificateDisabled: { by: "operator" } }]) {
      assert.equal(attestationIn(value), undefined, JSON.stringify(value));
    }
    assert.equal(attestationIn({ noCertificateDisabled: { by: "a", on: "soon" } }), undefined);
  });

  for (const [title, file] of [
    ["no configuration", {}],
    ["no App ID", { config: { "aws:region": "eu-central-1" } }],
    ["an App ID that is a secret", { config: { "classroom:appId": { secure: "AAAA" } } }],
  ] as const) {
    it(`refuses a stack with ${title}`, () => {
      assert.throws(() => readStackSays(file, "dev"), {
        name: "Failure",
        message:
          "'classroom:appId' of the stack 'dev' must be 32 hexadecimal characters in plain text. " +
          "Name a stack of ours with --stack.",
      });
    });
  }
});
