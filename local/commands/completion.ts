// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Command as Program } from "commander";
import { Failure } from "../runner/failure";

/** The shells that a script is printed for. */
const shells = ["bash", "zsh", "fish"];

/** Prints a completion script, or what may follow the words after `complete --`. */
export function completion(program: Program, args: readonly string[]): void {
  const [, shell] = args;
  if (shell === "--help" || shell === "-h") {
    console.log(
      program.commands.find((command) => command.name() === "complete")?.helpInformation(),
    );
    return;
  }
  if (shell !== "--" && !shells.includes(shell ?? "")) {
    throw new Failure(
      `'complete' needs a shell, one of ${shells.join(", ")}, got ${JSON.stringify(shell ?? "")}.`,
    );
  }
  // The library brings a command of this name itself.
  const own = program.commands.filter((command) => command.name() !== "complete");
  (program.commands as Program[]).splice(0, program.commands.length, ...own);
  // Its types need a newer module resolution than the pack's loader understands.
  const attach = require("@bomb.sh/tab/commander") as { default: (program: Program) => unknown };
  attach.default(program);
  program.parse([...args], { from: "user" });
}
