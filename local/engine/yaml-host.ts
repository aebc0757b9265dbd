// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../runner/failure";
import { makeCacheFolder, moveIntoPlace, temporaryFolder } from "./cache";
import type { Search } from "./engine";
import { findGo } from "./go";
import { goBuild } from "./go-build";
import { oldestGo } from "./version";

/** The release that `yaml-host/go.mod` names. */
export const yamlHostVersion = "1.25.0";

const hostPackage = "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml";
const linkerFlags = `-s -w -X github.com/pulumi/pulumi-yaml/pkg/version.Version=v${yamlHostVersion}`;
const title =
  `Building Pulumi's language host for YAML ${yamlHostVersion} from Go modules: once per machine, about ` +
  "2 minutes on 2 cores.";

/** The path of Pulumi's own language host for YAML, built on first use: a CLI built from Go modules has none. */
export async function yamlHost(modules: string, search: Search): Promise<string> {
  const folder = join(
    search.cache,
    `pulumi-language-yaml-v${yamlHostVersion}-${process.platform}-${process.arch}`,
  );
  const command = join(folder, "bin", "pulumi-language-yaml");
  if (existsSync(command)) {
    return command;
  }
  const go = await findGo(search);
  if (go === undefined) {
    throw new Failure(
      "A YAML program needs Pulumi's language host for YAML, which this CLI does not have. Install Pulumi's own " +
        `CLI on PATH, or Go ${oldestGo} or newer to build the host.`,
    );
  }
  makeCacheFolder(search.cache);
  const unfinished = temporaryFolder(search.cache);
  try {
    const output = join(unfinished, "bin", "pulumi-language-yaml");
    mkdirSync(dirname(output));
    if (
      !(await goBuild(go, { title, modules, goPackage: hostPackage, linkerFlags, output }, search))
    ) {
      throw new Failure("Pulumi's language host for YAML could not be built; Go says above why.");
    }
    moveIntoPlace(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return command;
}
