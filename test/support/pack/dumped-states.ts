// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The states of our own stacks, deployed against the stand-in for AWS, and what the built pack says of them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runOffline } from "../../../local/runner/offline-run";
import { ROOT } from "../structure/sources";
import { lineOf, stable } from "./dumped-examples";
import type { PackConfiguration } from "./messages";
import { PackProcess } from "./process";
import type { Shown } from "./program";

/** A resource as `pulumi stack export` has it. */
interface Exported {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly custom: boolean;
  readonly external?: boolean;
  /** The provider's URN and id. */
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** The key by which the engine marks assets, archives and resources among values. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
/** What stands there for a resource. */
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** Deploys a stack as `npm run rehearse` does, and exports its state. */
export async function stateOf(stack: string, working: string): Promise<readonly Exported[]> {
  const file = join(working, `${stack}.json`);
  const context = {
    stop: new AbortController().signal,
    environment: { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" },
    terminal: { say: () => {}, progress: () => {} },
  };
  await runOffline({ stack, cwd: ROOT }, context, async ({ pulumi }) => {
    const config = ["--stack", stack, "--config-file", pulumi.configFile];
    for (const args of [
      ["up", "--yes", "--skip-preview", ...config],
      ["stack", "export", "--stack", stack, "--file", file],
    ]) {
      const { code, text } = await pulumi.read(args);
      assert.equal(code, 0, text);
    }
    return 0;
  });
  return JSON.parse(readFileSync(file, "utf8")).deployment.resources;
}

/** A line for each property of each resource, without what differs between two runs. */
export function dumpedState(state: readonly Exported[]): readonly string[] {
  return state.flatMap(({ outputs, ...resource }) => {
    const { inputs = {}, ...rest } = settled(resource);
    const components = resource.custom ? {} : outputs;
    return [
      ...members(`${resource.urn} |`, rest),
      ...members(`${resource.urn} | inputs`, inputs),
      ...members(`${resource.urn} | outputs`, components ?? {}),
    ];
  });
}

/** What the built pack says, spoken to the way the engine does it. */
export async function packLines(
  name: string,
  configuration: PackConfiguration,
  state: readonly Exported[],
): Promise<readonly string[]> {
  const shown = state.filter(({ external }) => external !== true).map((one) => shownOf(one, state));
  const pack = await PackProcess.start(join(ROOT, "policies", "pack"));
  try {
    await pack.configure(configuration);
    const lines: string[] = [];
    for (const resource of shown) {
      const { reports } = await pack.analyze(resource);
      lines.push(...reports.map((report) => lineOf(`${name} | resource`, report)));
    }
    const { reports, notApplicable } = await pack.analyzeStack(shown);
    lines.push(
      ...reports.map((report) => lineOf(`${name} | stack`, report)),
      ...notApplicable.map(
        ({ policy, reason }) => `${name} | not applicable | ${policy} | ${reason}`,
      ),
    );
    return lines;
  } finally {
    await pack.stop();
  }
}

function members(start: string, values: object): readonly string[] {
  return Object.entries(values).map(([key, value]) => `${start} ${key} = ${stable(plain(value))}`);
}

/** Times, places in sources and the ids of providers differ; dependencies come in any order. */
function settled(resource: Exported): Readonly<Record<string, unknown>> & { inputs?: object } {
  const { id, provider, dependencies = [], propertyDependencies = {}, ...rest } = resource;
  const differing = ["created", "modified", "sourcePosition", "stackTrace", "urn"];
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !differing.includes(key))),
    ...(!resource.type.startsWith("pulumi:providers:") && { id }),
    provider: provider?.split("::").slice(0, -1).join("::"),
    dependencies: [...dependencies].sort(),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([key, urns]) => [key, [...urns].sort()]),
    ),
  };
}

/** Files of a checkout are told by what is in them, not by where they lie. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const isFile = SIGNATURE in value && "hash" in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isFile && key === "path"))
      .map(([key, one]) => [key, plain(one)]),
  );
}

function shownOf(resource: Exported, state: readonly Exported[]): Shown {
  const { provider, inputs = {}, outputs = {}, propertyDependencies = {} } = resource;
  const given = state.find(({ urn, id }) => provider === `${urn}::${id}`);
  return {
    type: resource.type,
    name: nameOf(resource),
    urn: resource.urn,
    inputs: onWire(inputs),
    outputs: onWire({ ...outputs, ...(resource.id !== undefined && { id: resource.id }) }),
    propertyDependencies,
    ...(given && {
      provider: {
        type: given.type,
        name: nameOf(given),
        urn: given.urn,
        inputs: given.inputs ?? {},
      },
    }),
  };
}

/** A resource that is passed as a whole reaches a pack as its id, or as its URN if it has none. */
function onWire<Value>(value: Value): Value;
function onWire(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => onWire(one));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const members: Readonly<Record<string, unknown>> = { ...value };
  return members[SIGNATURE] === RESOURCE
    ? members.id || members.urn
    : Object.fromEntries(Object.entries(members).map(([key, one]) => [key, onWire(one)]));
}

function nameOf({ urn }: Exported): string {
  return urn.split("::").slice(3).join("::");
}
