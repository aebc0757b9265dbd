// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../local/engine/cache";
import { findEngine } from "../../../local/engine/find";
import { languageHostVariable } from "../../../local/engine/language-host-starter";
import { waysFor } from "../../../local/engine/ways";
import { makeHome } from "../../../local/runner/home";
import { cloneTo } from "../files/clone";
import { writeProgram } from "../files/temporary";
import { ROOT } from "../structure/sources";
import { type Ended, run } from "./commands";

/** A call of the AWS CLI that a runbook made. */
export interface AwsCall {
  readonly args: readonly string[];
  readonly stdin: string;
}

/**
 * A machine on which an operator follows a runbook: a clone of this checkout, the real Pulumi CLI with a
 * backend in a folder and the stand-in for AWS, and an AWS CLI that writes down what it is asked to do.
 */
export class RunbookMachine {
  private constructor(
    public readonly clone: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  public static async make(folder: string): Promise<RunbookMachine> {
    const environment = { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" };
    const [clone, bin, home, state] = ["clone", "bin", "home", "state"].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    cloneTo(clone);
    for (const each of [bin, home, state]) {
      mkdirSync(each);
    }
    const engine = await findEngine(waysFor(environment), {
      environment,
      stop: new AbortController().signal,
      cache: cacheFolder(environment),
      say: () => {},
      progress: () => {},
    });
    const local = makeHome(ROOT);
    symlinkSync(join(local.folder, "plugins"), join(home, "plugins"));
    symlinkSync(engine.command, join(bin, "pulumi"));
    // Standard input is kept for what a person types.
    writeProgram(bin, "aws", recorder(join(folder, "aws-calls")));
    return new RunbookMachine(clone, {
      PATH: [bin, ...(engine.hasLanguageHost ? [] : [local.bin]), process.env.PATH].join(":"),
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: "runbook",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // As in our own commands: types are checked elsewhere, long stack traces cost time, and a state that is
      // thrown away need not outlive a crash.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      NODE_OPTIONS: "--stack-trace-limit=4",
      PULUMI_SKIP_CHECKPOINTS: "true",
      // Nobody is there to answer "yes".
      PULUMI_SKIP_CONFIRMATIONS: "true",
      [languageHostVariable]: join(ROOT, "local", "dist", "language-host.js"),
      CALLS: join(folder, "aws-calls"),
      INIT_CWD: clone,
    });
  }

  /** Runs the commands of a document, one after the other; the first that fails ends it. */
  public follow(
    document: string,
    { typed = [], environment = {} }: { typed?: string[]; environment?: NodeJS.ProcessEnv } = {},
  ): Promise<Ended> {
    const script = ["set -euo pipefail", ...commandsOf(document)].join("\n");
    const input = typed.map((line) => `${line}\n`).join("");
    return run("bash", ["-c", `exec bash -c "$SCRIPT" < <(printf %s "$TYPED")`], {
      cwd: this.clone,
      environment: { ...this.environment, ...environment, SCRIPT: script, TYPED: input },
    });
  }

  /** Runs one command on this machine. */
  public run(...args: [string, ...string[]]): Promise<Ended> {
    const [command, ...rest] = args;
    return run(command, rest, { cwd: this.clone, environment: this.environment });
  }

  /** What the AWS CLI was asked to do so far. */
  public awsCalls(): AwsCall[] {
    const file = this.environment.CALLS ?? "";
    return existsSync(file)
      ? readFileSync(file, "utf8")
          .split("\0\0")
          .filter((call) => call !== "")
          .map((call) => {
            const [stdin = "", ...args] = call.split("\0");
            return { args, stdin };
          })
      : [];
  }
}

/** The commands of a runbook: what stands in its blocks marked `sh`. */
export function commandsOf(document: string): string[] {
  const text = readFileSync(join(ROOT, document), "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");
}

/** Writes standard input, where a command reads it, and the arguments, apart by NUL. */
function recorder(file: string): string {
  return [
    'case "$*" in *file:///dev/stdin*) stdin=$(cat) ;; *) stdin= ;; esac',
    `printf '%s' "$stdin" >> '${file}'`,
    `for argument in "$@"; do printf '\\0%s' "$argument" >> '${file}'; done`,
    `printf '\\0\\0' >> '${file}'`,
  ].join("\n");
}
