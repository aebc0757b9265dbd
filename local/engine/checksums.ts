// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The SHA-256 digests of Pulumi's own archives, by platform such as `linux-x64`. */
export interface Checksums {
  readonly version: string;
  readonly sha256: Readonly<Record<string, string | undefined>>;
}

/** Reads the table, which is a file of the package: docs/command.md says where its digests come from. */
export function readChecksums(packageFolder: string): Checksums {
  return JSON.parse(
    readFileSync(join(packageFolder, "local", "engine", "pulumi-archives.json"), "utf8"),
  ) as Checksums;
}
