// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Writes a policy pack for one test: our framework with rules that no real pack has. */

import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ROOT } from "../structure/sources";

/** Compiles the TypeScript entry of a pack into a folder. Its imports start at the root of the checkout. */
export function writePack(folder: string, entry: string): void {
  buildSync({
    stdin: { contents: entry, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    platform: "node",
    external: ["@pulumi/*"],
    outfile: join(folder, "index.js"),
  });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "test-pack", version: "1.0.0", main: "index.js" }),
  );
  linkDependencies(folder);
}

/** Makes the installed packages available to a pack. */
export function linkDependencies(folder: string): void {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
}
