// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Installs the hook in .husky/pre-push, which runs `npm run check` before a push. npm starts this after an
 * install in a checkout. A person's own hooks stay in use: git knows one folder of hooks only.
 */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const ourFolder = ".husky/_";

// A checkout below another repository, an unpacked tarball and CI have nothing to push from here.
if (existsSync(".git") && !process.env.CI) {
  const kept = keptHooks();
  const problem = kept ?? (await install());
  if (problem) {
    console.error(`The pre-push hook is not installed: ${problem}`);
  }
}

/** Which hooks of this person's would no longer run; undefined if there are none. */
function keptHooks() {
  const folder = git("config", "core.hooksPath");
  if (folder !== undefined) {
    return folder === ourFolder
      ? undefined
      : `git's 'core.hooksPath' is ${folder}. Add 'npm run check' to your own pre-push hook.`;
  }
  const path = git("rev-parse", "--git-path", "hooks");
  const own =
    path !== undefined && existsSync(path)
      ? readdirSync(path).filter((name) => !name.endsWith(".sample"))
      : [];
  return own.length === 0
    ? undefined
    : `${path} has hooks of your own (${own.join(", ")}). Add 'npm run check' to your own pre-push hook.`;
}

/** Returns why git did not take the folder of hooks; an empty text if it did. */
async function install() {
  const { default: husky } = await import("husky");
  return husky();
}

/** What git prints; undefined if it fails, as it does for a setting that is not there. */
function git(...args) {
  try {
    return execFileSync("git", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}
