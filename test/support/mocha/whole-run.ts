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

/** Names the folder of a run of tests to the processes that Mocha shares its files out to. */
const VARIABLE = "CLASSROOM_TEST_RUN";
const LOOK_AGAIN_MILLISECONDS = 100;

/** Mocha calls this once, before it starts any of its processes. */
export function mochaGlobalSetup(): void {
  process.env[VARIABLE] = mkdtempSync(join(tmpdir(), "classroom-run-"));
}

/** And this once, after the last of them. */
export function mochaGlobalTeardown(): void {
  rmSync(process.env[VARIABLE] ?? "", { recursive: true, force: true });
}

/** How something that is made once ended. */
type Outcome<Made> = { readonly made: Made } | { readonly failed: string };

/**
 * Makes something dear once in a whole run of tests: the first suite that asks makes it, in a folder that
 * lasts as long as the run, and all others wait for it, in whichever process they are. What is made passes
 * between processes as JSON.
 */
export async function oncePerRun<Made>(
  name: string,
  make: (folder: string) => Promise<Made>,
): Promise<Made> {
  const run = process.env[VARIABLE];
  assert.ok(run, "Mocha requires this file, as .mocharc.json says");
  const folder = join(run, name);
  const file = join(folder, "outcome.json");
  if (isFirst(folder)) {
    const outcome = await make(folder).then(
      (made): Outcome<Made> => ({ made }),
      (error: unknown): Outcome<Made> => ({ failed: String(error) }),
    );
    // By rename, so that nobody reads half of it.
    writeFileSync(`${file}.part`, JSON.stringify(outcome));
    renameSync(`${file}.part`, file);
  }
  while (!existsSync(file)) {
    await setTimeout(LOOK_AGAIN_MILLISECONDS);
  }
  const outcome = JSON.parse(readFileSync(file, "utf8")) as Outcome<Made>;
  if ("failed" in outcome) {
    throw new Error(`${name} could not be made: ${outcome.failed}`);
  }
  return outcome.made;
}

/** Of all that make the same folder, one succeeds. */
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
