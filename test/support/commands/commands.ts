// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../structure/sources";

/** How a command ended. */
export interface Ended {
  readonly pid: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Called with everything printed so far, whenever more is printed. */
  readonly watch?: (printed: string, child: ChildProcess) => void;
  /** Called with the process as soon as it is started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** The built command line. */
export const commandLine = join(ROOT, "local", "dist", "agora-classroom.js");

/** Runs a command of the built command line, as `npm run` does after the build. */
export function runLocal(
  name: string,
  args: readonly string[],
  { environment = {}, watch, onStart }: CommandOptions = {},
): Promise<Ended> {
  return run(process.execPath, [commandLine, name, ...args], {
    environment,
    watch,
    onStart,
  });
}

/** Runs a program to its end, without a terminal. */
export function run(
  command: string,
  args: readonly string[],
  { environment = {}, watch, onStart, cwd = ROOT }: CommandOptions & { readonly cwd?: string } = {},
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, INIT_CWD: ROOT, CLASSROOM_NO_DOWNLOAD: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onStart?.(child);
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      printed[name] += text;
      watch?.(printed.stdout + printed.stderr, child);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ pid: child.pid ?? 0, code, ...printed }));
  });
}

/** The last line that a command printed, which is its verdict. */
export function verdict({ stdout }: Ended): string {
  return stdout.trim().split("\n").at(-1) ?? "";
}

/** What a run that has ended left in the folder where runs keep their state: nothing, if all is well. */
export function leftBy({ pid }: Ended): string[] {
  const runs = join(ROOT, ".local", "runs");
  return existsSync(runs) ? readdirSync(runs).filter((name) => name.startsWith(`${pid}-`)) : [];
}
