// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { classroomTable } from "../../../../components/token-service/contract/classroom-table";
import type { ClassroomRecords } from "../../../../components/token-service/runtime/classroom-records";
import { MemoryClassroomRecords } from "../../../../components/token-service/runtime/memory-classroom-records";
import { recordsIn } from "../../../support/token-service/aws-backed";
import { type Fault, faults, LoopbackAws } from "../../../support/token-service/loopback-aws";
import { ApiUnderTest, idOf } from "../../../support/token-service/token-api";

const classroom = { roomUuid: idOf(1), startsAt: 1_000, endsAt: 2_000, expiresAt: 5_600 };
const participant = {
  userUuid: idOf(2),
  roomUuid: idOf(1),
  role: "recorder",
  expiresAt: 5_600,
} as const;

/** One second from now. */
function soon(): number {
  return Date.now() + 1_000;
}

describe("dynamodb-classroom-records", () => {
  let aws: LoopbackAws;

  beforeEach(async () => {
    aws = await LoopbackAws.start();
  });

  afterEach(() => aws.stop());

  // The local server's records must behave as the table does, so both pass the same tests.
  const kinds: Readonly<Record<string, () => ClassroomRecords>> = {
    "in DynamoDB": () => recordsIn(aws),
    "in memory": () => new MemoryClassroomRecords(() => 0),
  };
  for (const [where, create] of Object.entries(kinds)) {
    it(`finds what was added, ${where}`, async () => {
      const records = create();
      assert.equal(await records.addClassroom(classroom, soon()), true);
      assert.equal(await records.addParticipant(participant, soon()), true);
      assert.deepEqual(await records.findClassroom(classroom.roomUuid, soon()), classroom);
      assert.deepEqual(await records.findParticipant(participant.userUuid, soon()), participant);
    });

    it(`finds nothing under another id or kind, ${where}`, async () => {
      const records = create();
      await records.addClassroom(classroom, soon());
      assert.equal(await records.findClassroom(idOf(9), soon()), undefined);
      assert.equal(await records.findParticipant(classroom.roomUuid, soon()), undefined);
    });

    it(`keeps the first of two records with one id, ${where}`, async () => {
      const records = create();
      await records.addClassroom(classroom, soon());
      assert.equal(await records.addClassroom({ ...classroom, endsAt: 3_000 }, soon()), false);
      assert.deepEqual(await records.findClassroom(classroom.roomUuid, soon()), classroom);
    });

    it(`lets one of twenty writers of one id win, ${where}`, async () => {
      const records = create();
      const added = await Promise.all(
        Array.from({ length: 20 }, () => records.addParticipant(participant, soon())),
      );
      assert.equal(added.filter(Boolean).length, 1);
    });
  }

  it("writes the keys that the contract tells the infrastructure", async () => {
    const records = recordsIn(aws);
    await records.addClassroom(classroom, soon());
    await records.addParticipant(participant, soon());
    await records.findClassroom(classroom.roomUuid, soon());
    for (const item of aws.items.values()) {
      assert.ok(item[classroomTable.partitionKey]?.S);
      assert.equal(item[classroomTable.timeToLiveAttribute]?.N, "5600");
    }
    const actions = aws.targets.map((target) => target.replace("DynamoDB_20120810.", "dynamodb:"));
    assert.deepEqual(new Set(actions), new Set(classroomTable.actions));
  });

  for (const [name, fault] of Object.entries<Fault>(faults)) {
    it(`answers 503 within 3 s while every answer is ${name}`, async () => {
      aws.always = fault;
      const api = new ApiUnderTest({ records: recordsIn(aws), clock: Date.now });
      const startedAt = performance.now();
      const reply = await api.post("/v1/tokens/rtm", { userUuid: idOf(2) });
      assert.equal(reply.status, 503);
      assert.equal(reply.headers["retry-after"], "5");
      assert.equal(reply.body.detail, "The issued ids are not available; try again later.");
      assert.ok(performance.now() - startedAt < 3_000, "too slow");
      const [line] = api.lines.filter(({ level }) => level === "ERROR");
      assert.match(String(line?.reason), /^GetItem failed: [A-Za-z0-9_]+\.$/);
    });
  }

  it("answers 503 when an id cannot be written", async () => {
    aws.always = faults.internalError;
    const api = new ApiUnderTest({ records: recordsIn(aws), clock: Date.now });
    const endsAt = new Date(Date.now() + 60_000).toISOString();
    const reply = await api.post("/v1/classrooms", { endsAt });
    assert.equal(reply.status, 503);
    assert.deepEqual(new Set(aws.targets), new Set(["DynamoDB_20120810.PutItem"]));
  });

  it("makes a participant's id anew when a lost answer hides that the first one was written", async () => {
    const records = recordsIn(aws);
    const api = new ApiUnderTest({ records, clock: Date.now });
    const endsAt = new Date(Date.now() + 60_000).toISOString();
    const { body } = await api.post("/v1/classrooms", { endsAt });
    const written: string[] = [];
    aws.upcoming.push((response, { Item }) => {
      const item = Item as { readonly id: { readonly S: string } };
      aws.items.set(item.id.S, item);
      written.push(item.id.S);
      response.destroy();
    });
    const reply = await api.post(`/v1/classrooms/${body.roomUuid}/participants`, {
      role: "teacher",
    });
    assert.equal(reply.status, 201);
    assert.deepEqual([...aws.items.keys()].slice(1), [
      ...written,
      `participant#${reply.body.userUuid}`,
    ]);
  });

  for (const [title, attribute, message] of [
    ["a number is none", { expiresAt: { N: "soon" } }, "'expiresAt' must be a whole number"],
    ["a number is a text", { expiresAt: { S: "5600" } }, "'expiresAt' must be a whole number"],
    ["a text is missing", { roomUuid: undefined }, "'roomUuid' must be a string"],
    ["a role does not exist", { role: { S: "king" } }, "'role' must be the name of a role"],
  ] as const) {
    it(`fails when ${title} in an item that somebody else wrote`, async () => {
      const records = recordsIn(aws);
      await records.addParticipant(participant, soon());
      const [[key, item] = []] = aws.items;
      aws.items.set(String(key), { ...item, ...attribute } as typeof item & object);
      await assert.rejects(records.findParticipant(participant.userUuid, soon()), {
        name: "RecordFormatError",
        message: `Record attribute ${message}.`,
      });
    });
  }
});
