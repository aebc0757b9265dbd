// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const rebuild = "Run 'npm run build'.";

/**
 * Why the built function must not be deployed, as a sentence; nothing when it is what its sources say.
 * An installed package has no sources, so there is nothing that its code could be older than.
 */
export function bundleProblem(folder: string): string | undefined {
  const manifest = join(folder, "sources.json");
  if (!existsSync(join(folder, "index.js")) || !existsSync(manifest)) {
    return `the function's code has not been built. ${rebuild}`;
  }
  const digests: Record<string, string> = JSON.parse(readFileSync(manifest, "utf8"));
  const sources = Object.keys(digests);
  const hasSources = sources.some((source) => existsSync(join(folder, source)));
  const changed = sources.find((source) => digestOf(join(folder, source)) !== digests[source]);
  return hasSources && changed
    ? `the function's code is older than its source '${changed}'. ${rebuild}`
    : undefined;
}

function digestOf(path: string): string | undefined {
  return existsSync(path)
    ? createHash("sha256").update(readFileSync(path)).digest("hex")
    : undefined;
}
