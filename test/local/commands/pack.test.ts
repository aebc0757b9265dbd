// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { join } from "node:path";
import { runLocal } from "../../support/commands/commands";
import { ROOT } from "../../support/structure/sources";

describe("local/commands/pack", () => {
  const path = join(ROOT, "policies", "pack");

  it("prints the path of the pack, and nothing else", async () => {
    const { code, stdout, stderr } = await runLocal("pack", []);
    assert.deepEqual([code, stdout, stderr], [0, `${path}\n`, ""]);
  });

  it("tells a machine name and version too", async () => {
    const { stdout } = await runLocal("pack", ["--json"]);
    const { version, ...rest } = JSON.parse(stdout);
    assert.deepEqual(rest, { path, name: "agora-classroom-policies" });
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });
});
