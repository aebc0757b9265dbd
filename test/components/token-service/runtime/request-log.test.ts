// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  CertificateUnavailableError,
  RecordsUnavailableError,
} from "../../../../components/token-service/runtime/problems";
import {
  ApiUnderTest,
  certainly,
  idOf,
  roomUserBody,
} from "../../../support/token-service/token-api";
import { certificate, otherCertificate } from "../../../support/token-service/vectors";

const callerArn = "arn:aws:sts::123456789012:assumed-role/backend/one";
const path = "/v1/tokens/room-user";

/** What a certificate source of a test throws instead of a certificate. */
function failingWith(error: Error) {
  const current = async () => {
    throw error;
  };
  return { current, atHand: () => undefined };
}

describe("request-log", () => {
  it("writes one line and one metric record per request", async () => {
    const api = new ApiUnderTest();
    await api.send({ body: roomUserBody, callerArn });
    const [line, record, ...more] = api.lines;
    assert.deepEqual(more, []);
    const { latency_ms, room_hash, user_hash, ...fields } = line ?? {};
    assert.deepEqual(fields, {
      level: "INFO",
      message: "request",
      timestamp: "2026-09-01T12:00:00.000Z",
      service: "token-service",
      cold_start: true,
      request_id: "request-1",
      function_request_id: "invocation-1",
      route: "POST /v1/tokens/room-user",
      status: 200,
      caller_arn: callerArn,
    });
    assert.ok(typeof latency_ms === "number" && latency_ms >= 0);
    assert.match(String(room_hash), /^[0-9a-f]{16}$/);
    assert.match(String(user_hash), /^[0-9a-f]{16}$/);
    assert.deepEqual(record, {
      _aws: {
        Timestamp: Date.UTC(2026, 8, 1, 12),
        CloudWatchMetrics: [
          {
            Namespace: "AgoraClassroom/TokenService",
            Dimensions: [["FunctionName"]],
            Metrics: [
              { Name: "Latency", Unit: "Milliseconds" },
              { Name: "ColdStart", Unit: "Count" },
              { Name: "TokensIssued", Unit: "Count" },
              { Name: "CertificateUnavailable", Unit: "Count" },
              { Name: "CertificateAge", Unit: "Seconds" },
            ],
          },
        ],
      },
      FunctionName: "token-service-test",
      Latency: latency_ms,
      ColdStart: 1,
      TokensIssued: 1,
      CertificateUnavailable: 0,
      CertificateAge: 0,
    });
  });

  it("calls only the first request a cold start", async () => {
    const api = new ApiUnderTest();
    await api.send({});
    await api.send({});
    assert.deepEqual(
      api.lines.flatMap(({ cold_start }) => cold_start ?? []),
      [true, false],
    );
  });

  it("hashes the same id alike, different ids differently, and a room unlike a user", async () => {
    const api = new ApiUnderTest();
    for (const [roomUuid, userUuid] of [
      [1, 2],
      [1, 3],
      [3, 1],
    ] as const) {
      await api.post(path, { ...roomUserBody, roomUuid: idOf(roomUuid), userUuid: idOf(userUuid) });
    }
    const lines = api.lines.filter(({ message }) => message === "request");
    const [first, second, third] = lines.map(({ room_hash }) => room_hash);
    assert.equal(first, second);
    const all = [first, third, ...lines.map(({ user_hash }) => user_hash)];
    assert.equal(new Set(all).size, all.length);
  });

  it("hashes differently under another certificate", async () => {
    const apis = [certificate, otherCertificate].map(
      (value) => new ApiUnderTest({ certificates: certainly(value) }),
    );
    const hashes = await Promise.all(
      apis.map(async (api) => {
        await api.post(path, roomUserBody);
        return api.lines[0]?.room_hash;
      }),
    );
    assert.equal(new Set(hashes).size, 2);
  });

  it("writes no hash of what is not an id", async () => {
    const api = new ApiUnderTest();
    await api.post(path, { ...roomUserBody, userUuid: "alice@example.org" });
    const [line] = api.lines;
    assert.equal(line?.error_name, "FieldError");
    assert.equal(line?.field, "userUuid");
    assert.ok(!("user_hash" in line) && !("room_hash" in line));
    assert.ok(!JSON.stringify(api.lines).includes("alice"));
  });

  it("does not repeat the name of a field that the caller made up", async () => {
    const api = new ApiUnderTest();
    await api.post(path, { ...roomUserBody, "alice@example.org": 1 });
    assert.equal(api.lines[0]?.error_name, "FieldError");
    assert.ok(!JSON.stringify(api.lines).includes("alice"));
  });

  it("does not repeat a path that does not exist", async () => {
    const api = new ApiUnderTest();
    await api.send({ path: "/v1/rooms/alice@example.org" });
    assert.equal(api.lines[0]?.route, "unmatched");
    await api.send({ path, method: "alice" });
    assert.equal(api.lines[2]?.route, path);
    assert.ok(!JSON.stringify(api.lines).includes("alice"));
  });

  it("counts the requests that found no certificate, health checks too, and only those", async () => {
    const without = failingWith(new CertificateUnavailableError("no"));
    const api = new ApiUnderTest({ certificates: without });
    await api.post(path, roomUserBody);
    await api.send({ method: "GET", path: "/v1/health" });
    await api.post(path, {});
    const records = new ApiUnderTest({
      certificates: failingWith(new RecordsUnavailableError("no")),
    });
    await records.post(path, roomUserBody);
    assert.deepEqual(
      [...api.lines, ...records.lines].flatMap((line) => line.CertificateUnavailable ?? []),
      [1, 1, 0, 0],
    );
  });

  it("writes where an unknown error came from, and not what it says", async () => {
    const api = new ApiUnderTest({
      certificates: failingWith(new TypeError(`bad ${certificate}`)),
    });
    await api.post(path, roomUserBody);
    const [line] = api.lines;
    assert.equal(line?.level, "ERROR");
    assert.equal(line?.error_name, "TypeError");
    assert.ok(Array.isArray(line.stack) && line.stack.length > 0);
    assert.ok(!JSON.stringify(line).includes(certificate));
  });
});
