// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Colors } from "picocolors/types";
import type { Terminal } from "./terminal";

/** An option as the help shows it. */
export interface OptionHelp {
  /** What stands for the value in the help. @default - a switch without a value */
  readonly value?: string;
  readonly description: string;
  /** @default - no value unless one is given */
  readonly default?: string;
}

export type Options = Readonly<Record<string, OptionHelp>>;

/** The values of the options, by the options' own names: text, or whether a switch was given. */
export type Values<Given extends Options> = {
  readonly [Name in keyof Given]: Given[Name] extends { readonly value: string }
    ? string | undefined
    : boolean;
};

/** A command that people type. */
export interface Command<Given extends Options = Options> {
  readonly name: string;
  /** What it does, as paragraphs of the help. */
  readonly description: readonly string[];
  readonly options: Given;
  /** What the exit codes 0, 1 and 2 mean for this command. @default - 0 and 2, in general words */
  readonly exitCodes?: readonly string[];
  /** Whether --json prints one JSON document on standard output. @default false */
  readonly hasJson?: boolean;
  /** Does the work and returns the exit code. */
  run(values: Values<Given>, context: Context): Promise<number>;
}

/** How the result is printed. */
export interface Output {
  /** One JSON document instead of text. */
  readonly json: boolean;
  /** No messages beside the result and errors. */
  readonly quiet: boolean;
  /** For programs that we start; undefined leaves the choice to them. */
  readonly color: "always" | "never" | undefined;
  /** For text on standard output. */
  readonly colors: Colors;
}

/** What every command is given beside its options. */
export interface Context {
  /** Aborted on Ctrl-C and SIGTERM. */
  readonly stop: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly output: Output;
}

/** Lets the compiler check a command's options against its work, and forgets them afterwards. */
export function defineCommand<const Given extends Options>(command: Command<Given>): Command {
  return command;
}

/** Prints a result: text lines for people, or one JSON document. */
export function present({ json }: Output, lines: readonly string[], document: object): void {
  console.log(json ? JSON.stringify(document, null, 2) : lines.join("\n"));
}
