// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What the policy pack costs on the real engine: a preview of 100, 1,000 and 5,000 resources without a
 * pack, with the simplest one that there can be, and with ours; the pack by itself, spoken to the way
 * the engine does; and the rules by themselves, over 1,000 resources several times, without what the
 * policy SDK does around each. Each round runs all variants in turn, figures are medians, and ratios
 * are of one run. `ROUNDS` changes the number of rounds. Exits with 1 when a target is missed.
 */

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { localFolder, packageFolder } from "../local/runner/checkout";
import { runOffline } from "../local/runner/offline-run";
import { median } from "./support/median";
import { mixed } from "./support/mixed-resources";
import { PackProcess } from "./support/pack-process";
import { watchMemory } from "./support/process-tree";
import { ruleTimes } from "./support/rule-times";

const SIZES = [100, 1_000, 5_000] as const;
/** Passes of the rules over 1,000 resources in a round, the first of which compiles them. */
const PASSES = 5;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const OURS = join(packageFolder, "policies", "pack");
const TARGETS = {
  toSimplest: 1.1,
  perResource: 1.2,
  resourceMilliseconds: 100,
  stackMilliseconds: 200,
  startSeconds: 0.5,
};

const context = {
  stop: new AbortController().signal,
  environment: process.env,
  terminal: { say: () => {}, progress: () => {} },
};

type Row = [what: string, value: string, met?: boolean];

async function main(): Promise<void> {
  const folder = join(localFolder, "bench-policies");
  rmSync(folder, { recursive: true, force: true });
  const simplest = writeSimplestPack(join(folder, "simplest"));
  const programs = new Map(SIZES.map((size) => [size, writeProgram(folder, size)]));
  const previews = new Map<string, number[]>();
  const packs = { ours: [] as Cost[], simplest: [] as Cost[] };
  const times: Awaited<ReturnType<typeof ruleTimes>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let pass = 0; pass < PASSES; pass += 1) {
      times.push(await ruleTimes(mixed(1_000)));
    }
    packs.ours.push(await packCost(OURS));
    packs.simplest.push(await packCost(simplest));
    for (const [size, program] of programs) {
      for (const [variant, pack] of [["none"], ["simplest", simplest], ["ours", OURS]] as const) {
        const key = `${variant} ${size}`;
        previews.set(key, [...(previews.get(key) ?? []), await previewSeconds(program, pack)]);
      }
    }
  }
  rmSync(folder, { recursive: true });
  report((variant, size) => median(previews.get(`${variant} ${size}`) ?? []), packs, {
    resources: median(times.map(({ resources }) => resources)),
    stack: median(times.map(({ stack }) => stack)),
  });
}

function report(
  preview: (variant: string, size: number) => number,
  packs: Readonly<Record<"ours" | "simplest", readonly Cost[]>>,
  rules: Awaited<ReturnType<typeof ruleTimes>>,
): void {
  const ours = (name: keyof Cost) => median(packs.ours.map((cost) => cost[name]));
  const simplest = (name: keyof Cost) => median(packs.simplest.map((cost) => cost[name]));
  const ratio = preview("ours", 1_000) / preview("simplest", 1_000);
  const growth = ours("growth");
  const rows: Row[] = [
    ...SIZES.map(
      (size): Row => [
        `preview of ${size} resources`,
        `${preview("none", size).toFixed(2)} s, with the simplest pack ` +
          `${preview("simplest", size).toFixed(2)} s, with ours ` +
          `${preview("ours", size).toFixed(2)} s`,
      ],
    ),
    [
      "ours to the simplest, 1,000 resources",
      `${ratio.toFixed(2)}, target ${TARGETS.toSimplest}`,
      ratio <= TARGETS.toSimplest,
    ],
    [
      "cost per resource, 5,000 to 1,000",
      `${growth.toFixed(2)}, target ${TARGETS.perResource}`,
      growth <= TARGETS.perResource,
    ],
    [
      "resource checks of 1,000 resources",
      `${rules.resources.toFixed(0)} ms, target ${TARGETS.resourceMilliseconds} ms`,
      rules.resources <= TARGETS.resourceMilliseconds,
    ],
    [
      "stack rules over 1,000 resources",
      `${rules.stack.toFixed(0)} ms, target ${TARGETS.stackMilliseconds} ms`,
      rules.stack <= TARGETS.stackMilliseconds,
    ],
    [
      "calls for 1,000 resources",
      `${ours("resources").toFixed(0)} ms (the simplest: ${simplest("resources").toFixed(0)} ms)`,
    ],
    [
      "call for a stack of 1,000",
      `${ours("stack").toFixed(0)} ms (the simplest: ${simplest("stack").toFixed(0)} ms)`,
    ],
    [
      "start of the executable",
      `${ours("start").toFixed(2)} s, target ${TARGETS.startSeconds} s (the simplest: ` +
        `${simplest("start").toFixed(2)} s)`,
      ours("start") <= TARGETS.startSeconds,
    ],
    [
      "memory of the pack",
      `${ours("megabytes").toFixed(0)} MB (the simplest: ${simplest("megabytes").toFixed(0)} MB)`,
    ],
  ];
  for (const [what, value, met] of rows) {
    console.log(`${what.padEnd(40)} ${value}${met === false ? "  MISSED" : ""}`);
  }
  process.exitCode = rows.some(([, , met]) => met === false) ? 1 : 0;
}

async function previewSeconds(cwd: string, pack: string | undefined): Promise<number> {
  let seconds = Number.NaN;
  await runOffline({ stack: "dev", cwd }, context, async ({ pulumi }) => {
    const started = performance.now();
    const { code, text } = await pulumi.read([
      "preview",
      ...["--stack", "dev", "--config-file", pulumi.configFile, "--json"],
      ...(pack === undefined ? [] : ["--policy-pack", pack]),
    ]);
    seconds = (performance.now() - started) / 1000;
    if (code !== 0) {
      throw new Error(text.slice(-2_000));
    }
    return code;
  });
  return seconds;
}

interface Cost {
  /** Seconds until the pack tells its port. */
  readonly start: number;
  /** Milliseconds for the checks of a thousand resources, one call each. */
  readonly resources: number;
  /** Milliseconds for the check of the whole stack of a thousand. */
  readonly stack: number;
  /** What a resource costs in a stack of five thousand, to what it costs in one of a thousand. */
  readonly growth: number;
  readonly megabytes: number;
}

async function packCost(path: string): Promise<Cost> {
  const started = performance.now();
  const pack = await PackProcess.start(path);
  const start = (performance.now() - started) / 1000;
  const peak = watchMemory(pack.pid, 50);
  const resources = mixed(1_000);
  await pack.analyze(resources.slice(0, 100));
  const analyzing = performance.now();
  await pack.analyze(resources);
  const analyzed = performance.now();
  await pack.analyzeStack(resources);
  const stack = performance.now() - analyzed;
  const many = mixed(5_000);
  const growing = performance.now();
  await pack.analyze(many);
  await pack.analyzeStack(many);
  const grown = (performance.now() - growing) / 5;
  await pack.stop();
  const growth = grown / (analyzed - analyzing + stack);
  return { growth, start, resources: analyzed - analyzing, stack, megabytes: peak() / 1e6 };
}

/** One rule that looks at nothing, as an executable. */
function writeSimplestPack(folder: string): string {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(packageFolder, "node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "simplest", version: "1.0.0" }),
  );
  const path = join(folder, "pack");
  writeFileSync(
    path,
    `#!/usr/bin/env node
process.chdir(__dirname);
const { PolicyPack } = require("@pulumi/policy");
const policy = { name: "nothing", description: "Nothing must be.", enforcementLevel: "mandatory" };
new PolicyPack("simplest", { policies: [
  { ...policy, validateResource: () => {} },
  { ...policy, name: "nothing-at-all", validateStack: () => {} },
] });
`,
    { mode: 0o755 },
  );
  return path;
}

/** A program of so many resources that are all right, of kinds that rules look at. */
function writeProgram(parent: string, size: number): string {
  const folder = join(parent, String(size));
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(packageFolder, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: many\nruntime: nodejs\n");
  writeFileSync(join(folder, "Pulumi.dev.yaml"), "config:\n  aws:region: eu-central-1\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "many", main: "index.js" }));
  writeFileSync(
    join(folder, "index.js"),
    `const aws = require("@pulumi/aws");
for (let index = 0; index < ${size / 4}; index += 1) {
  const topic = new aws.sns.Topic("topic" + index, { kmsMasterKeyId: "alias/classroom" });
  new aws.sns.TopicSubscription("subscription" + index, {
    topic: topic.arn, protocol: "email", endpoint: "operations@example.com",
  });
  new aws.cloudwatch.MetricAlarm("alarm" + index, {
    comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions: [topic.arn],
  });
  new aws.ec2.SecurityGroup("group" + index, {
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
  });
}
`,
  );
  return folder;
}

void main();
