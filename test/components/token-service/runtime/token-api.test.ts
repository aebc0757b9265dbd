// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { CertificateUnavailableError } from "../../../../components/token-service/runtime/problems";
import {
  isSignedWith,
  parseToken,
  serviceOf,
  serviceTypes,
} from "../../../support/token-service/parsed-token";
import {
  ApiUnderTest,
  certainly,
  idOf,
  noon,
  roomUserBody,
} from "../../../support/token-service/token-api";
import { appId, certificate } from "../../../support/token-service/vectors";

const never = {
  current: async () => {
    throw new CertificateUnavailableError("The App Certificate is not available; try again later.");
  },
  atHand: () => undefined,
};
const failing = {
  current: async () => {
    throw new TypeError(`cannot read ${certificate}`);
  },
  atHand: () => undefined,
};

describe("token-api", () => {
  it("answers a room-user token with everything that the app needs to use it", async () => {
    const api = new ApiUnderTest();
    const { status, headers, body } = await api.post("/v1/tokens/room-user", roomUserBody);
    const { token, ...others } = body;
    assert.equal(status, 200);
    assert.deepEqual(headers, { "cache-control": "no-store", "content-type": "application/json" });
    assert.deepEqual(others, {
      issuedAt: "2026-09-01T12:00:00Z",
      expiresAt: "2026-09-01T13:00:00Z",
      region: "EU",
      appId,
      ...roomUserBody,
    });
    const parsed = parseToken(String(token));
    assert.ok(isSignedWith(parsed, certificate));
    assert.equal(parsed.issuedAt, noon / 1000);
    assert.equal(parsed.lifetimeSeconds, 3600);
    assert.deepEqual(serviceOf(parsed, serviceTypes.apaas).fields, [idOf(1), idOf(2), 2]);
  });

  it("answers a token for Signaling alone, without room and role", async () => {
    const api = new ApiUnderTest();
    const reply = await api.post("/v1/tokens/rtm", { userUuid: idOf(2), lifetimeSeconds: 60 });
    const { token, ...others } = reply.body;
    assert.equal(reply.status, 200);
    assert.deepEqual(others, {
      issuedAt: "2026-09-01T12:00:00Z",
      expiresAt: "2026-09-01T12:01:00Z",
      region: "EU",
      appId,
      userUuid: idOf(2),
    });
    const parsed = parseToken(String(token));
    assert.ok(isSignedWith(parsed, certificate));
    assert.deepEqual(parsed.services, [
      { type: serviceTypes.rtm, privileges: { 1: 60 }, fields: [idOf(2)] },
    ]);
  });

  it("says that it is ready, and nothing else, with a certificate at hand", async () => {
    const reply = await new ApiUnderTest().send({ method: "GET", path: "/v1/health" });
    assert.equal(reply.status, 200);
    assert.deepEqual(reply.body, { status: "ready" });
  });

  it("says that it is not ready without a certificate", async () => {
    const api = new ApiUnderTest({ certificates: never });
    const reply = await api.send({ method: "GET", path: "/v1/health" });
    assert.equal(reply.status, 503);
    assert.deepEqual(reply.body, { status: "not-ready" });
    assert.equal(reply.headers["retry-after"], "5");
  });

  it("refuses tokens without a certificate, and says when to come back", async () => {
    const api = new ApiUnderTest({ certificates: never });
    const reply = await api.post("/v1/tokens/rtm", { userUuid: idOf(2) });
    assert.equal(reply.status, 503);
    assert.equal(reply.headers["retry-after"], "5");
    assert.deepEqual(reply.body, {
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      detail: "The App Certificate is not available; try again later.",
      instance: "request-1",
    });
  });

  it("turns an unknown error into the request's id and nothing else", async () => {
    const api = new ApiUnderTest({ certificates: failing });
    const reply = await api.post("/v1/tokens/room-user", roomUserBody);
    assert.deepEqual(reply.body, {
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      detail: "The request could not be answered; its id is in the log.",
      instance: "request-1",
    });
  });

  it("does not call a defect of its own not ready", async () => {
    const api = new ApiUnderTest({ certificates: failing });
    assert.equal((await api.send({ method: "GET", path: "/v1/health" })).status, 500);
  });

  it("sends no CORS header, whoever asks", async () => {
    const api = new ApiUnderTest({ certificates: certainly() });
    const headers = { origin: "https://example.org" };
    for (const method of ["POST", "OPTIONS"]) {
      const reply = await api.send({ method, headers, body: roomUserBody });
      assert.deepEqual(
        Object.keys(reply.headers).filter((name) => name.startsWith("access-control")),
        [],
      );
    }
  });
});
