// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { parseArgs } from "node:util";
import { Failure } from "./failure";
import { type Terminal, terminalOn } from "./terminal";

/** The exit code of a command that was ended by Ctrl-C, as shells have it. */
const interrupted = 130;

/** The exit code of a command that could not do its work at all, as opposed to one that found violations. */
const unusable = 2;

/** A command that people type. */
export interface Command<Names extends string> {
  /** As typed: `npm run preview`. */
  readonly usage: string;
  /** What it does, in a sentence or two. */
  readonly description: string;
  /** Its options by long name; each takes a value. */
  readonly options: Readonly<Record<Names, OptionHelp>>;
  /** Does the work and returns the exit code. */
  run(values: Readonly<Record<Names, string | undefined>>, context: Context): Promise<number>;
}

interface OptionHelp {
  /** What stands for the value in the help text. */
  readonly value: string;
  readonly description: string;
  /** @default - the option has no value unless one is given */
  readonly default?: string;
}

/** What every command is given beside its options. */
export interface Context {
  /** Aborted on Ctrl-C and SIGTERM. */
  readonly stop: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
}

/** Runs a command as the process's whole work: help, errors as one sentence, Ctrl-C, the exit code. */
export async function runCommand<Names extends string>(command: Command<Names>): Promise<void> {
  const terminal = terminalOn(process.stderr);
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => controller.abort());
  }
  try {
    refuseWindows();
    const values = readOptions(command);
    process.exitCode =
      values === "help"
        ? printHelp(command)
        : await command.run(values, {
            stop: controller.signal,
            environment: process.env,
            terminal,
          });
  } catch (error) {
    process.exitCode = explain(error, controller.signal, terminal);
  }
}

function explain(error: unknown, stop: AbortSignal, terminal: Terminal): number {
  if (stop.aborted) {
    terminal.say("Stopped; nothing was kept.");
    return interrupted;
  }
  terminal.say(
    error instanceof Failure
      ? `error: ${error.message}`
      : `error: this is a defect of the command, please report it: ${(error as Error).stack}`,
  );
  return unusable;
}

function refuseWindows(): void {
  if (process.platform === "win32") {
    throw new Failure(
      "The local commands run on Linux and macOS; on Windows, run them inside WSL.",
    );
  }
}

function readOptions<Names extends string>(
  command: Command<Names>,
): Record<Names, string | undefined> | "help" {
  const options = Object.fromEntries(
    Object.keys(command.options).map((name) => [name, { type: "string" as const }]),
  );
  try {
    const { values } = parseArgs({
      options: { ...options, help: { type: "boolean" as const, short: "h" } },
      strict: true,
    });
    const defaults = Object.entries<OptionHelp>(command.options).map(([name, help]) => [
      name,
      help.default,
    ]);
    return values.help
      ? "help"
      : ({ ...Object.fromEntries(defaults), ...values } as Record<Names, string | undefined>);
  } catch (error) {
    throw new Failure(
      `${(error as Error).message.split(". ")[0]}. See ${command.usage} -- --help.`,
    );
  }
}

function printHelp<Names extends string>(command: Command<Names>): number {
  const rows = Object.entries<OptionHelp>(command.options).map(([name, option]) => {
    const left = `  --${name} ${option.value}`;
    const fallback = option.default === undefined ? "" : ` (default ${option.default})`;
    return `${left.padEnd(18)}${option.description}${fallback}`;
  });
  console.log(`${command.usage} [-- options]\n\n${command.description}\n\n${rows.join("\n")}`);
  console.log(`${"  --help".padEnd(18)}This text`);
  return 0;
}
