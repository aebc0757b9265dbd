// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { defineCommand, present } from "../runner/command";
import { runOffline, runOptions } from "../runner/offline-run";
import { summaryDocument } from "../summary/document";
import { readEvents } from "../summary/events";
import { summarize } from "../summary/summary";
import { summaryLines } from "../summary/words";

export const preview = defineCommand({
  name: "preview",
  description: [
    "Previews a Pulumi program on the real engine under the policy pack, with a stand-in for AWS: no account,",
    "no login.",
  ],
  exitCodes: [
    "no mandatory violation",
    "the preview failed, or the pack rejects it",
    "the preview could not start",
  ],
  hasJson: true,
  options: runOptions,
  run: (values, context) =>
    runOffline(values, context, async ({ pulumi, folder, packArgs }) => {
      const { output, stop } = context;
      const started = Date.now();
      const events = join(folder, "events.jsonl");
      const code = await pulumi.run([
        "preview",
        ...["--config-file", pulumi.configFile],
        ...["--event-log", events],
        ...packArgs,
      ]);
      stop.throwIfAborted();
      const found = readEvents(events);
      const summary = summarize(found);
      const ending = { succeeded: code === 0, seconds: (Date.now() - started) / 1000 };
      present(
        output,
        summaryLines(summary, ending, output.colors),
        summaryDocument(summary, ending, found),
      );
      return code === 0 ? 0 : 1;
    }),
});
