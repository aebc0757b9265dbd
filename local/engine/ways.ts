// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { CHECKOUT } from "../runner/checkout";
import { built } from "./built";
import { cached } from "./cached";
import type { Way } from "./engine";
import { installed } from "./installed";
import { onPath } from "./on-path";

/** Keeps engines from being downloaded, for machines that reach package registries and nothing else. */
export const NO_DOWNLOAD_VARIABLE = "CLASSROOM_NO_DOWNLOAD";

/** Every way to get an engine that is open to a machine, the quickest first. */
export function waysFor(environment: NodeJS.ProcessEnv): Way[] {
  return [
    onPath,
    cached,
    ...(environment[NO_DOWNLOAD_VARIABLE] ? [] : [installed]),
    built(join(CHECKOUT, "local", "engine", "cli")),
  ];
}
