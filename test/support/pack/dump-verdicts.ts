// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * `npm run verdicts:dump -- --out FOLDER`: writes every verdict and every public type into text files that
 * are the same from run to run, to compare with `diff -r` before and after a change that must change nothing.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { localFolder } from "../../../local/runner/checkout";
import { ROOT } from "../structure/sources";
import { dumpedExamples, dumpedRules } from "./dumped-examples";
import { dumpedState, packLines, stateOf } from "./dumped-states";
import { publicTypes } from "./dumped-types";
import type { PackConfiguration } from "./messages";

const stacks = ["china", "dev", "prod"] as const;
const strict = join(ROOT, "policies", "profiles", "strict.json");
const schema = join(ROOT, "stacks", "configuration.schema.json");

async function main(): Promise<void> {
  const { out } = options();
  mkdirSync(out, { recursive: true });
  const working = join(localFolder, `verdicts-${process.pid}`);
  mkdirSync(working, { recursive: true });
  process.on("exit", () => rmSync(working, { recursive: true, force: true }));
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));

  const providerExamples = dumpProviderExamples(join(out, "provider-examples.txt"));
  writeLines(join(out, "rules.txt"), dumpedRules());
  writeLines(join(out, "examples.txt"), await dumpedExamples(configurationIn(strict)));
  const types = publicTypes(join(working, "types"));
  writeFileSync(join(out, "types.d.ts.txt"), types.all);
  writeFileSync(join(out, "public-types.d.ts.txt"), types.exported);
  writeFileSync(join(out, "configuration.schema.json"), readFileSync(schema));
  for (const stack of stacks) {
    console.log(`stack ${stack}`);
    const state = await stateOf(stack, working);
    writeLines(join(out, `state-${stack}.txt`), dumpedState(state));
    writeLines(join(out, `state-${stack}-verdicts.txt`), [
      ...(await packLines("default", {}, state)),
      ...(await packLines("strict", configurationIn(strict), state)),
      ...(await packLines(stack, configurationIn(stackConfiguration(stack)), state)),
    ]);
  }
  await providerExamples;
}

/** npm runs scripts from the checkout; a relative folder is meant from where the person stands. */
function options(): { readonly out: string } {
  const { out } = parseArgs({ options: { out: { type: "string" } } }).values;
  if (out === undefined) {
    throw new Error("'--out' must name the folder to write to.");
  }
  return { out: resolve(process.env.INIT_CWD ?? process.cwd(), out) };
}

/** In a process of its own: what an example program breaks must not break the rest. */
async function dumpProviderExamples(file: string): Promise<void> {
  const program = join(__dirname, "dumped-provider-examples.ts");
  const args = ["-r", "ts-node/register/transpile-only", program, file, strict];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
  process.on("exit", () => child.kill());
  const [code] = await once(child, "exit");
  if (code !== 0) {
    throw new Error(`The judge of the provider's examples ended with exit code ${code}.`);
  }
}

function stackConfiguration(stack: string): string {
  return join(ROOT, "stacks", `policies.${stack}.json`);
}

function configurationIn(file: string): PackConfiguration {
  return JSON.parse(readFileSync(file, "utf8"));
}

function writeLines(file: string, lines: readonly string[]): void {
  writeFileSync(file, `${[...lines].sort().join("\n")}\n`);
}

main().catch((error: unknown) => {
  console.error(String(error));
  process.exit(1);
});
