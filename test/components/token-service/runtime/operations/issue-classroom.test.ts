// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { MemoryClassroomRecords } from "../../../../../components/token-service/runtime/memory-classroom-records";
import { ApiUnderTest, noon } from "../../../../support/token-service/token-api";

const startRule = "must be at most 5 minutes ago and at most 90 days ahead";
const endRule = "must be after the start and after now, at most 24 hours after the start";
const timeRule = "must be an RFC 3339 time in UTC ending in Z";

/** Asks for a classroom at noon of 1 September 2026. */
function open(body: object) {
  const api = new ApiUnderTest({ records: new MemoryClassroomRecords(() => noon) });
  return api.post("/v1/classrooms", body);
}

describe("issue-classroom", () => {
  for (const [title, body] of [
    ["a class that ends in a second", { endsAt: "2026-09-01T12:00:01Z" }],
    ["a class of 24 hours", { endsAt: "2026-09-02T12:00:00Z" }],
    ["a start 5 minutes ago", { startsAt: "2026-09-01T11:55:00Z", endsAt: "2026-09-01T12:30:00Z" }],
    ["a start 90 days ahead", { startsAt: "2026-11-30T12:00:00Z", endsAt: "2026-12-01T12:00:00Z" }],
    [
      "times with fractions",
      { startsAt: "2026-09-01T12:00:00.9Z", endsAt: "2026-09-02T12:00:00.999Z" },
    ],
  ] as const) {
    it(`opens ${title}`, async () => {
      assert.equal((await open(body)).status, 201);
    });
  }

  it("drops fractions of a second", async () => {
    const times = { startsAt: "2026-09-01T12:00:00.9Z", endsAt: "2026-09-01T12:30:00.123456Z" };
    const { body } = await open(times);
    assert.equal(body.startsAt, "2026-09-01T12:00:00Z");
    assert.equal(body.endsAt, "2026-09-01T12:30:00Z");
  });

  for (const [title, startsAt, got] of [
    ["more than 5 minutes ago", "2026-09-01T11:54:59Z", undefined],
    ["more than 90 days ahead", "2026-11-30T12:00:01Z", undefined],
    ["in another time zone", "2026-09-01T14:00:00+02:00", "another text"],
    ["without a time zone", "2026-09-01T12:00:00", "another text"],
    ["with a small z", "2026-09-01T12:00:00z", "another text"],
    ["on 30 February", "2027-02-30T12:00:00Z", "another text"],
    ["at 24 o'clock", "2026-09-01T24:00:00Z", "another text"],
    ["in a leap second", "2026-12-31T23:59:60Z", "another text"],
    ["as a date", "2026-09-01", "another text"],
    ["as a number", noon, "a number"],
    ["as null", null, "null"],
  ] as const) {
    it(`refuses a start ${title}`, async () => {
      const reply = await open({ startsAt, endsAt: "2026-09-01T13:00:00Z" });
      assert.equal(reply.status, 400);
      assert.deepEqual(reply.body.field, "startsAt");
      assert.equal(
        reply.body.detail,
        got === undefined
          ? `'startsAt' ${startRule}, got ${startsAt} at 2026-09-01T12:00:00Z.`
          : `'startsAt' ${timeRule}, got ${got}.`,
      );
    });
  }

  for (const [title, startsAt, endsAt] of [
    ["now", "2026-09-01T11:59:00Z", "2026-09-01T12:00:00Z"],
    ["at its start", "2026-09-01T13:00:00Z", "2026-09-01T13:00:00Z"],
    ["before its start", "2026-09-01T13:00:00Z", "2026-09-01T12:59:59Z"],
    ["more than 24 hours after its start", "2026-09-01T12:00:00Z", "2026-09-02T12:00:01Z"],
  ] as const) {
    it(`refuses a class that ends ${title}`, async () => {
      const { status, body } = await open({ startsAt, endsAt });
      assert.equal(status, 400);
      assert.equal(body.detail, `'endsAt' ${endRule}, got ${endsAt}.`);
      assert.equal(body.field, "endsAt");
    });
  }

  it("refuses a class without an end", async () => {
    const { status, body } = await open({});
    assert.equal(status, 400);
    assert.equal(body.detail, "'endsAt' is missing.");
  });
});
