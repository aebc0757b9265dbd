// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** An executable policy pack, started and spoken to the way the engine does it. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Mixed } from "./mixed-resources";

/** As much as a stack of thousands of resources takes. */
const MESSAGE_BYTES = 400 * 1024 * 1024;

export class PackProcess {
  readonly #child: ChildProcess;
  readonly #client: AnalyzerClient;

  private constructor(child: ChildProcess, port: string) {
    this.#child = child;
    this.#client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.max_send_message_length": MESSAGE_BYTES,
      "grpc.max_receive_message_length": MESSAGE_BYTES,
    });
  }

  public static async start(path: string): Promise<PackProcess> {
    const child = spawn(path, ["127.0.0.1:1"], { stdio: ["ignore", "pipe", "inherit"] });
    const [port] = await once(child.stdout, "data");
    return new PackProcess(child, String(port).trim());
  }

  public get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** One call for each resource, one after the other. */
  public async analyze(resources: readonly Mixed[]): Promise<void> {
    for (const { type, name, urn, properties } of resources) {
      const request = new AnalyzeRequest()
        .setType(type)
        .setUrn(urn)
        .setName(name)
        .setOptions(new AnalyzerResourceOptions())
        .setProperties(struct(properties));
      await this.#call((done) => this.#client.analyze(request, done));
    }
  }

  public async analyzeStack(resources: readonly Mixed[]): Promise<void> {
    const request = new AnalyzeStackRequest().setResourcesList(
      resources.map(({ type, name, urn, properties }) =>
        new AnalyzerResource()
          .setType(type)
          .setUrn(urn)
          .setName(name)
          .setOptions(new AnalyzerResourceOptions())
          .setProperties(struct(properties)),
      ),
    );
    await this.#call((done) => this.#client.analyzeStack(request, done));
  }

  public async stop(): Promise<void> {
    this.#client.close();
    this.#child.kill();
    await once(this.#child, "exit");
  }

  #call(send: (done: (error: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => send((error) => (error ? reject(error) : resolve())));
  }
}

function struct(properties: object): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}
