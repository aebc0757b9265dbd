// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a generator or another script of the checkout, `npm run <script> -- [arguments]`: with `--help` it says
 * what the script does and what it writes, and does nothing else.
 */

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const node = process.execPath;

/** What each script does, whether it needs a build, and its commands; arguments go to the first one. */
export const scripts = {
  catalogue: {
    help: "Writes the rule catalogue (policies/CATALOGUE.md) and the profiles (policies/profiles).",
    commands: [
      typescript("policies/tools/catalogue.ts"),
      typescript("policies/tools/profiles.ts"),
      biome("policies/profiles"),
    ],
  },
  "configuration-reference": {
    help: "Writes the reference page and the JSON schema of the stack configuration.",
    commands: [
      typescript("stacks/configuration-reference.ts"),
      biome("stacks/configuration.schema.json"),
    ],
  },
  "token-api-reference": {
    help: "Writes the reference page of the token API.",
    commands: [typescript("components/token-service/contract/reference.ts")],
  },
  taggable: {
    help: "Writes the table of resource types that take tags.",
    commands: [typescript("test/support/pack/taggable.ts")],
  },
  "native-properties": {
    help: "Writes the table of aws-native's properties.",
    commands: [typescript("test/support/pack/native-properties.ts")],
  },
  "policies:publish": {
    help:
      "Publishes the policy pack: npm run policies:publish -- <organization>. Refuses a version that is out\n" +
      "already, and one whose number does not say what changed.",
    build: true,
    commands: [[node, "policies/tools/versions.mjs"]],
  },
  "verdicts:dump": {
    help: "Writes every verdict and public type into a folder: npm run verdicts:dump -- --out <folder>.",
    build: true,
    commands: [typescript("test/support/pack/dump-verdicts.ts")],
  },
  "examples:aws": {
    help: "Judges the example programs of the AWS provider's documentation, and prints the verdicts.",
    commands: [typescript("test/support/examples/all.ts")],
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = run(process.argv.slice(2));
}

function run([name, ...args]) {
  const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  if (script === undefined) {
    console.error(
      `error: There is no script '${name}'; there are: ${Object.keys(scripts).join(", ")}.`,
    );
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    console.log(`npm run ${name}\n\n${script.help}`);
    return 0;
  }
  const steps = script.build ? [[node, "local/build.mjs"], ...script.commands] : script.commands;
  for (const step of steps) {
    const [command, ...rest] = step === script.commands[0] ? [...step, ...args] : step;
    const { status } = spawnSync(command, rest, { cwd: root, stdio: "inherit" });
    if (status !== 0) {
      return status ?? 2;
    }
  }
  return 0;
}

function typescript(path) {
  return [node, "-r", "ts-node/register/transpile-only", path];
}

function biome(path) {
  return [
    node,
    createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome"),
    ...["format", "--write", path],
  ];
}
