// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { judgesOf } from "../../../policies/framework/for-types";

describe("judges", () => {
  it("has one for each type of a table, which knows what the table says of it", () => {
    const judges = judgesOf({ queue: 1, topic: 2 }, (entry) => (factor: number) => entry * factor);
    assert.deepEqual(Object.keys(judges), ["queue", "topic"]);
    assert.deepEqual([judges.queue?.(5), judges.topic?.(5)], [5, 10]);
  });
});
