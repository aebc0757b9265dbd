// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { join } from "node:path";
import envPaths from "env-paths";
import { Failure } from "../runner/failure";
import { PINNED_VERSION } from "./version";

/** Names another folder for the engines, for machines whose user cache is read-only. */
export const CACHE_VARIABLE = "CLASSROOM_CACHE_DIR";

/** The folder that holds one engine per version, below the user's cache and shared by all checkouts. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return environment[CACHE_VARIABLE] || envPaths("pulumi-agora-classroom", { suffix: "" }).cache;
}

/** The pinned engine's folder: complete or absent, never half-written. */
export function engineFolder(cache: string): string {
  return join(cache, `pulumi-v${PINNED_VERSION}-${process.platform}-${process.arch}`);
}

/** The pinned engine's executable. */
export function cachedCommand(cache: string): string {
  return join(engineFolder(cache), "bin", "pulumi");
}

/** Makes the cache folder, or says why an engine cannot be kept there. */
export function makeCacheFolder(cache: string): void {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
  } catch (error) {
    throw new Failure(
      `The folder ${cache} cannot be written (${(error as NodeJS.ErrnoException).code}), so the Pulumi engine cannot be kept there. Make it writable, or set ${CACHE_VARIABLE} to a folder that is.`,
    );
  }
}

/** A new folder on the same file system as the engines, so that `moveIntoPlace` is one atomic step. */
export function temporaryFolder(cache: string): string {
  return mkdtempSync(join(cache, "unfinished-"));
}

/** Gives a finished folder its name. Where somebody else was faster, theirs stays and is as good. */
export function moveIntoPlace(finished: string, folder: string): void {
  try {
    renameSync(finished, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
  }
}
