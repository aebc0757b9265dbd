// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { writeLanguageHostStarter } from "../engine/language-host-starter";
import { localFolder, packageFolder } from "./checkout";
import { shellQuoted } from "./shell";

/**
 * A PULUMI_HOME of this checkout's own, so that the person's plug-ins, credentials and settings are
 * neither used nor touched. It holds the stand-in AWS plug-in under the version that the program's
 * SDK asks for, and a folder for PATH with the language host.
 */
export interface Home {
  readonly folder: string;
  /** Put on PATH when the engine has no language host of its own. */
  readonly bin: string;
}

export function makeHome(program: string): Home {
  const home = { folder: join(localFolder, "home"), bin: join(localFolder, "bin") };
  writeLanguageHostStarter(home.bin);
  const sdk = awsSdk(program);
  if (sdk !== undefined) {
    const plugin = join(home.folder, "plugins", `resource-aws-v${sdk.version}`);
    const command = [
      process.execPath,
      join(packageFolder, "local", "dist", "plugin.js"),
      sdk.folder,
    ];
    mkdirSync(plugin, { recursive: true });
    writeExecutable(
      join(plugin, "pulumi-resource-aws"),
      `#!/bin/sh\nexec ${command.map(shellQuoted).join(" ")} "$@"\n`,
    );
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

/** Renames into place, because another preview may be starting the same file. */
function writeExecutable(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text, { mode: 0o755 });
  renameSync(temporary, path);
}
