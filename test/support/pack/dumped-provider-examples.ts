// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A line of text for each verdict on the example programs of the AWS provider; run by dump-verdicts.ts. */

import { readFileSync, writeFileSync } from "node:fs";
import { rules } from "../../../policies/rules";
import { providerExamples } from "../examples/extract";
import { resourcesOf } from "../examples/run";
import { lineOf } from "./dumped-examples";
import { judgeAll } from "./judge";
import type { PackConfiguration } from "./messages";

async function main(file: string, strictFile: string): Promise<void> {
  // What an example does wrong by itself is no matter of the pack's.
  process.on("unhandledRejection", () => {});
  process.on("uncaughtException", () => {});
  Error.stackTraceLimit = 4;
  const strict: PackConfiguration = JSON.parse(readFileSync(strictFile, "utf8"));
  const lines: string[] = [];
  for (const { name, code } of providerExamples()) {
    lines.push(...(await linesOn(name, code, strict)));
  }
  writeFileSync(file, `${lines.sort().join("\n")}\n`);
  process.exit(0);
}

async function linesOn(
  name: string,
  code: string,
  strict: PackConfiguration,
): Promise<readonly string[]> {
  const resources = await resourcesOf(code).catch(() => []);
  const lines = [`${name} | resources | ${resources.length}`];
  for (const [circumstances, configuration] of Object.entries({ default: {}, strict })) {
    const judged = `${name} | ${circumstances}`;
    try {
      const reports = await judgeAll(rules, resources, configuration);
      lines.push(...reports.map((report) => lineOf(judged, report)));
    } catch (error) {
      lines.push(`${judged} | crash | ${JSON.stringify(String(error))}`);
    }
  }
  return lines;
}

const [file = "", strictFile = ""] = process.argv.slice(2);
// Not even a failure to write may pass for success: what is uncaught is ignored above.
main(file, strictFile).catch(() => process.exit(1));
