// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const rebuild = "Run 'npm run build'.";

/**
 * Refuses to deploy a function's built code when it is missing or older than its sources. An installed
 * package has no sources to compare it with.
 */
export function bundleProblems(folder: string): string[] {
  const manifest = join(folder, "sources.json");
  if (!existsSync(join(folder, "index.js")) || !existsSync(manifest)) {
    return [`the function's code has not been built. ${rebuild}`];
  }
  const digests: Record<string, string> = JSON.parse(readFileSync(manifest, "utf8"));
  const sources = Object.keys(digests);
  const hasSources = sources.some((source) => existsSync(join(folder, source)));
  const changed = sources.find((source) => digestOf(join(folder, source)) !== digests[source]);
  return hasSources && changed
    ? [`the function's code is older than its source '${changed}'. ${rebuild}`]
    : [];
}

function digestOf(path: string): string | undefined {
  return existsSync(path)
    ? createHash("sha256").update(readFileSync(path)).digest("hex")
    : undefined;
}
