// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { join } from "node:path";
import envPaths from "env-paths";
import { Failure } from "../runner/failure";
import { pinnedVersion } from "./version";

/** Names another folder for the engines, for machines whose user cache is read-only. */
export const cacheVariable = "CLASSROOM_CACHE_DIR";

/** The folder that holds one engine per version, below the user's cache and shared by all checkouts. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return environment[cacheVariable] || envPaths("pulumi-agora-classroom", { suffix: "" }).cache;
}

/** The pinned engine's folder: complete or absent, never half-written. */
export function engineFolder(cache: string): string {
  return join(cache, `pulumi-v${pinnedVersion}-${process.platform}-${process.arch}`);
}

/** The pinned engine's executable. */
export function cachedCommand(cache: string): string {
  return join(engineFolder(cache), "bin", "pulumi");
}

/** Makes the cache folder, or throws a sentence that says why it cannot be used. */
export function makeCacheFolder(cache: string): void {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
  } catch (error) {
    throw new Failure(
      `The folder ${cache} cannot be written (${(error as NodeJS.ErrnoException).code}), so ` +
        `the Pulumi engine cannot be kept there. Make it writable, or set ${cacheVariable} to a ` +
        "folder that is.",
    );
  }
}

/** A new folder on the same file system as the engines, so that `moveIntoPlace` is one atomic step. */
export function temporaryFolder(cache: string): string {
  return mkdtempSync(join(cache, "unfinished-"));
}

/** Renames a finished folder into place. If a concurrent run was faster, its folder stays. */
export function moveIntoPlace(finished: string, folder: string): void {
  try {
    renameSync(finished, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
  }
}
