// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { packageFolder } from "../runner/checkout";
import { built } from "./built";
import { cached } from "./cached";
import { downloaded } from "./downloaded";
import type { Way } from "./engine";
import { onPath } from "./on-path";

/** Forbids the download, for machines that reach package registries only. */
export const noDownloadVariable = "CLASSROOM_NO_DOWNLOAD";

/** The ways to get an engine, the quickest first. */
export function waysFor(environment: NodeJS.ProcessEnv): Way[] {
  return [
    onPath,
    cached,
    ...(environment[noDownloadVariable] ? [] : [downloaded(packageFolder)]),
    built(join(packageFolder, "local", "engine", "cli")),
  ];
}
