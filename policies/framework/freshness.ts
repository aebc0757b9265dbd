// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Stops a compiled pack that is older than its sources before it judges anything. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The first source that has changed since the pack in `folder` was compiled. The build writes the digests of
 * its sources there. A published pack comes without sources and is never stale.
 */
export function staleSource(folder: string): string | undefined {
  const manifest = join(folder, "sources.json");
  const digests: Record<string, string> = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, "utf8"))
    : {};
  return Object.keys(digests).find((source) => {
    const path = join(folder, source);
    return existsSync(path) && digestOf(path) !== digests[source];
  });
}

function digestOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Ends the process with one sentence if the pack is stale. */
export function refuseStaleBuild(folder: string): void {
  const source = staleSource(folder);
  if (source !== undefined) {
    console.error(
      `The policy pack is older than its source ${source.replace(/^(\.\.\/)+/, "")}: ` +
        "compile it with 'npm run build' and start again.",
    );
    process.exit(1);
  }
}
