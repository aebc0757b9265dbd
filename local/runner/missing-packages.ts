// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure";
import type { Runtime } from "./project";
import { foldersAbove } from "./providers";
import { pythonOf } from "./python";
import { shellQuoted } from "./shell";

/** The install commands of Node.js package managers, by their lock files. */
const nodeLocks: readonly (readonly [string, string])[] = [
  ["package-lock.json", "npm ci"],
  ["npm-shrinkwrap.json", "npm ci"],
  ["pnpm-lock.yaml", "pnpm install --frozen-lockfile"],
  ["yarn.lock", "yarn install"],
  ["bun.lock", "bun install --frozen-lockfile"],
  ["bun.lockb", "bun install --frozen-lockfile"],
];

/** The install commands of Python package managers, by the files that they read. */
const pythonLocks: readonly (readonly [string, string])[] = [
  ["uv.lock", "uv sync"],
  ["poetry.lock", "poetry install"],
  ["Pipfile.lock", "pipenv sync"],
  ["requirements.txt", "PYTHON -m pip install -r requirements.txt"],
  ["pyproject.toml", "PYTHON -m pip install ."],
];

/** Names the install command for a program without its packages; the engine's own words are "Unknown error". */
export function refuseMissingPackages(
  folder: string,
  runtime: Runtime,
  environment: NodeJS.ProcessEnv,
): void {
  const missing =
    runtime.name === "nodejs"
      ? missingNodePackages(folder)
      : runtime.name === "python"
        ? missingPythonPackages(folder, runtime, environment)
        : undefined;
  if (missing !== undefined) {
    throw new Failure(
      `The program lacks its packages: ${missing.names}. Run: cd ${shellQuoted(missing.folder)} && ${missing.command}`,
    );
  }
}

interface Missing {
  readonly names: string;
  readonly folder: string;
  readonly command: string;
}

function missingNodePackages(folder: string): Missing | undefined {
  const above = foldersAbove(folder);
  const names = ["@pulumi/pulumi", ...dependenciesOf(folder)].filter(
    (name) =>
      !above.some((parent) => existsSync(join(parent, "node_modules", name, "package.json"))),
  );
  // Yarn's Plug'n'Play keeps packages elsewhere.
  if (names.length === 0 || above.some((parent) => existsSync(join(parent, ".pnp.cjs")))) {
    return undefined;
  }
  const [at, command] = installation(above, nodeLocks) ?? [folder, "npm install"];
  return { names: [...new Set(names)].join(", "), folder: at, command };
}

function missingPythonPackages(
  folder: string,
  runtime: Runtime,
  environment: NodeJS.ProcessEnv,
): Missing | undefined {
  const python = pythonOf(folder, runtime, environment);
  const { status } = spawnSync(python, ["-c", "import pulumi"], {
    stdio: "ignore",
    env: environment,
  });
  if (status === 0) {
    return undefined;
  }
  const [at, command] = installation([folder], pythonLocks) ?? [
    folder,
    "PYTHON -m pip install pulumi",
  ];
  return { names: "pulumi", folder: at, command: command.replace("PYTHON", shellQuoted(python)) };
}

/** The nearest folder with a lock file, and the command for it. */
function installation(
  folders: readonly string[],
  locks: typeof nodeLocks,
): [string, string] | undefined {
  for (const folder of folders) {
    const lock = locks.find(([file]) => existsSync(join(folder, file)));
    if (lock !== undefined) {
      return [folder, lock[1]];
    }
  }
  return undefined;
}

function dependenciesOf(folder: string): string[] {
  const path = join(folder, "package.json");
  if (!existsSync(path)) {
    return [];
  }
  try {
    return Object.keys(JSON.parse(readFileSync(path, "utf8")).dependencies ?? {});
  } catch {
    throw new Failure(`${path} is not valid JSON.`);
  }
}
