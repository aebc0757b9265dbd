// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** The environment variable that gives the folder of a test run to the parallel processes of Mocha. */
const variable = "CLASSROOM_TEST_RUN";
const pollMilliseconds = 100;

/** Mocha calls this once, before it starts its processes. */
export function mochaGlobalSetup(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), "classroom-run-"));
}

/** Mocha calls this once, after the last process. */
export function mochaGlobalTeardown(): void {
  rmSync(process.env[variable] ?? "", { recursive: true, force: true });
}

/** The result of what is made once per run. */
type Outcome<Made> = { readonly made: Made } | { readonly failed: string };

/**
 * Makes something expensive once per test run. The first suite that asks makes it, in a folder that lasts
 * as long as the run. All others wait for it, in every process. The result passes between processes as
 * JSON.
 */
export async function oncePerRun<Made>(
  name: string,
  make: (folder: string) => Promise<Made>,
): Promise<Made> {
  const run = process.env[variable];
  assert.ok(run, "Mocha requires this file, as .mocharc.json says");
  const folder = join(run, name);
  const file = join(folder, "outcome.json");
  if (isFirst(folder)) {
    const outcome = await make(folder).then(
      (made): Outcome<Made> => ({ made }),
      (error: unknown): Outcome<Made> => ({ failed: String(error) }),
    );
    // A rename, so that no process reads half a file.
    writeFileSync(`${file}.part`, JSON.stringify(outcome));
    renameSync(`${file}.part`, file);
  }
  while (!existsSync(file)) {
    await setTimeout(pollMilliseconds);
  }
  const outcome = JSON.parse(readFileSync(file, "utf8")) as Outcome<Made>;
  if ("failed" in outcome) {
    throw new Error(`${name} could not be made: ${outcome.failed}`);
  }
  return outcome.made;
}

/** Only one of several processes succeeds in making the same folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      return false;
    }
    throw error;
  }
}
