// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { writeLanguageHostStarter } from "../engine/language-host-starter";
import { localFolder, packageFolder } from "./checkout";
import type { Runtime } from "./project";
import { type InstalledProvider, nodeProviders, pythonProviders } from "./providers";
import { pythonOf } from "./python";
import { shellQuoted } from "./shell";

/**
 * A PULUMI_HOME of this package's own, so that the user's plug-ins, credentials and settings are neither
 * used nor touched. It holds stand-ins for the plug-ins of every provider that the program has installed,
 * under the versions that its SDKs ask for, and a folder for PATH with the language hosts.
 */
export interface Home {
  readonly folder: string;
  /** Put on PATH when the engine has no language host of its own. */
  readonly bin: string;
}

/** The provider of dynamic resources of Node.js programs, which asks for no version. */
const dynamicProvider = { name: "pulumi-nodejs", version: "0.0.1" };

export function makeHome(
  program: string,
  runtime: Runtime = { name: "nodejs", options: {} },
  environment: NodeJS.ProcessEnv = process.env,
): Home {
  const home = { folder: join(localFolder, "home"), bin: join(localFolder, "bin") };
  writeLanguageHostStarter(home.bin);
  const sdk = awsSdk(program) ?? awsSdk(packageFolder);
  if (sdk !== undefined) {
    writePlugin(home, { name: "aws", version: sdk.version }, ["plugin.js", sdk.folder]);
  }
  for (const { name, version } of installedProviders(program, runtime, environment)) {
    // Another version of the AWS SDK than the one that Node.js finds, such as a Python program's.
    const args =
      name === "aws" ? ["plugin.js", sdk?.folder ?? ""] : ["generic-plugin.js", name, version];
    if (name !== "aws" || version !== sdk?.version) {
      writePlugin(home, { name, version }, args);
    }
  }
  return home;
}

/** The AWS SDK that the program would load, which may be another version than ours; undefined when it has none. */
export function awsSdk(program: string): { folder: string; version: string } | undefined {
  try {
    const manifest = createRequire(join(program, "index.js")).resolve("@pulumi/aws/package.json");
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return { folder: dirname(manifest), version };
  } catch {
    return undefined;
  }
}

function installedProviders(
  program: string,
  runtime: Runtime,
  environment: NodeJS.ProcessEnv,
): Pick<InstalledProvider, "name" | "version">[] {
  if (runtime.name === "python") {
    return pythonProviders(pythonOf(program, runtime, environment));
  }
  return runtime.name === "nodejs" ? [...nodeProviders(program), dynamicProvider] : [];
}

/** Writes the executable that the engine starts as a provider's plug-in. */
function writePlugin(
  home: Home,
  { name, version }: Pick<InstalledProvider, "name" | "version">,
  [script = "", ...args]: readonly string[],
): void {
  const folder = join(home.folder, "plugins", `resource-${name}-v${version}`);
  mkdirSync(folder, { recursive: true });
  const command = [process.execPath, join(packageFolder, "local", "dist", script), ...args];
  writeExecutable(
    join(folder, `pulumi-resource-${name}`),
    `#!/bin/sh\nexec ${command.map(shellQuoted).join(" ")} "$@"\n`,
  );
}

/** Renames into place, because another preview may be starting the same file. */
function writeExecutable(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text, { mode: 0o755 });
  renameSync(temporary, path);
}
