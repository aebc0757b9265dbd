// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A policy pack in a process of its own, started and spoken to the way the engine does it. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
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

const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

export class PackProcess {
  readonly #child: ChildProcess;
  readonly #client: AnalyzerClient;

  private constructor(child: ChildProcess, port: string) {
    this.#child = child;
    this.#client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /** Starts the pack of a folder; its first line of output is the port that it serves. */
  public static async start(
    folder: string,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<PackProcess> {
    const child = startPack(folder, environment);
    const lines = createInterface({ input: child.stdout });
    const [port] = (await Promise.race([
      once(lines, "line"),
      once(child, "exit").then(([code]) => {
        throw new Error(`The pack in ${folder} ended with exit code ${code}.`);
      }),
    ])) as [string];
    return new PackProcess(child, port);
  }

  public async stop(): Promise<void> {
    this.#client.close();
    this.#child.kill();
    await once(this.#child, "exit");
  }

  public info(): Promise<AnalyzerInfo> {
    return new Promise((resolve, reject) => {
      this.#client.getAnalyzerInfo(new Empty(), settle(resolve, reject));
    });
  }

  public async configure(configuration: PackConfiguration): Promise<void> {
    await new Promise((resolve, reject) => {
      this.#client.configure(configureRequest(configuration), settle(resolve, reject));
    });
  }

  public async analyze(resource: Shown): Promise<Analysis> {
    const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
      this.#client.analyze(resourceRequest(resource), settle(resolve, reject));
    });
    return analysisOf(response);
  }

  public async analyzeStack(resources: readonly Shown[]): Promise<Analysis> {
    const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
      this.#client.analyzeStack(stackRequest(resources), settle(resolve, reject));
    });
    return analysisOf(response);
  }
}

/** How a pack ends that refuses to serve. */
export async function endOfPack(
  folder: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const child = startPack(folder, {});
  const output: string[] = [];
  child.stdout.on("data", (text) => output.push(String(text)));
  child.stderr.on("data", (text) => output.push(String(text)));
  const [code] = await once(child, "close");
  return { code, output: output.join("") };
}

function startPack(folder: string, environment: NodeJS.ProcessEnv) {
  return spawn(process.execPath, [runner, "127.0.0.1:1", folder], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function settle<T>(resolve: (value: T) => void, reject: (error: ServiceError) => void) {
  return (error: ServiceError | null, value: T): void => (error ? reject(error) : resolve(value));
}
