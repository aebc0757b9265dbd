// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import fc from "fast-check";
import { formatTime, parseTime } from "../../../../components/token-service/runtime/times";

describe("times", () => {
  it("reads what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
        assert.equal(parseTime(formatTime(seconds)), seconds);
      }),
    );
  });

  it("reads a leap day in leap years only", () => {
    assert.equal(parseTime("2028-02-29T00:00:00Z"), Date.UTC(2028, 1, 29) / 1000);
    assert.equal(parseTime("2027-02-29T00:00:00Z"), undefined);
  });

  for (const text of [
    "",
    "now",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2026-01-01T00:60:00Z",
    "2026-01-01 00:00:00Z",
    "2026-01-01T00:00Z",
    "2026-01-01T00:00:00.Z",
    "+002026-01-01T00:00:00Z",
    "2026-01-01T00:00:00Z\n",
  ]) {
    it(`reads no time in ${JSON.stringify(text)}`, () => {
      assert.equal(parseTime(text), undefined);
    });
  }
});
