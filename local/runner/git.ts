// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Failure } from "./failure";

/**
 * Keeps a file that will be written out of git: adds it to the repository's own list of ignored files, which
 * is not committed. Returns that list's path if a line was added. Does nothing outside a repository.
 */
export function keepOutOfGit(path: string): string | undefined {
  const folder = realpathSync(dirname(path));
  const file = join(folder, basename(path));
  const top = git(folder, "rev-parse", "--show-toplevel");
  if (top === undefined || git(folder, "check-ignore", "--", file) !== undefined) {
    return undefined;
  }
  if (git(folder, "ls-files", "--error-unmatch", "--", file) !== undefined) {
    throw new Failure(
      `git tracks ${JSON.stringify(path)}, and a state must not be committed. Name another file.`,
    );
  }
  const name = relative(realpathSync(top), file);
  if (name.includes("\n")) {
    throw new Failure(
      `git cannot ignore a path with a line break, got ${JSON.stringify(path)}. Name a file outside the repository.`,
    );
  }
  const list = resolve(folder, git(folder, "rev-parse", "--git-path", "info/exclude") ?? "");
  mkdirSync(dirname(list), { recursive: true });
  const before = existsSync(list) ? readFileSync(list, "utf8") : "";
  const separator = before === "" || before.endsWith("\n") ? "" : "\n";
  appendFileSync(list, `${separator}/${pattern(name)}\n`);
  return list;
}

/** A path as git's patterns spell it: their special characters, and spaces at the end, are escaped. */
function pattern(name: string): string {
  return name
    .replaceAll(/[\\*?[\]]/g, "\\$&")
    .replace(/ +$/, (spaces) => "\\ ".repeat(spaces.length));
}

/** What git prints, without the line break at the end; undefined if it refuses, or is not installed. */
function git(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.replace(/\n$/, "") : undefined;
}
