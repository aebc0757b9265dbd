// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { type Context, defineCommand, present } from "../runner/command";
import { exportTarget, keepState } from "../runner/export-target";
import { type OfflineRun, runOffline, runOptions } from "../runner/offline-run";
import { summaryDocument } from "../summary/document";
import { parseEvents, readEvents } from "../summary/events";
import { summarize } from "../summary/summary";
import { reportLines, summaryLines } from "../summary/words";

export const rehearse = defineCommand({
  name: "rehearse",
  description: [
    "Rehearses a whole deployment offline: 'pulumi up' against a stand-in for AWS in a throw-away backend, the",
    "policy pack over the resulting state, and a second preview that must show no changes.",
  ],
  exitCodes: ["all of it passed", "a step failed or was rejected", "it could not start"],
  hasJson: true,
  options: {
    ...runOptions,
    export: {
      value: "FILE",
      description: "Also keeps the resulting state, as 'pulumi stack export' has it",
    },
  },
  run: (values, context) => {
    const target = exportTarget(values.export, context.environment);
    return runOffline(values, context, (run) => rehearsed(run, target, context));
  },
});

async function rehearsed(
  { pulumi, folder, passphrase, packArgs }: OfflineRun,
  target: string | undefined,
  { stop, output, terminal }: Context,
): Promise<number> {
  const { colors } = output;
  const started = Date.now();
  const config = ["--config-file", pulumi.configFile];
  const events = join(folder, "events.jsonl");
  const state = join(folder, "state.json");

  terminal.say("1 of 3: pulumi up");
  const updated = await pulumi.run(["up", "--yes", ...config, "--event-log", events, ...packArgs]);
  stop.throwIfAborted();
  if (updated !== 0) {
    return failed("pulumi up failed");
  }
  if ((await pulumi.run(["stack", "export", "--file", state])) !== 0) {
    return failed("its state cannot be exported");
  }
  if (target !== undefined) {
    keepState(state, target, passphrase, terminal);
  }

  terminal.say("2 of 3: pulumi policy analyze");
  const analysis = await pulumi.read(["policy", "analyze", "--file", state, "--json", ...packArgs]);
  stop.throwIfAborted();
  const reports = parseEvents(analysis.text);
  if (!output.json) {
    console.log(reportLines(reports, colors).join("\n"));
  }
  if (analysis.code !== 0) {
    return failed("the policy pack rejects the state");
  }

  terminal.say("3 of 3: pulumi preview, which must show no changes");
  const again = await pulumi.run(["preview", "--expect-no-changes", ...config, ...packArgs]);
  stop.throwIfAborted();
  if (again !== 0) {
    return failed("a second preview failed or shows changes");
  }

  const summary = { ...summarize(readEvents(events)), ...reportsOnly(summarize(reports)) };
  const ending = { succeeded: true, seconds: (Date.now() - started) / 1000 };
  present(output, summaryLines(summary, ending, colors), summaryDocument(summary, ending, reports));
  return 0;

  function failed(step: string): number {
    const sentence = `The rehearsal failed: ${step}.`;
    present(output, [colors.red(sentence)], { succeeded: false, error: sentence });
    return 1;
  }
}

/** After an update every value is known, so the analysis of the state counts. */
function reportsOnly({ violations, undecided, exemptions }: ReturnType<typeof summarize>) {
  return { violations, undecided, exemptions };
}
