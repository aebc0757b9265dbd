// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { colorsFor } from "../runner/colors";
import { runCommand } from "../runner/command";
import { runOffline, stackOptions } from "../runner/offline-run";
import { readEvents } from "../summary/events";
import { summarize } from "../summary/summary";
import { summaryLines } from "../summary/words";

void runCommand({
  usage: "npm run preview",
  description:
    "Previews a Pulumi program on the real engine under the policy pack, with a stand-in for " +
    "AWS: no account, no login.\nExit code 0: no mandatory violation; 1: the preview failed " +
    "or was rejected; 2: it could not start.",
  options: stackOptions,
  run: (values, context) =>
    runOffline(values, context, async ({ pulumi, folder, packArgs }) => {
      const colors = colorsFor(process.stdout, context.environment);
      const started = Date.now();
      const events = join(folder, "events.jsonl");
      const code = await pulumi.run([
        "preview",
        ...["--config-file", pulumi.configFile],
        ...["--event-log", events],
        ...packArgs,
      ]);
      context.stop.throwIfAborted();
      const summary = summarize(readEvents(events));
      const ending = { succeeded: code === 0, seconds: (Date.now() - started) / 1000 };
      console.log(summaryLines(summary, ending, colors).join("\n"));
      return code === 0 ? 0 : 1;
    }),
});
