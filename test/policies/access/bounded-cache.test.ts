// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { BoundedCache } from "../../../policies/access/bounded-cache";

describe("bounded-cache", () => {
  it("makes once what it keeps, and each time what there is no room for", () => {
    const kept = new BoundedCache<string>(2);
    const made: string[] = [];
    const make = (key: string) => {
      made.push(key);
      return key.toUpperCase();
    };
    const given = ["a", "b", "a", "c", "b", "c", "a"].map((key) => kept.of(key, make));
    assert.deepEqual(given, ["A", "B", "A", "C", "B", "C", "A"]);
    assert.deepEqual(made, ["a", "b", "c", "c"]);
  });
});
