// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { MemoryClassroomRecords } from "../../../components/token-service/runtime/memory-classroom-records";
import { TokenNotMadeError } from "../../../components/token-service/runtime/tokens";
import { parseToken, serviceOf, serviceTypes } from "../../support/token-service/parsed-token";
import {
  ApiUnderTest,
  certainly,
  idOf,
  noon,
  roomUserBody,
} from "../../support/token-service/token-api";
import { certificate } from "../../support/token-service/vectors";
import { assertNothingLeaked, type Heard, witness } from "../../support/token-service/witness";

const roomUser = "/v1/tokens/room-user";
const rtm = "/v1/tokens/rtm";

/** Each test is a defect that a published token server or Agora's own library has. */
describe("runtime: defects of other token servers", () => {
  it("does not cut a large number down to another user's id", async () => {
    for (const userUuid of [4_294_967_297, 4_294_967_296, "4294967297", "4294967296"]) {
      const { status, body } = await new ApiUnderTest().post(rtm, { userUuid });
      assert.deepEqual([status, body.field], [400, "userUuid"]);
    }
  });

  it("issues no token for any user when the user is left out, empty, zero or null", async () => {
    for (const userUuid of [undefined, "", 0, "0", null, [], {}]) {
      for (const [path, others] of [
        [rtm, {}],
        [roomUser, { roomUuid: idOf(1), role: "student" }],
      ] as const) {
        const { status, body } = await new ApiUnderTest().post(path, { ...others, userUuid });
        assert.deepEqual([status, body.field], [400, "userUuid"]);
      }
    }
  });

  it("issues no app token, whatever the path", async () => {
    const api = new ApiUnderTest({ records: new MemoryClassroomRecords(() => noon) });
    for (const path of ["/v1/tokens/app", "/v1/tokens", "/v1/tokens/user", "/getToken"]) {
      assert.equal((await api.post(path, {})).status, 404);
    }
  });

  it("puts no app or user privilege into any token", async () => {
    const api = new ApiUnderTest();
    const replies = [
      await api.post(roomUser, roomUserBody),
      await api.post(rtm, { userUuid: idOf(2) }),
    ];
    for (const { body } of replies) {
      for (const { privileges } of parseToken(String(body.token)).services) {
        assert.deepEqual(Object.keys(privileges), ["1"]);
      }
    }
  });

  it("does not turn a role that it does not know into another", async () => {
    for (const role of ["publisher", "subscriber", "", "TEACHER", 1, -1, 32_768]) {
      const { status, body } = await new ApiUnderTest().post(roomUser, { ...roomUserBody, role });
      assert.deepEqual([status, body.field], [400, "role"]);
    }
  });

  it("caps the lifetime at a day and takes no absolute time", async () => {
    for (const lifetimeSeconds of [86_401, 315_360_000, Math.floor(noon / 1000) + 600, 2 ** 32]) {
      const { status, body } = await new ApiUnderTest().post(rtm, {
        userUuid: idOf(2),
        lifetimeSeconds,
      });
      assert.deepEqual([status, body.field], [400, "lifetimeSeconds"]);
    }
  });

  it("takes ids from the body alone, never from a path or a query string that logs keep", async () => {
    const path = `${rtm}?userUuid=${idOf(2)}`;
    assert.equal((await new ApiUnderTest().send({ path, body: {} })).status, 404);
    assert.equal((await new ApiUnderTest().send({ method: "GET", path: rtm })).status, 405);
  });

  it("gives each of two hundred simultaneous callers the token of its own user", async () => {
    const api = new ApiUnderTest();
    const users = Array.from({ length: 200 }, (_, number) => idOf(number));
    const replies = await Promise.all(
      users.map((userUuid) => api.post(roomUser, { ...roomUserBody, userUuid })),
    );
    const answered = replies.map(({ body }) => [
      body.userUuid,
      ...serviceOf(parseToken(String(body.token)), serviceTypes.rtm).fields,
    ]);
    assert.deepEqual(
      answered,
      users.map((userUuid) => [userUuid, userUuid]),
    );
  });

  it("answers a bad certificate with an error, not with an empty token", async () => {
    const api = new ApiUnderTest({ certificates: certainly("not a certificate") });
    const { status, body } = await api.post(roomUser, roomUserBody);
    assert.equal(status, 500);
    assert.ok(!("token" in body));
    assert.equal(api.lines[0]?.error_name, new TokenNotMadeError().name);
  });

  it("writes the recorder's role as zero, not as minus one", async () => {
    const { body } = await new ApiUnderTest().post(roomUser, { ...roomUserBody, role: "recorder" });
    assert.equal(serviceOf(parseToken(String(body.token)), serviceTypes.apaas).fields[2], 0);
  });

  it("does not repair a lifetime that is no whole number", async () => {
    for (const json of ["1.9", "60.9", '"60"', "null", "0", "-1", "[60]"]) {
      const text = `{"userUuid":"${idOf(2)}","lifetimeSeconds":${json}}`;
      const { status, body } = await new ApiUnderTest().post(rtm, text);
      assert.deepEqual([status, body.field], [400, "lifetimeSeconds"]);
    }
  });

  it("issues whole seconds, a new salt each time, and the room-user privilege", async () => {
    const api = new ApiUnderTest({ clock: () => noon + 789 });
    const tokens = await Promise.all(
      Array.from({ length: 50 }, async () =>
        parseToken(String((await api.post(roomUser, roomUserBody)).body.token)),
      ),
    );
    assert.equal(new Set(tokens.map(({ salt }) => salt)).size, tokens.length);
    for (const token of tokens) {
      assert.equal(token.issuedAt, noon / 1000);
      assert.deepEqual(serviceOf(token, serviceTypes.apaas).privileges, { 1: 3_600 });
    }
  });
});

describe("runtime: the search of all that token services log and answer", () => {
  /** What is heard of one request that gets a token. */
  async function heard(): Promise<{ all: Heard; token: string }> {
    const api = new ApiUnderTest();
    const before = witness.lines.length;
    const { text, body } = await api.post(roomUser, roomUserBody);
    const [lines, responses] = [witness.lines.slice(before), witness.responses.slice(-1)];
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      api.lines,
    );
    assert.deepEqual(responses, [text]);
    return { all: { ...witness, lines, responses }, token: String(body.token) };
  }

  it("is made of every line and answer, with the certificates to look for", async () => {
    const { all, token } = await heard();
    assert.ok(all.lines.length > 0 && all.responses.join().includes(token));
    assert.ok(all.certificates.has(certificate));
    assertNothingLeaked(all);
  });

  for (const [message, leaking] of [
    ["a certificate was logged", () => ({ lines: [`{"key":"${certificate}"}`] })],
    ["a certificate was answered", () => ({ responses: [`{"key":"${certificate}"}`] })],
    ["a token was logged", (token) => ({ lines: [`{"token":"${token}"}`] })],
    ["an id was logged", () => ({ lines: [`{"user":"${idOf(1)}"}`] })],
    ["what a caller sent for an id was logged", () => ({ lines: ["teacher@example.org"] })],
    [
      "a token was answered among other text",
      (token) => ({ responses: [JSON.stringify({ token: `Bearer ${token}` })] }),
    ],
    [
      "a token was answered twice",
      (token) => ({ responses: [JSON.stringify({ token, again: token })] }),
    ],
  ] satisfies [string, (token: string) => Partial<Heard>][]) {
    it(`tells that ${message}`, async () => {
      const { all, token } = await heard();
      const { lines = [], responses = [] }: Partial<Heard> = leaking(token);
      const leaked = {
        ...all,
        lines: [...all.lines, ...lines],
        responses: [...all.responses, ...responses],
      };
      assert.throws(() => assertNothingLeaked(leaked), { message });
    });
  }
});
