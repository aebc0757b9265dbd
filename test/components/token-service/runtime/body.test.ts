// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { refuses } from "../../../support/token-service/refusals";
import { ApiUnderTest, roomUserBody } from "../../../support/token-service/token-api";

const rest = JSON.stringify(roomUserBody).slice(1);
const notJson = "The content type must be application/json, with charset utf-8 or none.";

describe("body", () => {
  refuses([
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415, notJson],
    ["no content type", { headers: { "content-type": [] } }, 415, notJson],
    [
      "two content types",
      { headers: { "content-type": ["application/json", "application/json"] } },
      415,
      notJson,
    ],
    [
      "another charset",
      { headers: { "content-type": "application/json; charset=latin1" } },
      415,
      notJson,
    ],
    [
      "another JSON type",
      { headers: { "content-type": "application/problem+json" } },
      415,
      notJson,
    ],
    [
      "a content encoding",
      { headers: { "content-encoding": "identity" } },
      415,
      "The body must have no content encoding.",
    ],
    [
      "a body over 4 KiB",
      { body: `{${" ".repeat(4095)}}` },
      413,
      "The body must be at most 4096 bytes.",
    ],
    [
      "an empty body",
      { body: "" },
      400,
      "The body is empty; send a JSON object, {} when there is nothing to say.",
    ],
    ["broken JSON", { body: `{${rest}}` }, 400, "The body must be one JSON object."],
    ["JSON with a comment", { body: `/**/{${rest}` }, 400, "The body must be one JSON object."],
    ["NaN", { body: `{"lifetimeSeconds":NaN,${rest}` }, 400, "The body must be one JSON object."],
    ["an array", { body: [roomUserBody] }, 400, "The body must be one JSON object."],
    ["null as the body", { body: "null" }, 400, "The body must be one JSON object."],
    ["a byte-order mark", { body: `\uFEFF{${rest}` }, 400, "The body must be one JSON object."],
    [
      "a body that is not UTF-8",
      { body: Buffer.from([0x7b, 0xff, 0x7d]) },
      400,
      "The body is not valid UTF-8.",
    ],
    [
      "a duplicate field",
      { body: `{"role":"teacher",${rest}` },
      400,
      "'role' occurs twice in the body.",
      "role",
    ],
    [
      "a duplicate field in another spelling",
      { body: `{"r\\u006fle":"teacher",${rest}` },
      400,
      "'role' occurs twice in the body.",
      "role",
    ],
  ]);

  for (const [title, sent] of [
    ["a charset of utf-8", { headers: { "content-type": "Application/JSON; charset=UTF-8" } }],
    ["a body of exactly 4 KiB", { body: `{${rest}`.padEnd(4096) }],
    ["white space around everything", { body: ` {\n${rest.replaceAll(":", "\t:\r\n")}  ` }],
  ] as const) {
    it(`accepts ${title}`, async () => {
      const reply = await new ApiUnderTest().send({ body: roomUserBody, ...(sent as object) });
      assert.equal(reply.status, 200);
    });
  }
});
