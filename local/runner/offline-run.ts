// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join, resolve } from "node:path";
import { cacheFolder } from "../engine/cache";
import { findEngine } from "../engine/find";
import { waysFor } from "../engine/ways";
import { strictProvidersVariable } from "../stand-in/strict-providers";
import { packageFolder, standingIn } from "./checkout";
import type { Context } from "./command";
import { Failure } from "./failure";
import { makeHome } from "./home";
import { provideLanguage } from "./language";
import { refuseMissingPackages } from "./missing-packages";
import { type Passphrase, passphraseOf } from "./passphrase";
import { type Project, readProject } from "./project";
import { Pulumi } from "./pulumi";
import { makeRunFolder, removeRunFolder } from "./run-folder";

/** The options that every command on a stack has. */
export const stackOptions = {
  stack: { value: "NAME", description: "The stack whose configuration is used", default: "dev" },
  cwd: {
    value: "DIR",
    description: "The folder of the Pulumi program (default: the current one)",
  },
} as const;

/** The options of a command that runs the program. */
export const runOptions = {
  ...stackOptions,
  "strict-providers": {
    description: "Refuse providers other than AWS, which are not checked without a plug-in",
  },
} as const;

/** One offline run on one stack: the CLI, the project, and a folder that is removed at the end. */
export interface OfflineRun {
  readonly pulumi: Pulumi;
  readonly project: Project;
  readonly folder: string;
  /** What encrypts the secrets of the state. */
  readonly passphrase: Passphrase;
  /** The arguments that put the pack in front of a preview, an update or an analysis. */
  readonly packArgs: readonly string[];
}

/** The stack and the program, as typed. */
export interface Named {
  readonly stack: string | undefined;
  readonly cwd: string | undefined;
  /** Whether a provider without a plug-in is refused. @default - it is played by a generic stand-in */
  readonly "strict-providers"?: boolean;
}

/** The parts of a command's context that a run needs. */
export type RunContext = Pick<Context, "stop" | "environment"> & {
  readonly terminal: Pick<Context["terminal"], "say" | "progress">;
  readonly output?: Pick<Context["output"], "json" | "quiet" | "color">;
};

/** Prepares one run, does the work, and removes what the run has written. */
export async function runOffline(
  values: Named,
  { stop, environment, terminal, output }: RunContext,
  work: (run: OfflineRun) => Promise<number>,
): Promise<number> {
  const program = programFolder(values.cwd, environment);
  const project = readProject(program, stackName(values.stack), environment);
  refuseMissingPackages(program, project.runtime, environment);
  const search = { ...terminal, environment, stop, cache: cacheFolder(environment) };
  const engine = await findEngine(waysFor(environment), search);
  terminal.say(`Pulumi ${engine.version} ${engine.origin}, ${project.name} stack ${project.stack}`);
  const folder = makeRunFolder();
  const passphrase = passphraseOf(environment);
  try {
    const home = makeHome(program, project.runtime, environment);
    await provideLanguage(project.runtime.name, engine, home, search);
    const pulumi = new Pulumi({
      ...{ engine, project, home, folder, passphrase, stop, output },
      environment: {
        ...environment,
        [strictProvidersVariable]: values["strict-providers"] ? "1" : "",
      },
    });
    await pulumi.makeStack();
    const run = { pulumi, project, folder, passphrase, packArgs: packArgs(project) };
    const code = await work(run);
    stop.throwIfAborted();
    return code;
  } finally {
    removeRunFolder(folder);
  }
}

/** The folder of the program: a relative one is meant from where the user stands. */
export function programFolder(cwd: string | undefined, environment: NodeJS.ProcessEnv): string {
  return cwd === undefined ? process.cwd() : resolve(standingIn(environment), cwd);
}

export function stackName(name: string | undefined): string {
  if (name === undefined || !/^[A-Za-z0-9._-]{1,100}$/.test(name)) {
    throw new Failure(
      `'--stack' must be 1 to 100 letters, digits, '.', '_' or '-', got ${JSON.stringify(name ?? "")}.`,
    );
  }
  return name;
}

function packArgs({ packConfiguration }: Project): string[] {
  return [
    // The executable gives the same verdicts as the folder and starts five times as fast.
    ...["--policy-pack", join(packageFolder, "policies", "pack")],
    ...(packConfiguration === undefined ? [] : ["--policy-pack-config", packConfiguration]),
  ];
}
