// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import fc from "fast-check";
import { MemoryClassroomRecords } from "../../../../components/token-service/runtime/memory-classroom-records";
import { requestFlaws } from "../../../support/token-service/contract-check";
import { ApiUnderTest, idOf, noon, type Reply } from "../../../support/token-service/token-api";

/** Bodies per run: 2,000 in a test run; `npm run fuzz` asks for 100,000. */
const bodies = Number(process.env.FUZZ_BODIES ?? 2_000);

const fieldNames = ["roomUuid", "userUuid", "role", "lifetimeSeconds", "startsAt", "endsAt"];
const validValues = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{32,63}$/),
  fc.constantFrom("teacher", "student", "assistant", "observer", "recorder"),
  fc.integer({ min: 60, max: 86_400 }),
  fc
    .date({ min: new Date(noon), max: new Date(noon + 86_400_000), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
const oddValues = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    "",
    "*",
    0,
    -1,
    59,
    86_401,
    3600.5,
    1e21,
    "alice@example.org",
    "A".repeat(32),
  ),
  fc.stringMatching(/^[0-9a-fA-F]{28,66}$/),
);
const values = fc.oneof({ weight: 3, arbitrary: validValues }, { weight: 1, arbitrary: oddValues });

/** Objects near to valid: mostly the right names, mostly right values, in any order. */
const nearlyValid = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...fieldNames) },
        { weight: 1, arbitrary: fc.string() },
      ),
      values,
    ),
    { selector: ([name]) => name, maxLength: 6 },
  )
  .map((entries) => Object.fromEntries(entries));
/** Room-user bodies with at most one thing wrong, so that tokens are issued too. */
const roomUser = fc
  .record({
    roomUuid: fc.stringMatching(/^[0-9a-f]{32,63}$/),
    userUuid: fc.stringMatching(/^[0-9a-f]{32,63}$/),
    role: fc.constantFrom("teacher", "student", "recorder"),
  })
  .chain((valid) =>
    fc.oneof(
      fc.constant(valid),
      fc.tuple(fc.constantFrom(...fieldNames.slice(0, 4)), values).map(([name, value]) => ({
        ...valid,
        [name]: value,
      })),
    ),
  );
/** Valid bodies of the issuing calls. */
const issuing = fc.oneof(
  fc.record({ role: fc.constantFrom("teacher", "student") }),
  fc.record({ endsAt: fc.constantFrom("2026-09-01T13:00:00Z", "2026-09-02T12:00:00.5Z") }),
);
/** Texts near to JSON: bytes of a valid text dropped, doubled or replaced. */
const brokenText = fc
  .tuple(
    fc.oneof(nearlyValid, roomUser, issuing),
    fc.nat(),
    fc.nat(2),
    fc.string({ unit: "binary", maxLength: 3 }),
  )
  .map(([value, at, drop, insert]) => {
    const text = JSON.stringify(value);
    const place = at % text.length;
    return text.slice(0, place) + insert + text.slice(place + drop);
  });
const anyBody = fc.oneof(
  fc.oneof(nearlyValid, roomUser, issuing).map((value) => JSON.stringify(value)),
  brokenText,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }),
);

/** Whether the contract, which cannot see duplicates, allows a body. */
function isValid(path: string, body: string | Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(body),
    );
    return requestFlaws(path, JSON.parse(text)) === undefined;
  } catch {
    return false;
  }
}

function assertSound(path: string, body: string | Uint8Array, reply: Reply): void {
  const sent = JSON.stringify(Buffer.from(body).toString("utf8"));
  assert.ok(reply.status < 500, `${path} answered ${reply.status} to ${sent}`);
  if (!isValid(path, body)) {
    assert.notEqual(Math.floor(reply.status / 100), 2, `${path} accepted ${sent}`);
    assert.ok(!("token" in reply.body), `${path} issued a token for ${sent}`);
  }
  const { detail, field } = reply.body;
  if (reply.status === 400 && !/^The body /.test(String(detail))) {
    assert.equal(String(detail).startsWith(`'${field}' `), true, `${path}: ${detail}`);
  }
}

describe("operations", () => {
  it("never fail, never issue a token for an invalid body and name the field, whatever is sent", async () => {
    const records = new MemoryClassroomRecords(() => noon);
    const classroom = {
      roomUuid: idOf(1),
      startsAt: 0,
      endsAt: noon / 1000 + 60,
      expiresAt: noon / 1000 + 3_660,
    };
    await records.addClassroom(classroom);
    const apis = {
      appManaged: new ApiUnderTest(),
      issued: new ApiUnderTest({ records }),
    };
    const calls = [
      [apis.appManaged, "/v1/tokens/room-user"],
      [apis.appManaged, "/v1/tokens/rtm"],
      [apis.issued, "/v1/tokens/room-user"],
      [apis.issued, "/v1/classrooms"],
      [apis.issued, `/v1/classrooms/${idOf(1)}/participants`],
    ] as const;
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(anyBody, fc.constantFrom(...calls), async (body, [api, path]) => {
        const reply = await api.post(path, body);
        statuses.add(reply.status);
        assertSound(path, body, reply);
      }),
      { numRuns: bodies },
    );
    assert.deepEqual([...statuses].sort(), [200, 201, 400, 404]);
  });

  it("accept in app-managed mode exactly what the contract allows", async () => {
    const api = new ApiUnderTest();
    for (const path of ["/v1/tokens/room-user", "/v1/tokens/rtm"]) {
      await fc.assert(
        fc.asyncProperty(fc.oneof(nearlyValid, roomUser), async (body) => {
          const { status } = await api.post(path, body);
          assert.equal(
            status === 200,
            requestFlaws(path, body) === undefined,
            JSON.stringify(body),
          );
        }),
        { numRuns: bodies / 4 },
      );
    }
  });
});
