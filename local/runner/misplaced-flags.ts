// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Command } from "./command";
import { Failure } from "./failure";
import { shellQuoted } from "./shell";

/**
 * npm takes flags before `--` for its own: `npm run preview --stack=china` would preview another stack and
 * find nothing wrong with it. npm passes them on as `npm_config_*`, so they can be refused.
 */
export function refuseMisplacedFlags(command: Command, environment: NodeJS.ProcessEnv): void {
  const misplaced = [...Object.keys(command.options), ...(command.hasJson ? ["json"] : [])].flatMap(
    (name) => {
      const value = environment[`npm_config_${name.replaceAll("-", "_")}`];
      return value === undefined ? [] : [{ name, value }];
    },
  );
  if (misplaced.length > 0) {
    const names = misplaced.map(({ name }) => `--${name}`).join(" and ");
    const flags = misplaced.map(({ name, value }) => flagOf(command, name, value)).join(" ");
    throw new Failure(
      `npm took ${names} for itself, so ${command.name} would have run without it. ` +
        `Run: ${typed(command, environment, flags)}`,
    );
  }
}

/** The sentence for an argument that is not an option, which npm leaves of `--stack china` without `--`. */
export function unexpectedArgument(
  command: Command,
  argument: string,
  environment: NodeJS.ProcessEnv,
): string {
  const [name] = Object.keys(command.options);
  const flags = name === undefined ? "" : flagOf(command, name, undefined);
  return (
    `Unexpected argument ${JSON.stringify(argument)}: ${command.name} takes options only. ` +
    `Run: ${typed(command, environment, flags)}`
  );
}

function flagOf(command: Command, name: string, value: string | undefined): string {
  const placeholder = command.options[name]?.value;
  if (placeholder === undefined) {
    return `--${name}`;
  }
  const known = value === undefined || value === "" || value === "true" ? placeholder : value;
  return `--${name} ${shellQuoted(known)}`;
}

/** The command as it has to be typed: through npm with `--`, or by itself. */
function typed({ name }: Command, environment: NodeJS.ProcessEnv, flags: string): string {
  const script = environment.npm_lifecycle_event;
  const isScript =
    environment.npm_package_name === "pulumi-agora-classroom" &&
    environment.npm_command !== "exec" &&
    script !== undefined;
  const words = isScript ? ["npm run", script, flags && "--"] : ["agora-classroom", name];
  return [...words, flags].filter(Boolean).join(" ");
}
