// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotStartError, runChild } from "../runner/child";
import {
  cachedCommand,
  engineFolder,
  makeCacheFolder,
  moveIntoPlace,
  temporaryFolder,
} from "./cache";
import { readChecksums } from "./checksums";
import { type Engine, hasLanguageHost, type Search, type Way } from "./engine";
import { pinnedVersion } from "./version";

/** Names a mirror of Pulumi's download site. What it serves has to have the same checksums. */
export const downloadUrlVariable = "CLASSROOM_DOWNLOAD_URL";

const defaultDownloadUrl = "https://get.pulumi.com/releases/sdk";

/** Pulumi's own archive of the pinned CLI. Nothing of it is run, or even unpacked, before its checksum is compared. */
export function downloaded(packageFolder: string): Way {
  return {
    title: `Pulumi's own download of ${pinnedVersion} (needs the internet)`,
    async find(search): Promise<Engine | undefined> {
      const platform = `${process.platform}-${process.arch}`;
      const expected = readChecksums(packageFolder).sha256[platform];
      if (expected === undefined) {
        search.say(
          `Pulumi's own download is not used: this package has no checksum of its archive for ${platform}.`,
        );
        return undefined;
      }
      makeCacheFolder(search.cache);
      const unfinished = temporaryFolder(search.cache);
      try {
        const problem = await install(`pulumi-v${pinnedVersion}-${platform}.tar.gz`, {
          ...{ expected, folder: unfinished, search },
        });
        search.stop.throwIfAborted();
        if (problem !== undefined) {
          search.say(`Pulumi's own download is not used: ${problem}.`);
          return undefined;
        }
        moveIntoPlace(unfinished, engineFolder(search.cache));
      } finally {
        rmSync(unfinished, { recursive: true, force: true });
      }
      const command = cachedCommand(search.cache);
      return {
        command,
        version: `v${pinnedVersion}`,
        origin: "downloaded from Pulumi",
        hasLanguageHost: hasLanguageHost(command),
      };
    },
  };
}

interface Installation {
  readonly expected: string;
  readonly folder: string;
  readonly search: Search;
}

/** Downloads, compares and unpacks; returns why it cannot be used, if it cannot. */
async function install(
  name: string,
  { expected, folder, search }: Installation,
): Promise<string | undefined> {
  const { environment, stop, progress } = search;
  const url = `${(environment[downloadUrlVariable] || defaultDownloadUrl).replace(/\/+$/, "")}/${name}`;
  const archive = join(folder, name);
  // Both libraries are loaded here because a run that finds an engine needs neither.
  const { download, DownloadError } = await import("./download");
  progress(`Downloading ${url}`);
  let digest: string;
  try {
    const onBytes = (received: number, total: number | undefined) =>
      progress(
        `Downloading ${name}: ${megabytes(received)}${total ? ` of ${megabytes(total)}` : ""} MB`,
      );
    digest = await download(url, archive, { environment, stop, onBytes });
  } catch (error) {
    if (error instanceof DownloadError) {
      return `${url}: ${error.message}`;
    }
    throw error;
  }
  if (digest !== expected) {
    return `${url} has the SHA-256 ${digest}, and must have ${expected}; nothing of it was run`;
  }
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const { extract } = await import("tar");
  await extract({ file: archive, cwd: bin, strip: 1 });
  rmSync(archive);
  return versionProblem(join(bin, "pulumi"), search);
}

/** Runs the unpacked CLI once: an archive of another version, or for another machine, must not get into the cache. */
async function versionProblem(
  command: string,
  { environment, stop }: Search,
): Promise<string | undefined> {
  let text = "";
  try {
    await runChild(command, ["version"], {
      stop,
      env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
      onText: (part) => {
        text += part;
      },
    });
  } catch (error) {
    if (error instanceof CannotStartError) {
      return "its CLI does not start on this machine";
    }
    throw error;
  }
  return text.trim() === `v${pinnedVersion}`
    ? undefined
    : `its CLI says that it is ${JSON.stringify(text.trim())} instead of v${pinnedVersion}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
