// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** This checkout's root, found from here because this file also runs bundled, from `local/dist`. */
export const packageFolder = rootAbove(__dirname);

/** Everything that the local commands write lies here; git ignores it. */
export const localFolder = join(packageFolder, ".local");

function rootAbove(folder: string): string {
  return existsSync(join(folder, "Pulumi.yaml")) ? folder : rootAbove(dirname(folder));
}
