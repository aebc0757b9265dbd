// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { parseEvents, readEvents } from "../../../local/summary/events";

describe("local/summary/events", () => {
  it("reads one event a line and passes over an unfinished last line", () => {
    const events = parseEvents(
      '{"policyEvent":{"message":"a"}}\nnot JSON\n{"policyAnalyzeSummaryEvent":{}}\n{"polic',
    );
    assert.deepEqual(events, [
      { policyEvent: { message: "a" } },
      { policyAnalyzeSummaryEvent: {} },
    ]);
  });

  it("finds no events when the engine wrote no log", () => {
    assert.deepEqual(readEvents("/no/such/log"), []);
  });
});
