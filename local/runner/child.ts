// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** How long a child that was told to stop may take to clean up before it is killed. */
const graceMilliseconds = 15_000;

/** The process could not be started at all: no such file, or not executable. */
export class CannotStartError extends Error {
  public override readonly name = "CannotStartError";
}

export interface ChildOptions extends SpawnOptions {
  /** When aborted, the child gets SIGINT, and SIGKILL after the grace period. */
  readonly stop: AbortSignal;
  /**
   * How long to wait before SIGINT is sent. A child on the same terminal got the Ctrl-C itself,
   * and a second signal means "terminate immediately" to Pulumi.
   * @default 0
   */
  readonly patienceMilliseconds?: number;
  /** Called with what the child prints on either stream, where that is piped. @default - not read */
  readonly onText?: (text: string) => void;
}

/** Runs a program to its end and returns its exit code; one that was ended by a signal counts as 130. */
export async function runChild(
  command: string,
  args: readonly string[],
  options: ChildOptions,
): Promise<number> {
  const { stop, patienceMilliseconds = 0, onText, ...spawnOptions } = options;
  stop.throwIfAborted();
  const child = spawn(command, args, spawnOptions);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => onText?.(text));
  }
  const timers: NodeJS.Timeout[] = [];
  const end = () => {
    timers.push(
      setTimeout(() => child.kill("SIGINT"), patienceMilliseconds),
      setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds + graceMilliseconds),
    );
  };
  stop.addEventListener("abort", end);
  try {
    return await exitCode(child, command);
  } finally {
    stop.removeEventListener("abort", end);
    timers.forEach(clearTimeout);
  }
}

function exitCode(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", (cause) =>
      reject(new CannotStartError(`${command} cannot be started: ${cause.message}`, { cause })),
    );
    child.on("close", (code) => resolve(code ?? 130));
  });
}
