// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRunFolder, removeRunFolder } from "../../../local/runner/run-folder";
import { temporaryFolder } from "../../support/files/temporary";

describe("local/runner/run-folder", () => {
  const root = temporaryFolder();

  it("gives each run a folder of its own, and removes it whole", () => {
    const [first, second] = [makeRunFolder(root), makeRunFolder(root)];
    assert.notEqual(first, second);
    writeFileSync(join(first, "state"), "x");
    removeRunFolder(first);
    assert.equal(existsSync(first), false);
    assert.equal(existsSync(second), true);
    removeRunFolder(second);
  });

  it("sweeps what a killed run has left, and nothing of a run that goes on", () => {
    const gone = spawnSync("true").pid;
    const [left, live] = [join(root, "runs", `${gone}-a`), join(root, "runs", `${process.pid}-b`)];
    mkdirSync(left, { recursive: true });
    mkdirSync(live, { recursive: true });
    removeRunFolder(makeRunFolder(root));
    assert.deepEqual([existsSync(left), existsSync(live)], [false, true]);
  });

  it("says what to do when the folder cannot be made", () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    assert.throws(() => makeRunFolder(file), {
      name: "Failure",
      message:
        `The folder ${join(file, "runs")} cannot be written (ENOTDIR); a run keeps its ` +
        "throw-away state there. Make it writable.",
    });
  });
});
