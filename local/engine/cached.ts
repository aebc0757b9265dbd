// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { cachedCommand } from "./cache";
import { type Engine, hasLanguageHost, type Way } from "./engine";
import { pinnedVersion } from "./version";

/** The engine that an earlier run built or installed. */
export const cached: Way = {
  title: "the cache of an earlier run",
  async find({ cache }): Promise<Engine | undefined> {
    const command = cachedCommand(cache);
    return existsSync(command)
      ? {
          command,
          version: `v${pinnedVersion}`,
          origin: "from the cache",
          hasLanguageHost: hasLanguageHost(command),
        }
      : undefined;
  },
};
