// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type CommanderError, Option, Command as Program } from "commander";
import type { Command, Context, Values } from "../runner/command";
import { Failure } from "../runner/failure";
import { refuseMisplacedFlags, unexpectedArgument } from "../runner/misplaced-flags";
import type { ListedCommand } from "./list";

/** What the program needs from the process. */
export interface Surroundings {
  readonly version: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Makes the context once the options that shape it are known. */
  readonly contextOf: (options: OutputOptions) => Context;
}

/** The options that every command has. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: "auto" | "always" | "never";
}

const footer = `
Exit codes: 0 the answer is yes, 1 it is no, 2 the command could not do its work, 130 Ctrl-C.
Completion: source <(agora-classroom complete bash), or zsh; agora-classroom complete fish | source
Documentation: docs/command.md`;

/** Builds the command line. Only the commands that are loaded have options; the others are known by name. */
export async function programOf(
  listed: readonly ListedCommand[],
  isNeeded: (name: string) => boolean,
  surroundings: Surroundings,
  setExitCode: (code: number) => void,
): Promise<Program> {
  const program = configured(new Program("agora-classroom"))
    .description(
      "Agora Flexible Classroom on AWS: preview, rehearse and check it without an account.",
    )
    .version(surroundings.version, "--version", "Print the version")
    .addHelpText("after", footer);
  for (const { name, summary, load } of listed) {
    const sub = configured(program.command(name).summary(summary).description(summary));
    if (isNeeded(name)) {
      define(sub, await load(), surroundings, setExitCode);
    }
  }
  configured(program.command("complete [shell]").allowExcessArguments())
    .summary("Print the completion script for bash, zsh or fish")
    .description("Prints a completion script: source <(agora-classroom complete bash)");
  return program;
}

/** Turns the library's errors into one sentence of the house's form. */
export function failureOf(error: CommanderError, command: string | undefined): Failure {
  const [problem = "", hint = ""] = error.message.replace(/^error: /, "").split("\n");
  const meant = /Did you mean (.*)\?/.exec(hint)?.[1];
  const sentence = `${problem[0]?.toUpperCase()}${problem.slice(1).replace(/\.$/, "")}.`;
  const help = ["agora-classroom", command, "--help"].filter(Boolean).join(" ");
  return new Failure(
    [sentence, meant && `Did you mean ${meant}?`, `See ${help}.`].filter(Boolean).join(" "),
  );
}

function configured(program: Program): Program {
  return program
    .helpOption("-h, --help", "Print this text")
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({ showGlobalOptions: false });
}

function define(
  sub: Program,
  command: Command,
  { environment, contextOf }: Surroundings,
  setExitCode: (code: number) => void,
): void {
  sub.description(paragraphsOf(command.description)).allowExcessArguments();
  for (const [name, { value, description, default: fallback }] of Object.entries(command.options)) {
    const option = new Option(
      value === undefined ? `--${name}` : `--${name} <${value}>`,
      description,
    );
    sub.addOption(fallback === undefined ? option : option.default(fallback));
  }
  if (command.hasJson) {
    sub.option("--json", "Print one JSON document on standard output");
  }
  sub
    .option("--quiet", "Print the result and errors only")
    .addOption(
      new Option("--color <when>", "When to colour the text")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .addHelpText("after", exitCodesOf(command));
  sub.action(async () => {
    const [argument] = sub.args;
    if (argument !== undefined) {
      throw new Failure(unexpectedArgument(command, argument, environment));
    }
    refuseMisplacedFlags(command, environment);
    const options = sub.opts();
    setExitCode(await command.run(valuesOf(command, options), contextOf(options as OutputOptions)));
  });
}

/** Joins the lines of a paragraph, which the help wraps anew. An indented line stays as it is. */
function paragraphsOf(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const isOwn = text === "" || line.startsWith(" ") || /\n {2}.*$/.test(text);
    return `${text}${text === "" ? "" : isOwn ? "\n" : " "}${line}`;
  }, "");
}

function exitCodesOf({ exitCodes = [] }: Command): string {
  const lines = exitCodes.map((meaning, code) => `  ${code}  ${meaning}`);
  return lines.length === 0 ? "" : `\nExit codes:\n${lines.join("\n")}`;
}

/** The library knows `strict-providers` as `strictProviders`. */
function valuesOf(command: Command, options: Record<string, unknown>): Values<Command["options"]> {
  const entries = Object.entries(command.options).map(([name, { value }]) => {
    const given = options[name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    return [name, value === undefined ? given === true : given];
  });
  return Object.fromEntries(entries) as Values<Command["options"]>;
}
