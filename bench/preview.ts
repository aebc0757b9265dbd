// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What a preview of three data centres costs, and what it is spent on. Each round runs all variants in
 * turn, so that a machine whose speed drifts does not favour one; figures are medians of the rounds.
 * Exits with 1 when a target is missed.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { localFolder, packageFolder } from "../local/runner/checkout";
import { runOffline } from "../local/runner/offline-run";
import { median } from "./support/median";
import { watchMemory } from "./support/process-tree";

const ROUNDS = 5;
const TARGETS = { previewSeconds: 6, memoryGigabytes: 1.2, packSeconds: 1.0 };

const context = {
  stop: new AbortController().signal,
  environment: process.env,
  terminal: { say: () => {}, progress: () => {} },
};

async function main(): Promise<void> {
  const empty = writeEmptyProgram();
  const rounds: Record<string, number>[] = [];
  await commandSeconds();
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      command: await commandSeconds(),
      memory: await commandMemory(),
      engine: await engineSeconds(empty, false),
      program: await engineSeconds(packageFolder, false),
      pack: await engineSeconds(packageFolder, true),
      packStart: await packStartSeconds(),
    });
  }
  rmSync(empty, { recursive: true });
  report((name) => median(rounds.map((round) => round[name] ?? Number.NaN)));
}

function report(of: (name: string) => number): void {
  const whole = of("command");
  const [engine, program, pack] = [
    of("engine"),
    of("program") - of("engine"),
    of("pack") - of("program"),
  ];
  const share = (seconds: number) =>
    `${seconds.toFixed(2)} s, ${Math.round((seconds / whole) * 100)} %`;
  const rows: [string, string, boolean?][] = [
    [
      "agora-classroom preview",
      `${whole.toFixed(2)} s, target ${TARGETS.previewSeconds} s`,
      whole <= TARGETS.previewSeconds,
    ],
    ["  engine (an empty program)", share(engine)],
    ["  program and its stand-ins for AWS", share(program)],
    ["  pack", share(pack)],
    ["  command, stack, summary", share(whole - engine - program - pack)],
    [
      "memory of the process tree",
      `${of("memory").toFixed(2)} GB, target ${TARGETS.memoryGigabytes} GB`,
      of("memory") <= TARGETS.memoryGigabytes,
    ],
    [
      "pack, start to port",
      `${of("packStart").toFixed(2)} s, target ${TARGETS.packSeconds} s`,
      of("packStart") <= TARGETS.packSeconds,
    ],
  ];
  for (const [name, value, met] of rows) {
    console.log(`${name.padEnd(36)}${value}${met === false ? "  MISSED" : ""}`);
  }
  process.exitCode = rows.some(([, , met]) => met === false) ? 1 : 0;
}

/** The command as a person types it. */
async function commandSeconds(): Promise<number> {
  const started = performance.now();
  await succeeded(startCommand());
  return (performance.now() - started) / 1000;
}

/** Its peak memory, in a run of its own: looking at every process ten times a second takes time too. */
async function commandMemory(): Promise<number> {
  const child = startCommand();
  const peak = watchMemory(child.pid ?? 0);
  await succeeded(child);
  return peak() / 1e9;
}

function startCommand(): ChildProcess {
  const command = join(packageFolder, "local", "agora-classroom.mjs");
  return spawn(process.execPath, [command, "preview"], { cwd: packageFolder, stdio: "ignore" });
}

async function succeeded(child: ChildProcess): Promise<void> {
  const code = await exitCode(child);
  if (code !== 0) {
    throw new Error(`agora-classroom preview ended with ${code}`);
  }
}

/** One preview by the CLI alone, without what our command does before and after. */
async function engineSeconds(cwd: string, withPack: boolean): Promise<number> {
  let seconds = Number.NaN;
  await runOffline({ stack: "dev", cwd }, context, async ({ pulumi, packArgs }) => {
    const started = performance.now();
    const { code, text } = await pulumi.read([
      "preview",
      ...["--stack", "dev", "--config-file", pulumi.configFile],
      ...(withPack ? packArgs : []),
    ]);
    seconds = (performance.now() - started) / 1000;
    if (code !== 0) {
      throw new Error(text);
    }
    return code;
  });
  return seconds;
}

/** The pack through Pulumi's standard runner, until it prints the port it listens on. */
async function packStartSeconds(): Promise<number> {
  const folder = join(packageFolder, "policies");
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [folder] });
  const started = performance.now();
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  const seconds = (performance.now() - started) / 1000;
  const ended = exitCode(child);
  child.kill();
  await ended;
  return seconds;
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
}

/** A program without resources: what is left is the engine, the language host and Node.js. */
function writeEmptyProgram(): string {
  const folder = join(localFolder, "empty-program");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Pulumi.yaml"), "name: empty\nruntime: nodejs\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), "");
  return folder;
}

void main();
