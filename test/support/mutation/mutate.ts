// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Changes the policies in small ways, one after the other, and asks whether a test notices: the rules
 * (`npm run mutate`), or the library that decides access (`npm run mutate:access`). The tool is
 * installed in a folder that git ignores, since it needs another Mocha than ours and nobody else needs
 * it. The changed sources are compiled once, not by each process. It takes an hour the first time; a
 * run remembers its answers, and the next asks only about what has changed. `--force` asks all again.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..", "..");
const FOLDER = join(ROOT, ".local", "stryker-9.6.1");
const TOOL = join(FOLDER, "node_modules", ".bin", "stryker");
const PACKAGES = {
  "@stryker-mutator/core": "9.6.1",
  "@stryker-mutator/mocha-runner": "9.6.1",
  mocha: "11.8.0",
  "ts-node": "10.9.2",
  typescript: "5.9.3",
};

if (!existsSync(TOOL)) {
  mkdirSync(FOLDER, { recursive: true });
  const manifest = { private: true, dependencies: PACKAGES };
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify(manifest));
  execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: FOLDER, stdio: "inherit" });
}
// The first argument names the configuration. The rest are the tool's own:
// `-- --mutate policies/access/search.ts --concurrency 1`.
const [area = "", ...rest] = process.argv.slice(2);
const args = ["run", join(__dirname, `${area}.config.json`), ...rest];
const { status } = spawnSync(TOOL, args, {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, RANDOM_QUESTIONS: "25", SIMULATED_DOCUMENTS: "40" },
});
process.exitCode = status ?? 1;
