// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OfflineRun, runOffline } from "../../../local/runner/offline-run";
import type { StateResource } from "./deployability";

/** What became of a stack that was deployed against the stand-in for AWS and destroyed again. */
export interface DeployedStack {
  /** The exported state of the deployed stack. */
  readonly resources: readonly StateResource[];
  /** How `destroy` ended, and what it printed. */
  readonly destroyed: { readonly code: number; readonly text: string };
  /** The exported state after that. */
  readonly left: readonly StateResource[];
}

/** Deploys the stack `dev` of a project folder, exports its state, and destroys it. */
export async function deployAndDestroy(cwd: string): Promise<DeployedStack> {
  const context = {
    stop: new AbortController().signal,
    environment: { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" },
    terminal: { say: () => {}, progress: () => {} },
  };
  const stacks: DeployedStack[] = [];
  await runOffline({ stack: "dev", cwd }, context, async (run) => {
    const updated = await change(run, "up");
    assert.equal(updated.code, 0, updated.text);
    const resources = await exported(run);
    const destroyed = await change(run, "destroy");
    stacks.push({ resources, destroyed, left: await exported(run) });
    return 0;
  });
  const [stack] = stacks;
  assert.ok(stack);
  return stack;
}

function change({ pulumi }: OfflineRun, command: string): ReturnType<OfflineRun["pulumi"]["read"]> {
  const config = ["--stack", "dev", "--config-file", pulumi.configFile];
  return pulumi.read([command, "--yes", "--skip-preview", ...config]);
}

async function exported({ pulumi, folder }: OfflineRun): Promise<readonly StateResource[]> {
  const file = join(folder, "state.json");
  const { code, text } = await pulumi.read(["stack", "export", "--stack", "dev", "--file", file]);
  assert.equal(code, 0, text);
  // A state without resources has no list of them either.
  return JSON.parse(readFileSync(file, "utf8")).deployment.resources ?? [];
}
