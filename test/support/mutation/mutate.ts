// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Mutation tests: changes the policies in small ways, one at a time, and checks that a test fails.
 * `npm run mutate` changes the rules, `npm run mutate:access` the library that decides access. The tool
 * is installed in a folder that git ignores, because it needs another version of Mocha than ours. The
 * sources are compiled once, not by each process. The first run takes an hour. Later runs only repeat
 * what has changed; `--force` repeats everything.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");
const folder = join(root, ".local", "stryker-9.6.1");
const tool = join(folder, "node_modules", ".bin", "stryker");
const packages = {
  "@stryker-mutator/core": "9.6.1",
  "@stryker-mutator/mocha-runner": "9.6.1",
  mocha: "11.8.0",
  "ts-node": "10.9.2",
  typescript: "5.9.3",
};

/** Compiles the sources and their tests in place, in the tool's copy of the checkout. */
const buildCommand = [
  "esbuild",
  "policies/**/*.ts test/policies/**/*.ts test/support/**/*.ts",
  "--format=cjs --platform=node --outdir=. --outbase=. --log-level=warning",
].join(" ");

if (!existsSync(tool)) {
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, dependencies: packages };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}
// The first argument names the configuration. The others go to the tool:
// `-- --mutate policies/access/search.ts --concurrency 1`.
const [area = "", ...rest] = process.argv.slice(2);
const args = [
  "run",
  join(__dirname, `${area}.config.json`),
  "--buildCommand",
  buildCommand,
  ...rest,
];
const { status } = spawnSync(tool, args, {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, RANDOM_QUESTIONS: "25", SIMULATED_DOCUMENTS: "40" },
});
process.exitCode = status ?? 1;
