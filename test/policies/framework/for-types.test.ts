// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { forEntries, forTypes } from "../../../policies/framework/for-types";

describe("for types", () => {
  it("gives every type the same judge", () => {
    const judge = () => [];
    assert.deepEqual(forTypes(["queue", "topic"], judge), { queue: judge, topic: judge });
  });

  it("makes the judge of each type from its entry in the table", () => {
    const judges = forEntries(
      { queue: 1, topic: 2 },
      (entry) => (factor: number) => entry * factor,
    );
    assert.deepEqual(Object.keys(judges), ["queue", "topic"]);
    assert.deepEqual([judges.queue?.(5), judges.topic?.(5)], [5, 10]);
  });

  it("takes the table as a map too", () => {
    const judges = forEntries(new Map([["queue", 3]]), (entry) => () => entry);
    assert.deepEqual(Object.keys(judges), ["queue"]);
    assert.equal(judges.queue?.(), 3);
  });
});
