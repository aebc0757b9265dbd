// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Refusal, refuses } from "../../../support/token-service/refusals";
import { ApiUnderTest, idOf, roomUserBody } from "../../../support/token-service/token-api";

const rest = JSON.stringify(roomUserBody).slice(1);
const rule = "must be 32 to 63 lower-case hexadecimal characters, a one-time random id";
const lifetimeRule = "must be a whole number of seconds from now, 60 to 86400";

describe("fields", () => {
  refuses([
    [
      "a thousand nested arrays",
      { body: `{"role":${"[".repeat(1000)}${"]".repeat(1000)}}` },
      400,
      "'roomUuid' is missing.",
      "roomUuid",
    ],
    [
      "an unknown field",
      { body: { ...roomUserBody, expire: 60 } },
      400,
      "'expire' is unknown; the body may have roomUuid, userUuid, role, lifetimeSeconds.",
      "expire",
    ],
    [
      "a field with the name of a prototype",
      { body: `{"__proto__":{},${rest}` },
      400,
      "'__proto__' is unknown; the body may have roomUuid, userUuid, role, lifetimeSeconds.",
      "__proto__",
    ],
    [
      "an unknown field with a long name",
      { body: { ...roomUserBody, ["x".repeat(99)]: 1 } },
      400,
      `'${"x".repeat(39)}…' is unknown; the body may have roomUuid, userUuid, role, lifetimeSeconds.`,
      `${"x".repeat(39)}…`,
    ],
    [
      "a missing room",
      { body: { ...roomUserBody, roomUuid: undefined } },
      400,
      "'roomUuid' is missing.",
      "roomUuid",
    ],
    [
      "a missing role",
      { body: { ...roomUserBody, role: undefined } },
      400,
      "'role' is missing.",
      "role",
    ],
    ...(
      [
        ["an e-mail address", "alice@example.org", "a character that is not 0-9 or a-f"],
        ["a short number", "12345", "5 characters"],
        ["upper case", "A".repeat(32), "upper-case letters"],
        ["the wildcard", "*", "a character that is not 0-9 or a-f"],
        ["nothing", "", "0 characters"],
        ["31 characters", "a".repeat(31), "31 characters"],
        ["64 characters", "a".repeat(64), "64 characters"],
        ["a line end", `${"a".repeat(32)}\n`, "a character that is not 0-9 or a-f"],
        ["a number", 2_882_341_273, "a number"],
        ["null", null, "null"],
        ["true", true, "a boolean"],
        ["an array", [idOf(1)], "an array"],
        ["an object", { id: idOf(1) }, "an object"],
      ] as const
    ).flatMap(([what, value, got]) =>
      ["roomUuid", "userUuid"].map(
        (field): Refusal => [
          `${what} as ${field}`,
          { body: { ...roomUserBody, [field]: value } },
          400,
          `'${field}' ${rule}, got ${got}.`,
          field,
        ],
      ),
    ),
    ...(
      [
        ["a role that does not exist", "publisher", '"publisher"'],
        ["a role in capitals", "Teacher", '"Teacher"'],
        ["a role by number", 1, "a number"],
        ["a role that is a method of objects", "toString", '"toString"'],
        ["a role that is no word", "<b>", "a string"],
        ["no role", null, "null"],
      ] as const
    ).map(
      ([what, value, got]): Refusal => [
        what,
        { body: { ...roomUserBody, role: value } },
        400,
        `'role' must be one of teacher, student, assistant, observer, recorder, got ${got}.`,
        "role",
      ],
    ),
    ...(
      [
        ["a lifetime of zero", "0", "0"],
        ["a negative lifetime", "-60", "-60"],
        ["a lifetime under a minute", "59", "59"],
        ["a lifetime over a day", "86401", "86401"],
        ["an absolute time", "1788264000", "1788264000"],
        ["a fraction of a second", "60.5", "60.5"],
        ["a lifetime beyond all numbers", "1e999", "Infinity"],
        ["a lifetime as text", '"3600"', "a string"],
        ["a lifetime of null", "null", "null"],
        ["a lifetime of true", "true", "a boolean"],
      ] as const
    ).map(
      ([what, json, got]): Refusal => [
        what,
        { body: `{"lifetimeSeconds":${json},${rest}` },
        400,
        `'lifetimeSeconds' ${lifetimeRule}, got ${got}.`,
        "lifetimeSeconds",
      ],
    ),
  ]);

  for (const [title, body] of [
    ["a number by its value", `{"lifetimeSeconds":3600.0,${rest}`],
    ["a number in scientific notation", `{"lifetimeSeconds":3.6e3,${rest}`],
    ["ids of 63 characters", { ...roomUserBody, roomUuid: "f".repeat(63) }],
    ["the shortest lifetime", { ...roomUserBody, lifetimeSeconds: 60 }],
    ["the longest lifetime", { ...roomUserBody, lifetimeSeconds: 86_400 }],
  ] as const) {
    it(`accepts ${title}`, async () => {
      assert.equal((await new ApiUnderTest().send({ body })).status, 200);
    });
  }
});
