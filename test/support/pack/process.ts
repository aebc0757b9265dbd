// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A policy pack in a process of its own, started and spoken to the way the engine does it. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeResponse, AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import {
  type Analysis,
  analysisOf,
  configureRequest,
  type PackConfiguration,
  resourceRequest,
  stackRequest,
} from "./messages";
import type { Shown } from "./program";

/** The address of the engine, which packs only use to log. */
const engine = "127.0.0.1:1";

const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

export class PackProcess {
  private readonly client: AnalyzerClient;

  private constructor(
    private readonly child: ChildProcess,
    port: string,
  ) {
    this.client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /** Starts a pack, a folder or an executable; its first line of output is the port that it serves. */
  public static async start(
    pack: string,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<PackProcess> {
    const child = startPack(pack, environment);
    const lines = createInterface({ input: child.stdout });
    const [port] = (await Promise.race([
      once(lines, "line"),
      once(child, "exit").then(([code]) => {
        throw new Error(`The pack in ${pack} ended with exit code ${code}.`);
      }),
    ])) as [string];
    return new PackProcess(child, port);
  }

  public async stop(): Promise<void> {
    this.client.close();
    this.child.kill();
    await once(this.child, "exit");
  }

  public info(): Promise<AnalyzerInfo> {
    return new Promise((resolve, reject) => {
      this.client.getAnalyzerInfo(new Empty(), settle(resolve, reject));
    });
  }

  public async configure(configuration: PackConfiguration): Promise<void> {
    await new Promise((resolve, reject) => {
      this.client.configure(configureRequest(configuration), settle(resolve, reject));
    });
  }

  public async analyze(resource: Shown): Promise<Analysis> {
    const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
      this.client.analyze(resourceRequest(resource), settle(resolve, reject));
    });
    return analysisOf(response);
  }

  public async analyzeStack(resources: readonly Shown[]): Promise<Analysis> {
    const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
      this.client.analyzeStack(stackRequest(resources), settle(resolve, reject));
    });
    return analysisOf(response);
  }
}

/** The exit code and the output of a pack that refuses to serve. */
export async function endOfPack(
  pack: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const child = startPack(pack, {});
  const output: string[] = [];
  child.stdout.on("data", (text) => output.push(String(text)));
  child.stderr.on("data", (text) => output.push(String(text)));
  const [code] = await once(child, "close");
  return { code, output: output.join("") };
}

/** A folder is run by the runner of the language host, inside the folder; an executable runs by itself. */
function startPack(pack: string, environment: NodeJS.ProcessEnv) {
  const isFolder = statSync(pack).isDirectory();
  const [command, args, cwd] = isFolder
    ? [process.execPath, [runner, engine, pack], pack]
    : [pack, [engine], tmpdir()];
  return spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function settle<T>(resolve: (value: T) => void, reject: (error: ServiceError) => void) {
  return (error: ServiceError | null, value: T): void => (error ? reject(error) : resolve(value));
}
