// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import {
  agoraRoles,
  newSalt,
  type Role,
  roomUserToken,
  rtmToken,
} from "../../../../components/token-service/runtime/tokens";
import {
  inflated,
  isSignedWith,
  parseToken,
  serviceOf,
  serviceTypes,
} from "../../../support/token-service/parsed-token";
import * as vectors from "../../../support/token-service/vectors";

const signing = {
  appId: vectors.appId,
  certificate: vectors.certificate,
  issuedAt: 1_111_111,
  lifetimeSeconds: 600,
  salt: 1,
};
const id = fc.stringMatching(/^[0-9a-f]{32,63}$/);
const roleName = fc.constantFrom(...(Object.keys(agoraRoles) as Role[]));
const lifetime = fc.integer({ min: 60, max: 86_400 });

describe("tokens", () => {
  it("makes the bytes of Agora's published room-user token", () => {
    const { roomUuid, userUuid, role } = vectors.roomUserInput;
    const token = roomUserToken(signing, roomUuid, userUuid, role);
    assert.deepEqual(inflated(token), inflated(vectors.roomUserToken));
  });

  it("makes the Signaling service of Agora's published token", () => {
    const published = serviceOf(parseToken(vectors.rtcAndRtmToken), serviceTypes.rtm);
    const ours = parseToken(rtmToken(signing, "test_user"));
    assert.deepEqual(ours.services, [published]);
    assert.ok(isSignedWith(ours, vectors.certificate));
  });

  it("agrees with the parser of the tests on what Agora published", () => {
    const token = parseToken(vectors.roomUserToken);
    assert.ok(isSignedWith(token, vectors.certificate));
    assert.ok(!isSignedWith(token, vectors.otherCertificate));
    assert.deepEqual(
      token.services.map(({ type }) => type),
      [serviceTypes.rtm, serviceTypes.chat, serviceTypes.apaas],
    );
  });

  it("binds room, user, role and lifetime in all three services, signed, for any input", () => {
    fc.assert(
      fc.property(id, id, roleName, lifetime, (roomUuid, userUuid, role, lifetimeSeconds) => {
        const input = { ...signing, lifetimeSeconds, salt: newSalt() };
        const token = parseToken(roomUserToken(input, roomUuid, userUuid, role));
        const chatUser = createHash("md5").update(userUuid).digest("hex");
        assert.deepEqual(token.services, [
          { type: serviceTypes.rtm, privileges: { 1: lifetimeSeconds }, fields: [userUuid] },
          { type: serviceTypes.chat, privileges: { 1: lifetimeSeconds }, fields: [chatUser] },
          {
            type: serviceTypes.apaas,
            privileges: { 1: lifetimeSeconds },
            fields: [roomUuid, userUuid, agoraRoles[role]],
          },
        ]);
        assert.equal(token.appId, vectors.appId);
        assert.equal(token.lifetimeSeconds, lifetimeSeconds);
        assert.equal(token.salt, input.salt);
        assert.ok(isSignedWith(token, vectors.certificate));
        assert.ok(!isSignedWith(token, vectors.otherCertificate));
      }),
      { numRuns: 200 },
    );
  });

  it("writes the recorder's role as zero", () => {
    const token = parseToken(roomUserToken(signing, "a", "b", "recorder"));
    assert.deepEqual(serviceOf(token, serviceTypes.apaas).fields, ["a", "b", 0]);
  });

  it("draws salts of Agora's range", () => {
    const salts = Array.from({ length: 1_000 }, newSalt);
    assert.ok(salts.every((salt) => Number.isInteger(salt) && salt >= 1 && salt <= 99_999_999));
    assert.ok(new Set(salts).size > 990, "salts repeat");
  });

  for (const [what, wrong] of [
    ["a certificate of the wrong length", { certificate: "5CFd2fd1755d40ecb72977518be15d3" }],
    ["a certificate with a line end", { certificate: `${vectors.certificate}\n` }],
    ["an App ID that is not hexadecimal", { appId: "z".repeat(32) }],
  ] as const) {
    it(`fails when Agora's library answers ${what} with an empty token`, () => {
      const failure = { name: "TokenNotMadeError", message: "Agora's library made no token." };
      assert.throws(() => rtmToken({ ...signing, ...wrong }, "user"), failure);
      assert.throws(
        () => roomUserToken({ ...signing, ...wrong }, "room", "user", "teacher"),
        failure,
      );
    });
  }
});
