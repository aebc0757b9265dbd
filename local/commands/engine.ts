// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { cacheFolder } from "../engine/cache";
import { findEngine } from "../engine/find";
import { waysFor } from "../engine/ways";
import { defineCommand, present } from "../runner/command";

export const engine = defineCommand({
  name: "engine",
  description: [
    "Finds a Pulumi CLI, or downloads or builds the pinned one, as the other commands do when they need one.",
    "Prints its path.",
  ],
  options: {},
  hasJson: true,
  run: async (_, { environment, stop, terminal, output }) => {
    const cache = cacheFolder(environment);
    const { command, version, origin } = await findEngine(waysFor(environment), {
      ...terminal,
      environment,
      stop,
      cache,
    });
    terminal.say(`Pulumi ${version} ${origin}`);
    present(output, [command], { command, version, origin });
    return 0;
  },
});
