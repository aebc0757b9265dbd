// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs the judge of examples in a process of its own: what an example breaks must not break a test. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../structure/sources";
import type { Verdict } from "./judge";

/** The verdicts on the examples of these names; of all, where none is given. */
export async function* verdicts(names: readonly string[]): AsyncGenerator<Verdict> {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", join(__dirname, "judge.ts"), ...names],
    { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("{")) {
      yield JSON.parse(line);
    }
  }
}
