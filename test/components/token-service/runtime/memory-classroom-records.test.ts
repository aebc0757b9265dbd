// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { MemoryClassroomRecords } from "../../../../components/token-service/runtime/memory-classroom-records";
import { idOf, noon, StandingClock } from "../../../support/token-service/token-api";

// What it has in common with the table is tested there.
describe("memory-classroom-records", () => {
  it("forgets what expired two days ago, so that a server that runs for long does not grow", async () => {
    const clock = new StandingClock();
    const records = new MemoryClassroomRecords(clock.read);
    const record = { startsAt: 0, endsAt: noon / 1000, expiresAt: noon / 1000 };
    await records.addClassroom({ ...record, roomUuid: idOf(1) });
    clock.forward(48 * 3_600);
    await records.addClassroom({ ...record, roomUuid: idOf(2), expiresAt: clock.ms / 1000 });
    assert.ok(await records.findClassroom(idOf(1)));
    clock.forward(1);
    await records.addClassroom({ ...record, roomUuid: idOf(3), expiresAt: clock.ms / 1000 });
    assert.equal(await records.findClassroom(idOf(1)), undefined);
    assert.ok(await records.findClassroom(idOf(2)));
  });
});
