// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Call } from "../../../../components/token-service/runtime/call";
import { IssuedIdentities } from "../../../../components/token-service/runtime/issued-identities";
import { MemoryClassroomRecords } from "../../../../components/token-service/runtime/memory-classroom-records";
import { parseToken, serviceOf, serviceTypes } from "../../../support/token-service/parsed-token";
import {
  ApiUnderTest,
  idOf,
  type Reply,
  StandingClock,
} from "../../../support/token-service/token-api";
import { appId } from "../../../support/token-service/vectors";

const hour = 3_600;

/** An API with issued ids, a classroom from now for an hour, and a student in it. */
async function school() {
  const clock = new StandingClock();
  const records = new MemoryClassroomRecords(clock.read);
  const api = new ApiUnderTest({ records, clock: clock.read });
  const classroom = await api.post("/v1/classrooms", { endsAt: "2026-09-01T13:00:00Z" });
  const participants = `/v1/classrooms/${classroom.body.roomUuid}/participants`;
  const student = await api.post(participants, { role: "student" });
  const { roomUuid, userUuid } = student.body as Record<string, string>;
  const renewal = `${participants}/${userUuid}/tokens`;
  return { clock, api, classroom, participants, student, roomUuid, userUuid, renewal };
}

function assertRefusal(reply: Reply, status: number, detail: string, field?: string): void {
  assert.deepEqual(
    { status: reply.status, detail: reply.body.detail, field: reply.body.field },
    { status, detail, field },
  );
}

describe("issued-identities", () => {
  it("opens a classroom with a new id of 128 random bits", async () => {
    const { classroom } = await school();
    const { roomUuid, ...others } = classroom.body;
    assert.equal(classroom.status, 201);
    assert.match(String(roomUuid), /^[0-9a-f]{32}$/);
    assert.deepEqual(others, {
      startsAt: "2026-09-01T12:00:00Z",
      endsAt: "2026-09-01T13:00:00Z",
      expiresAt: "2026-09-01T14:00:00Z",
      region: "EU",
      appId,
    });
  });

  it("issues a participant with a first token, bound to room and role", async () => {
    const { student, roomUuid, userUuid } = await school();
    assert.equal(student.status, 201);
    assert.match(String(userUuid), /^[0-9a-f]{32}$/);
    assert.equal(student.body.role, "student");
    const token = parseToken(String(student.body.token));
    assert.deepEqual(serviceOf(token, serviceTypes.apaas).fields, [roomUuid, userUuid, 2]);
  });

  it("renews a participant's token in the same role", async () => {
    const { api, clock, renewal, roomUuid, userUuid } = await school();
    clock.forward(600);
    const reply = await api.post(renewal, {});
    assert.equal(reply.status, 200);
    assert.equal(reply.body.issuedAt, "2026-09-01T12:10:00Z");
    const token = parseToken(String(reply.body.token));
    assert.deepEqual(serviceOf(token, serviceTypes.apaas).fields, [roomUuid, userUuid, 2]);
  });

  it("issues a room-user token for what was issued, and a Signaling token for its user", async () => {
    const { api, roomUuid, userUuid } = await school();
    const roomUser = { roomUuid, userUuid, role: "student" };
    assert.equal((await api.post("/v1/tokens/room-user", roomUser)).status, 200);
    assert.equal((await api.post("/v1/tokens/rtm", { userUuid })).status, 200);
  });

  it("shortens every token to its classroom's expiry, and says so", async () => {
    const { api, renewal, participants, roomUuid, userUuid } = await school();
    const lifetimeSeconds = 86_400;
    const replies = [
      await api.post(renewal, { lifetimeSeconds }),
      await api.post(participants, { role: "teacher", lifetimeSeconds }),
      await api.post("/v1/tokens/rtm", { userUuid, lifetimeSeconds }),
      await api.post("/v1/tokens/room-user", {
        roomUuid,
        userUuid,
        role: "student",
        lifetimeSeconds,
      }),
    ];
    for (const { body } of replies) {
      assert.equal(body.expiresAt, "2026-09-01T14:00:00Z");
      assert.equal(parseToken(String(body.token)).lifetimeSeconds, 2 * hour);
    }
  });

  it("renews until the last second, under the shortest lifetime if need be", async () => {
    const { api, clock, renewal } = await school();
    clock.forward(2 * hour - 1);
    const reply = await api.post(renewal, {});
    assert.equal(reply.status, 200);
    assert.equal(parseToken(String(reply.body.token)).lifetimeSeconds, 1);
  });

  it("lets ids and tokens be had before the class starts", async () => {
    const { api } = await school();
    const times = { startsAt: "2026-11-30T12:00:00Z", endsAt: "2026-11-30T13:00:00Z" };
    const { body } = await api.post("/v1/classrooms", times);
    const reply = await api.post(`/v1/classrooms/${body.roomUuid}/participants`, {
      role: "teacher",
    });
    assert.equal(reply.status, 201);
    assert.equal(reply.body.expiresAt, "2026-09-01T13:00:00Z");
  });

  it("takes no new participants once the class has ended, but renews tokens", async () => {
    const { api, clock, participants, renewal } = await school();
    clock.forward(hour);
    assertRefusal(
      await api.post(participants, { role: "teacher" }),
      410,
      "The class has ended; it takes no new participants.",
    );
    assert.equal((await api.post(renewal, {})).status, 200);
  });

  it("says that a classroom is over before it looks at anything else", async () => {
    const { api, clock, participants, renewal, roomUuid, userUuid } = await school();
    clock.forward(2 * hour);
    for (const [path, body] of [
      [renewal, {}],
      [renewal, "not even JSON"],
      [participants, { role: "king" }],
      [`${participants}/nobody/tokens`, {}],
      ["/v1/tokens/room-user", { roomUuid, userUuid: idOf(9), role: "teacher" }],
      ["/v1/tokens/rtm", { userUuid }],
    ] as const) {
      assertRefusal(await api.post(path, body), 410, "The classroom is over.");
    }
  });

  it("knows no classroom that it did not issue", async () => {
    const { api, userUuid } = await school();
    const body = { roomUuid: idOf(9), userUuid, role: "student" };
    assertRefusal(await api.post("/v1/tokens/room-user", body), 404, "No such classroom.");
    for (const room of [idOf(9), "alice@example.org", "A".repeat(32), "x"]) {
      const path = `/v1/classrooms/${room}/participants`;
      assertRefusal(await api.post(path, { role: "student" }), 404, "No such classroom.");
      assertRefusal(await api.post(`${path}/${userUuid}/tokens`, {}), 404, "No such classroom.");
    }
  });

  it("refuses a user that was not issued, or for another classroom", async () => {
    const { api, participants, userUuid } = await school();
    const other = await api.post("/v1/classrooms", { endsAt: "2026-09-01T13:00:00Z" });
    const { roomUuid } = other.body;
    const detail = "The user id was not issued for this classroom.";
    for (const user of [idOf(9), "alice@example.org", userUuid?.toUpperCase()]) {
      assertRefusal(await api.post(`${participants}/${user}/tokens`, {}), 403, detail);
    }
    const elsewhere = `/v1/classrooms/${roomUuid}/participants/${userUuid}/tokens`;
    assertRefusal(await api.post(elsewhere, {}), 403, detail);
    const body = { roomUuid, userUuid, role: "student" };
    assertRefusal(await api.post("/v1/tokens/room-user", body), 403, detail);
    assertRefusal(
      await api.post("/v1/tokens/rtm", { userUuid: idOf(9) }),
      403,
      "The user id was not issued.",
    );
  });

  it("refuses a role other than the one issued", async () => {
    const { api, roomUuid, userUuid } = await school();
    const body = { roomUuid, userUuid, role: "teacher" };
    const reply = await api.post("/v1/tokens/room-user", body);
    assertRefusal(reply, 403, "The user id was issued for another role.");
  });

  it("looks at the body of a renewal", async () => {
    const { api, renewal } = await school();
    const reply = await api.post(renewal, { role: "teacher" });
    assertRefusal(reply, 400, "'role' is unknown; the body may have lifetimeSeconds.", "role");
  });

  it("answers a conflict only after three ids in a row were taken", async () => {
    const draws = [1, 1, 1, 2, 1, 1, 1].map(idOf);
    const identities = new IssuedIdentities(
      new MemoryClassroomRecords(() => 0),
      () => draws.shift() ?? "",
    );
    const call = { now: 0, deadline: 0 } as Call;
    assert.equal((await identities.issueClassroom(0, 60, call)).roomUuid, idOf(1));
    assert.equal((await identities.issueClassroom(0, 60, call)).roomUuid, idOf(2));
    await assert.rejects(identities.issueClassroom(0, 60, call), {
      name: "ConflictError",
      status: 409,
      message: "Three new ids in a row were taken; try again.",
    });
    assert.deepEqual(draws, []);
  });

  it("gives two hundred callers at once two hundred different ids", async () => {
    const { api, participants } = await school();
    const replies = await Promise.all(
      Array.from({ length: 200 }, () => api.post(participants, { role: "student" })),
    );
    assert.equal(new Set(replies.map(({ body }) => body.userUuid)).size, replies.length);
  });
});
