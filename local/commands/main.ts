// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "commander";
import { packageFolder } from "../runner/checkout";
import { colorsFor } from "../runner/colors";
import type { Context } from "../runner/command";
import { Failure } from "../runner/failure";
import { quiet, type Terminal, terminalOn } from "../runner/terminal";
import { completion } from "./completion";
import { commands } from "./list";
import { failureOf, type OutputOptions, programOf } from "./program";

/** The exit code after Ctrl-C, as shells define it. */
const interrupted = 130;

/** The exit code of a command that could not do its work, as opposed to one that found something wrong. */
const unusable = 2;

void main(process.argv.slice(2));

/** Runs the process's one command: help, errors as one sentence, Ctrl-C, the exit code. */
async function main(args: readonly string[]): Promise<void> {
  const terminal = terminalOn(process.stderr);
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => controller.abort());
  }
  // Whoever reads the output may stop before its end, as `head` does.
  process.stdout.on("error", ignoreClosedPipe);
  const [first, second] = args;
  const chosen = first === "help" ? second : first;
  try {
    refuseWindows();
    const program = await programOf(
      commands,
      (name) => name === chosen || chosen === "complete",
      {
        version: versionOf(),
        environment: process.env,
        contextOf: (options) => contextOf(options, terminal, controller.signal),
      },
      (code) => {
        process.exitCode = code;
      },
    );
    if (first === "complete") {
      completion(program, args);
      return;
    }
    await program.parseAsync(args.length === 0 ? ["--help"] : [...args], { from: "user" });
  } catch (error) {
    process.exitCode = exitCodeOf(error, chosen, controller.signal, terminal);
  }
}

function contextOf(options: OutputOptions, terminal: Terminal, stop: AbortSignal): Context {
  const { json = false, quiet: isQuiet = false, color } = options;
  return {
    stop,
    environment: process.env,
    terminal: isQuiet ? quiet(terminal) : terminal,
    output: {
      json,
      quiet: isQuiet,
      color: color === "auto" ? undefined : color,
      colors: colorsFor(process.stdout, process.env, color),
    },
  };
}

function exitCodeOf(
  error: unknown,
  chosen: string | undefined,
  stop: AbortSignal,
  terminal: Terminal,
): number {
  if (error instanceof CommanderError && error.exitCode === 0) {
    return 0;
  }
  if (stop.aborted) {
    terminal.say("Stopped; nothing was kept.");
    return interrupted;
  }
  const known = commands.some(({ name }) => name === chosen) ? chosen : undefined;
  const failure = error instanceof CommanderError ? failureOf(error, known) : error;
  terminal.say(
    failure instanceof Failure
      ? `error: ${failure.message}`
      : `error: this is a defect of the command, please report it: ${(error as Error).stack}`,
  );
  return unusable;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    throw error;
  }
}

function refuseWindows(): void {
  if (process.platform === "win32") {
    throw new Failure("agora-classroom runs on Linux and macOS; on Windows, run it inside WSL.");
  }
}

function versionOf(): string {
  return JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
}
