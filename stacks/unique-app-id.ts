// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const stackFile = /^Pulumi\..+\.ya?ml$/;
/** The line that `pulumi config set` writes, so that no YAML parser is needed. */
const appIdLine = /^\s*["']?classroom:appId["']?:\s*["']?([0-9a-fA-F]{32})["']?\s*(?:#.*)?$/m;

/**
 * Refuses an App ID that two stacks of the project share. Only the App ID separates Agora's classrooms:
 * with a shared one, a token of the test environment opens classrooms of the real one.
 */
export function uniqueAppIdProblems(appId: string, folder: string): string[] {
  const owners = readdirSync(folder)
    .filter((name) => stackFile.test(name))
    .filter((name) => appIdOf(join(folder, name)) === appId.toLowerCase())
    .sort();
  return owners.length > 1
    ? [
        "'classroom:appId' must belong to one stack, " +
          `got ${JSON.stringify(appId)} in ${owners.join(" and ")}. ` +
          "Make an Agora project for each stack, and give each its own App ID.",
      ]
    : [];
}

function appIdOf(path: string): string | undefined {
  return appIdLine.exec(readFileSync(path, "utf8"))?.[1]?.toLowerCase();
}
