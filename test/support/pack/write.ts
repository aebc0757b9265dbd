// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Writes a policy pack made for one test: our sources around rules that no real pack should have. */

import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ROOT } from "../structure/sources";

/** Compiles a pack's entry, written in TypeScript as if it lay at the checkout's root, into a folder. */
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

/** What `npm install` would put beside a pack. */
export function linkDependencies(folder: string): void {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
}
