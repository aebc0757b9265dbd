// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { localFolder } from "./checkout";
import { Failure } from "./failure";

/**
 * A folder of its own for each run, so that two previews at once share nothing that either writes.
 * Its name begins with the process id: what a killed run left behind is swept by the next one.
 */
export function makeRunFolder(local: string = localFolder): string {
  const runs = join(local, "runs");
  try {
    mkdirSync(runs, { recursive: true });
    sweep(runs);
    return mkdtempSync(join(runs, `${process.pid}-`));
  } catch (error) {
    throw new Failure(
      `The folder ${runs} cannot be written (${(error as NodeJS.ErrnoException).code}); a run ` +
        "keeps its throw-away state there. Make it writable.",
    );
  }
}

/** Removes a run's folder with the state in it. */
export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function sweep(runs: string): void {
  for (const name of readdirSync(runs)) {
    if (!isRunning(Number.parseInt(name, 10))) {
      removeRunFolder(join(runs, name));
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
