// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { ApiUnderTest, roomUserBody, type Sent } from "./token-api";

/** A refusal: what is sent, and the status, the detail and the field that come back. */
export type Refusal = readonly [
  title: string,
  sent: Sent,
  status: number,
  detail: string,
  field?: string,
];

/** Defines one test per refusal. What a row does not say is as in a valid request for a room-user token. */
export function refuses(rows: readonly Refusal[]): void {
  for (const [title, sent, status, detail, field] of rows) {
    it(`refuses ${title}`, async () => {
      const reply = await new ApiUnderTest().send({ body: roomUserBody, ...sent });
      assert.equal(reply.status, status);
      assert.deepEqual(
        { detail: reply.body.detail, field: reply.body.field, instance: reply.body.instance },
        { detail, field, instance: "request-1" },
      );
      assert.equal(reply.headers["content-type"], "application/problem+json");
      assert.equal(reply.headers["cache-control"], "no-store");
    });
  }
}
