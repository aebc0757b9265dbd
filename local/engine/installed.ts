// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { rmSync } from "node:fs";
import { SemVer } from "semver";
import {
  cachedCommand,
  engineFolder,
  makeCacheFolder,
  moveIntoPlace,
  temporaryFolder,
} from "./cache";
import { type Engine, hasLanguageHost, type Way } from "./engine";
import { pinnedVersion } from "./version";

/** A network that swallows packets instead of refusing them must not hold a preview up for longer. */
const patienceMilliseconds = 180_000;

/** Pulumi's own installer, by the Automation API. */
export const installed: Way = {
  title: `Pulumi's own download of ${pinnedVersion} (needs the internet)`,
  async find({ cache, stop, say, progress }): Promise<Engine | undefined> {
    makeCacheFolder(cache);
    const root = temporaryFolder(cache);
    progress(`Downloading the Pulumi CLI ${pinnedVersion} from Pulumi`);
    try {
      // Loaded here because it takes longer to load than a warm preview's own start.
      const { PulumiCommand } = await import("@pulumi/pulumi/automation");
      const install = PulumiCommand.install({
        root,
        version: new SemVer(pinnedVersion),
        skipVersionCheck: false,
      });
      await Promise.race([
        install,
        ended(AbortSignal.any([stop, AbortSignal.timeout(patienceMilliseconds)])),
      ]);
      moveIntoPlace(root, engineFolder(cache));
    } catch (error) {
      stop.throwIfAborted();
      say(`Pulumi's own download did not work (${firstLine(error)}).`);
      return undefined;
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
    const command = cachedCommand(cache);
    return {
      command,
      version: `v${pinnedVersion}`,
      origin: "downloaded from Pulumi",
      hasLanguageHost: hasLanguageHost(command),
    };
  },
};

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
