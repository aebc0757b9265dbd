// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "../engine/engine";
import { languageHostVariable } from "../engine/language-host-starter";
import { packageFolder } from "./checkout";
import { runChild } from "./child";
import type { Context } from "./command";
import { Failure } from "./failure";
import type { Home } from "./home";
import type { Passphrase } from "./passphrase";
import type { Project } from "./project";

/**
 * A Ctrl-C on a terminal reaches Pulumi too, and a second signal means "terminate immediately" to it.
 * So it gets this long to end by itself. Without a terminal only we send the signal.
 */
const patienceMilliseconds = process.stdin.isTTY ? 5_000 : 0;

/** What a run of the CLI is made of. */
export interface Equipment {
  readonly engine: Engine;
  readonly project: Project;
  readonly home: Home;
  /** The run's own folder. */
  readonly folder: string;
  readonly passphrase: Passphrase;
  readonly environment: NodeJS.ProcessEnv;
  readonly stop: AbortSignal;
  /** @default - text for a person, in colour on a terminal */
  readonly output?: Pick<Context["output"], "json" | "quiet" | "color">;
}

/** A Pulumi CLI on one stack of one project; its backend lives in the run's folder. */
export class Pulumi {
  private readonly engine: Engine;
  private readonly project: Project;
  private readonly folder: string;
  private readonly environment: NodeJS.ProcessEnv;
  private readonly stop: AbortSignal;
  private readonly output: Equipment["output"];

  public constructor(equipment: Equipment) {
    this.engine = equipment.engine;
    this.project = equipment.project;
    this.folder = equipment.folder;
    this.environment = hermetic(equipment);
    this.stop = equipment.stop;
    this.output = equipment.output;
  }

  /** The copy of the stack's configuration that a run uses, since Pulumi writes into it. */
  public get configFile(): string {
    return join(this.folder, "project", `Pulumi.${this.project.stack}.yaml`);
  }

  /**
   * Makes the stack in the throw-away backend. This happens beside a copy of the configuration because
   * `pulumi stack init` writes an encryption salt into the stack's file, which git tracks.
   */
  public async makeStack(): Promise<void> {
    const folder = join(this.folder, "project");
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(this.folder, "state"));
    writeFileSync(
      join(folder, "Pulumi.yaml"),
      JSON.stringify({ name: this.project.name, runtime: "nodejs" }),
    );
    writeFileSync(this.configFile, this.project.stackConfiguration);
    let words = "";
    const code = await runChild(
      this.engine.command,
      ["stack", "init", this.project.stack, "--non-interactive"],
      {
        cwd: folder,
        env: this.environment,
        stop: this.stop,
        onText: (text) => {
          words += text;
        },
      },
    );
    this.stop.throwIfAborted();
    if (code !== 0) {
      throw new Failure(
        `Pulumi could not make the stack '${this.project.stack}': ${words.trim().split("\n").pop()}`,
      );
    }
  }

  /** Runs a command of the CLI on the stack, shows what it prints, and returns its exit code. */
  public async run(args: readonly string[]): Promise<number> {
    const color = this.output?.color;
    const all = [
      ...[...args, "--stack", this.project.stack],
      ...(color === undefined ? [] : ["--color", color]),
    ];
    if (this.output?.quiet) {
      return this.runQuietly(all);
    }
    // With --json, standard output is for our own document.
    const stdout = this.output?.json ? process.stderr.fd : "inherit";
    return runChild(this.engine.command, all, this.options(["inherit", stdout, "inherit"]));
  }

  /** Shows what the CLI printed only if it failed. */
  private async runQuietly(args: readonly string[]): Promise<number> {
    let text = "";
    const code = await runChild(this.engine.command, args, {
      ...this.options(["ignore", "pipe", "pipe"]),
      onText: (part) => {
        text += part;
      },
    });
    if (code !== 0) {
      process.stderr.write(text);
    }
    return code;
  }

  /** Runs a command of the CLI and returns what it printed on standard output, whatever its exit code. */
  public async read(args: readonly string[]): Promise<{ code: number; text: string }> {
    let text = "";
    const code = await runChild(this.engine.command, args, {
      ...this.options(["ignore", "pipe", "inherit"]),
      onText: (part) => {
        text += part;
      },
    });
    return { code, text };
  }

  private options(stdio: ("ignore" | "pipe" | "inherit" | number)[]) {
    return {
      cwd: this.project.folder,
      env: this.environment,
      stop: this.stop,
      patienceMilliseconds,
      stdio,
    };
  }
}

/** The user's environment, without what points Pulumi to their account, plug-ins or settings. */
function hermetic({ environment, engine, home, folder, passphrase }: Equipment): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith("PULUMI_")),
  );
  return {
    ...own,
    ...passphrase.variables,
    PATH: [...(engine.hasLanguageHost ? [] : [home.bin]), environment.PATH].join(delimiter),
    PULUMI_HOME: home.folder,
    PULUMI_BACKEND_URL: pathToFileURL(join(folder, "state")).href,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Without this, the whole state is written after every resource. A crashed run's state is never used.
    PULUMI_SKIP_CHECKPOINTS: "true",
    // An AWS plug-in on the user's PATH would take precedence over the stand-in, and would call AWS.
    ...(engine.hasLanguageHost && { PULUMI_IGNORE_AMBIENT_PLUGINS: "true" }),
    // Types are checked by `npm run check`; doing it in each preview costs four seconds.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    // Pulumi's SDK writes a stack trace for every promise, and ts-node maps each of its frames to a
    // source: four frames still tell where a program went wrong, ten cost another half second.
    NODE_OPTIONS: `--stack-trace-limit=4 ${environment.NODE_OPTIONS ?? ""}`.trim(),
    // The event log that the summary is made from is a flag for debugging.
    PULUMI_DEBUG_COMMANDS: "true",
    [languageHostVariable]: join(packageFolder, "local", "dist", "language-host.js"),
  };
}
