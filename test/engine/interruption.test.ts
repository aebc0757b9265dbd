// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { leftBy, runLocal } from "../support/commands/commands";

describe("engine: runs that are ended", function () {
  this.timeout(300_000);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`ends on ${signal} with nothing left behind, neither files nor processes`, async () => {
      let pid = 0;
      const ended = await runLocal("preview", ["--cwd", "examples/careful"], {
        watch: (printed, child) => {
          if (pid === 0 && printed.includes("Loading policy packs...: done")) {
            pid = child.pid ?? 0;
            child.kill(signal);
          }
        },
      });
      assert.equal(ended.code, 130, ended.stdout + ended.stderr);
      assert.match(ended.stderr, /^Stopped; nothing was kept\.$/m);
      assert.doesNotMatch(ended.stdout, /^Resources (none|\d)|^no violations/m);
      assert.deepEqual(leftBy(ended), []);
      assert.deepEqual(await processesOf(pid), []);
    });
  }
});

/** What still runs with the run's backend in its environment; plug-ins take a moment to see that the engine is gone. */
async function processesOf(pid: number): Promise<string[]> {
  let found: string[] = [];
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { stdout } = spawnSync("ps", ["axeww"], { encoding: "utf8", maxBuffer: 1 << 26 });
    found = stdout.split("\n").filter((line) => line.includes(`/runs/${pid}-`));
    if (found.length === 0) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return found;
}
