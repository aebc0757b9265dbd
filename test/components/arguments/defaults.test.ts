// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { withDefaults } from "../../../components/arguments/defaults";

interface Example {
  readonly name: string;
  readonly days?: number;
  readonly isKept?: boolean;
  readonly topic?: string;
}

describe("withDefaults", () => {
  const defaults = { days: 365, isKept: true };

  it("takes the default of an absent and of an undefined member", () => {
    const args: Example = { name: "one", days: undefined };
    assert.deepEqual(withDefaults(args, defaults), { name: "one", days: 365, isKept: true });
  });

  it("keeps every given value, false and zero included", () => {
    const args: Example = { name: "one", days: 0, isKept: false, topic: "alarms" };
    assert.deepEqual(withDefaults(args, defaults), args);
  });
});
