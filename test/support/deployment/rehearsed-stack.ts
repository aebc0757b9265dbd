// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { type Ended, runLocal } from "../commands/commands";
import { oncePerRun } from "../mocha/whole-run";

/** A stack of ours that was rehearsed, and the file that its state was exported into. */
export interface RehearsedStack {
  readonly ended: Ended;
  readonly file: string;
}

/** Rehearses a stack once, however many suites look at its state: a rehearsal is the dearest thing tested. */
export function rehearsedStack(stack: string): Promise<RehearsedStack> {
  return oncePerRun(`rehearsed-${stack}`, async (folder) => {
    const file = join(folder, `${stack}.json`);
    return { file, ended: await runLocal("rehearse", ["--stack", stack, "--export", file]) };
  });
}
