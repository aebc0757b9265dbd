// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A provider whose SDK a program has installed. */
export interface InstalledProvider {
  readonly name: string;
  readonly version: string;
  /** The folder of its SDK. */
  readonly folder: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly pulumi?: {
    readonly resource?: boolean;
    readonly name?: string;
    readonly version?: string;
  };
}

/** The providers whose SDKs a Node.js program finds, the nearest of each name. */
export function nodeProviders(program: string): InstalledProvider[] {
  const found = foldersAbove(program)
    .flatMap((folder) => packagesIn(join(folder, "node_modules")))
    .flatMap((folder) => nodeProvider(folder) ?? []);
  return [...new Map(found.reverse().map((provider) => [provider.name, provider])).values()];
}

/** The providers whose SDKs a Python interpreter finds: each has a `pulumi-plugin.json`. */
export function pythonProviders(interpreter: string): InstalledProvider[] {
  const script = "import sys; print('\\n'.join(sys.path))";
  const { stdout } = spawnSync(interpreter, ["-c", script], { encoding: "utf8" });
  return (stdout ?? "")
    .split("\n")
    .filter((folder) => folder !== "" && existsSync(folder))
    .flatMap((folder) => listed(folder).map((name) => join(folder, name)))
    .flatMap((folder) => pythonProvider(folder) ?? []);
}

function nodeProvider(folder: string): InstalledProvider | undefined {
  const { name = "", version = "", pulumi } = readManifest(join(folder, "package.json"));
  return pulumi?.resource
    ? {
        name: pulumi.name ?? name.replace(/^@.*\//, "").replace(/^pulumi-/, ""),
        version: (pulumi.version ?? version).replace(/^v/, ""),
        folder,
      }
    : undefined;
}

function pythonProvider(folder: string): InstalledProvider | undefined {
  const path = join(folder, "pulumi-plugin.json");
  if (!existsSync(path)) {
    return undefined;
  }
  const { resource, name, version } = readManifest(path) as NonNullable<Manifest["pulumi"]>;
  return resource && name !== undefined && version !== undefined
    ? { name, version: version.replace(/^v/, ""), folder }
    : undefined;
}

function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    return {};
  }
}

function packagesIn(folder: string): string[] {
  return listed(folder).flatMap((name) =>
    name.startsWith("@")
      ? listed(join(folder, name)).map((inner) => join(folder, name, inner))
      : [join(folder, name)],
  );
}

function listed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];
}

/** A folder and all that it lies in. */
export function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
