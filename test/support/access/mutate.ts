// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Changes the library in small ways, one after the other, and asks whether a test notices. The tool is installed in a
 * folder that git ignores, since it needs another Mocha than ours and nobody else needs it. An hour on two cores;
 * with names (`npm run mutate:access -- search formula`), only these files by their own suites, in a minute or two.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
const CONFIGURATION = join(__dirname, "stryker.config.json");

/** The configuration for some files and the suites that mirror them. */
function configurationFor(names: readonly string[]): string {
  if (names.length === 0) {
    return CONFIGURATION;
  }
  const { mochaOptions, ...configuration } = JSON.parse(readFileSync(CONFIGURATION, "utf8"));
  const spec = names
    .map((name) => `test/policies/access/${name}.test.ts`)
    .filter((path) => existsSync(join(ROOT, path)));
  const own = {
    ...configuration,
    mochaOptions: { ...mochaOptions, spec },
    mutate: names.map((name) => `policies/access/${name}.ts`),
    concurrency: 1,
  };
  const path = join(ROOT, ".local", "mutate-some.config.json");
  writeFileSync(path, JSON.stringify(own));
  return path;
}

const { status } = spawnSync(TOOL, ["run", configurationFor(process.argv.slice(2))], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, RANDOM_QUESTIONS: "25", SIMULATED_DOCUMENTS: "40" },
});
process.exitCode = status ?? 1;
