// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { apiBackedBy } from "../../../support/token-service/aws-backed";
import { type Fault, faults, LoopbackAws } from "../../../support/token-service/loopback-aws";
import { isSignedWith, parseToken } from "../../../support/token-service/parsed-token";
import { roomUserBody } from "../../../support/token-service/token-api";
import { certificate, otherCertificate } from "../../../support/token-service/vectors";

const path = "/v1/tokens/room-user";

describe("secrets-manager", () => {
  let aws: LoopbackAws;

  beforeEach(async () => {
    aws = await LoopbackAws.start();
    aws.putSecret({ primary: certificate, secondary: otherCertificate, signWith: "secondary" });
  });

  afterEach(() => aws.stop());

  it("signs with the certificate that the secret names", async () => {
    const { status, body } = await apiBackedBy(aws).post(path, roomUserBody);
    assert.equal(status, 200);
    assert.ok(isSignedWith(parseToken(String(body.token)), otherCertificate));
  });

  it("asks once for fifty cold requests at once", async () => {
    const api = apiBackedBy(aws);
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => api.post(path, roomUserBody)),
    );
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]));
    assert.equal(aws.targets.length, 1);
  });

  it("is not ready while the secret has no value, and ready once it has", async () => {
    const api = apiBackedBy(aws);
    aws.secret = undefined;
    const health = { method: "GET", path: "/v1/health" };
    assert.equal((await api.send(health)).status, 503);
    aws.putSecret({ primary: certificate });
    assert.equal((await api.send(health)).status, 200);
  });

  for (const [name, fault] of Object.entries<Fault>(faults)) {
    it(`answers 503 within 3 s while every answer is ${name}`, async () => {
      aws.always = fault;
      const startedAt = performance.now();
      const { status, headers } = await apiBackedBy(aws).post(path, roomUserBody);
      assert.equal(status, 503);
      assert.equal(headers["retry-after"], "5");
      assert.ok(performance.now() - startedAt < 3_000, "too slow");
    });
  }

  for (const [title, secret, reason] of [
    ["is empty", "", "The secret must be one JSON object without duplicate members."],
    [
      "is a bare certificate",
      certificate,
      "The secret must be one JSON object without duplicate members.",
    ],
    [
      "holds a certificate of the wrong length",
      JSON.stringify({ primary: certificate.slice(1) }),
      "The secret's 'primary' must be 32 hexadecimal characters.",
    ],
    [
      "is cut off",
      JSON.stringify({ primary: certificate }).slice(0, -2),
      "The secret must be one JSON object without duplicate members.",
    ],
    ["has no value", undefined, "GetSecretValue failed: ResourceNotFoundException."],
    ["is a number", 42, "GetSecretValue failed: NoSecretString."],
  ] as const) {
    it(`answers 503 and logs the rule when the secret ${title}`, async () => {
      aws.secret = secret;
      const api = apiBackedBy(aws);
      assert.equal((await api.post(path, roomUserBody)).status, 503);
      assert.deepEqual(
        api.lines.filter(({ level }) => level === "WARN").map((line) => line.reason),
        [reason],
      );
    });
  }
});
