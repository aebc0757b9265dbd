// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { promisify } from "node:util";
import { LocalServer } from "../../support/token-service/local-server";
import { isSignedWith, parseToken } from "../../support/token-service/parsed-token";
import { roomUserBody } from "../../support/token-service/token-api";
import { appId, certificate } from "../../support/token-service/vectors";

const json = { "content-type": "application/json" };

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: "POST", headers: json, body: JSON.stringify(body) });
}

/** Everything that comes back on a connection of our own making. */
async function exchange(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.setEncoding("utf8").end(text);
  let answer = "";
  for await (const chunk of socket) {
    answer += chunk;
  }
  return answer;
}

describe("token-service", () => {
  let server: LocalServer;

  afterEach(() => server?.end());

  it("says in one line where it listens, and prints a call that works", async () => {
    server = await LocalServer.start();
    assert.match(
      server.stdout,
      /^Tokens for data centre EU, app-managed ids: http:\/\/127\.0\.0\.1:\d+\n$/,
    );
    const call = /curl .*/.exec(server.stderr)?.[0] ?? "";
    const { stdout } = await promisify(execFile)("sh", ["-c", call]);
    const answer = JSON.parse(stdout);
    assert.deepEqual([answer.region, answer.appId, answer.role], ["EU", appId, "teacher"]);
    assert.ok(isSignedWith(parseToken(answer.token), certificate));
    assert.ok(!(server.stdout + server.stderr).includes(certificate));
  });

  it("issues ids in memory when it is told to, with a call that works too", async () => {
    server = await LocalServer.start({ IDENTITY_MODE: "issued", AGORA_REGION: "NA" });
    const call = /curl .*/.exec(server.stderr)?.[0] ?? "";
    const { stdout } = await promisify(execFile)("sh", ["-c", call]);
    const { roomUuid, region } = JSON.parse(stdout);
    assert.equal(region, "NA");
    const participants = `${server.url}/v1/classrooms/${roomUuid}/participants`;
    const student = await post(participants, { role: "student" });
    assert.equal(student.status, 201);
    const { userUuid } = (await student.json()) as { userUuid: string };
    assert.equal((await post(`${participants}/${userUuid}/tokens`, {})).status, 200);
    assert.equal((await post(`${server.url}/v1/tokens/rtm`, { userUuid })).status, 200);
    assert.equal((await post(`${server.url}/v1/tokens/room-user`, roomUserBody)).status, 404);
  });

  it("answers over HTTP as in Lambda", async () => {
    server = await LocalServer.start();
    const path = `${server.url}/v1/tokens/room-user`;
    const send = (init: RequestInit) =>
      fetch(path, { method: "POST", headers: json, body: JSON.stringify(roomUserBody), ...init });
    for (const [status, init] of [
      [200, {}],
      [200, { headers: { "content-type": "application/json;charset=utf-8" } }],
      [400, { body: "" }],
      [400, { body: new Uint8Array([0x7b, 0xff, 0x7d]) }],
      [405, { method: "PUT" }],
      [405, { method: "HEAD", body: undefined }],
      [405, { method: "OPTIONS", body: undefined }],
      [413, { body: `{${" ".repeat(5_000_000)}}` }],
      [415, { headers: {} }],
      [415, { headers: { ...json, "content-encoding": "gzip" } }],
    ] as const) {
      const response = await send(init as RequestInit);
      assert.equal(response.status, status);
      assert.equal(response.headers.get("cache-control"), "no-store");
      await response.arrayBuffer();
    }
    assert.equal((await fetch(`${path}?role=teacher`, { method: "PUT" })).status, 405);
    assert.equal((await fetch(`${server.url}/v1/health?verbose=1`)).status, 200);
    assert.equal((await fetch(`${server.url}/v1/nothing`)).status, 404);
  });

  it("answers what is not HTTP, or has a header twice, with a problem", async () => {
    server = await LocalServer.start();
    const garbage = await exchange(server.url, "hello\r\n\r\n");
    assert.match(garbage, /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.match(garbage, /cache-control: no-store/);
    assert.match(garbage, /content-type: application\/problem\+json/);
    assert.equal(
      JSON.parse(garbage.split("\r\n\r\n")[1] ?? "").detail,
      "The request is not valid HTTP.",
    );
    const twice = await exchange(
      server.url,
      "POST /v1/tokens/rtm HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
        "2\r\nContent-Type: application/json\r\nContent-Type: application/json\r\n\r\n{}",
    );
    assert.match(twice, /^HTTP\/1\.1 415 /);
  });

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it(`answers what is in flight and exits with 0 on ${signal} as it ends`, async () => {
      server = await LocalServer.start();
      const body = JSON.stringify(roomUserBody);
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1").setEncoding("utf8");
      socket.write(
        "POST /v1/tokens/room-user HTTP/1.1\r\nHost: x\r\nContent-Type: " +
          `application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
      );
      await fetch(`${server.url}/v1/health`);
      const ended = server.end(signal);
      await new Promise((resolve) => setTimeout(resolve, 100));
      socket.write(body.slice(9));
      const [answer] = await once(socket, "data");
      assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/);
      assert.equal(await ended, 0);
    });
  }

  it("exits with 0 within 5 s, though a caller never finishes its request", async () => {
    server = await LocalServer.start();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write("POST /v1/tokens/rtm HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{");
    socket.on("error", () => undefined);
    await fetch(`${server.url}/v1/health`);
    const startedAt = performance.now();
    assert.equal(await server.end(), 0);
    assert.ok(performance.now() - startedAt < 5_000);
  });

  for (const [environment, message] of [
    [
      { PORT: "http" },
      'Environment variable PORT must be a whole number from 0 to 65535, got "http".',
    ],
    [
      { PORT: "65536" },
      'Environment variable PORT must be a whole number from 0 to 65535, got "65536".',
    ],
    [
      { AGORA_REGION: "eu" },
      'Environment variable AGORA_REGION must be one of CN, AP, EU, NA, got "eu".',
    ],
    [
      { IDENTITY_MODE: "" },
      'Environment variable IDENTITY_MODE must be one of app-managed, issued, got "".',
    ],
    [{ AGORA_APP_ID: undefined }, "Environment variable AGORA_APP_ID is required."],
    [{ AGORA_APP_CERTIFICATE: "" }, "Environment variable AGORA_APP_CERTIFICATE is required."],
    [
      { AGORA_APP_CERTIFICATE: certificate.slice(1) },
      "Environment variable AGORA_APP_CERTIFICATE must be 32 hexadecimal characters, got 31 characters.",
    ],
  ] as const) {
    it(`refuses to start: ${message}`, async () => {
      const { code, stdout, stderr } = await LocalServer.run(environment);
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 2, stdout: "", stderr: `error: ${message}\n` },
      );
    });
  }

  it("does not start on a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await LocalServer.run({ PORT: String(port) });
    other.close();
    assert.equal(code, 2);
    assert.equal(
      stderr,
      `error: Environment variable PORT must be a port that is free here, got ${port} (EADDRINUSE).\n`,
    );
  });
});
