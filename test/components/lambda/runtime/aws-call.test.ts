// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { networkCodeOf, signatureTime } from "../../../../components/lambda/runtime/aws-call";

describe("signatureTime", () => {
  it("writes a time as AWS Signature Version 4 does", () => {
    assert.equal(signatureTime(Date.parse("2026-06-01T12:00:00.123Z")), "20260601T120000Z");
  });
});

describe("networkCodeOf", () => {
  for (const [title, error, code] of [
    ["a time limit", new DOMException("too late", "TimeoutError"), "TimeoutError"],
    ["an error of the system", { cause: { code: "ECONNREFUSED" } }, "ECONNREFUSED"],
    ["a cause without a code", { cause: {} }, "NetworkError"],
    ["any other error", new Error("something"), "NetworkError"],
  ] as const) {
    it(`names ${title}`, () => assert.equal(networkCodeOf(error), code));
  }
});
