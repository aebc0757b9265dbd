// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { standingIn } from "./checkout";
import { Failure } from "./failure";
import { keepOutOfGit } from "./git";
import type { Passphrase } from "./passphrase";
import type { Terminal } from "./terminal";

/** Only the user may read a state: it holds what the program keeps, and its secrets in encrypted form. */
const ownerOnly = 0o600;

/** Resolves `--export`. A misspelt folder is refused before the work, not after it. */
export function exportTarget(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (file === undefined) {
    return undefined;
  }
  const path = resolve(standingIn(environment), file);
  if (!existsSync(dirname(path)) || (existsSync(path) && statSync(path).isDirectory())) {
    throw new Failure(`'--export' must name a file in a folder that exists, got ${file}.`);
  }
  return path;
}

/** Keeps a state: for its owner only, out of git, and with the passphrase told to a person at the terminal. */
export function keepState(
  state: string,
  target: string,
  { generated }: Passphrase,
  terminal: Terminal,
): void {
  const list = keepOutOfGit(target);
  writeFileSync(target, readFileSync(state), { mode: ownerOnly });
  // The mode above counts for a new file only.
  chmodSync(target, ownerOnly);
  if (list !== undefined) {
    terminal.say(`Added ${target} to ${list}, so that git ignores it.`);
  }
  if (generated === undefined) {
    return;
  }
  const sentence = `The secrets in ${target} are encrypted with this passphrase, shown only now: ${generated}`;
  if (!terminal.confide(sentence)) {
    terminal.say(
      `The secrets in ${target} are encrypted with a random passphrase, which only a terminal is shown. ` +
        "Set PULUMI_CONFIG_PASSPHRASE to choose one.",
    );
  }
}
