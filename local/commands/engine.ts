// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { cacheFolder } from "../engine/cache";
import { findEngine } from "../engine/find";
import { waysFor } from "../engine/ways";
import { runCommand } from "../runner/command";

void runCommand({
  usage: "npm run engine",
  description:
    "Finds a Pulumi CLI, or downloads or builds the pinned one, as every other command does " +
    "when it needs one, and prints its path.",
  options: {},
  run: async (_, { environment, stop, terminal }) => {
    const cache = cacheFolder(environment);
    const engine = await findEngine(waysFor(environment), {
      ...terminal,
      environment,
      stop,
      cache,
    });
    terminal.say(`Pulumi ${engine.version} ${engine.origin}`);
    console.log(engine.command);
    return 0;
  },
});
