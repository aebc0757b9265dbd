// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type {
  ProxyEvent,
  ProxyResult,
} from "../../../components/token-service/runtime/proxy-event";
import { witness } from "./witness";

/** The bundle as it is deployed. */
export const bundle = join(__dirname, "../../../components/token-service/dist/index.js");

/** Loads the bundle as Lambda does and hands it the events that come over the process's channel. */
const host = `
const { handler } = require(${JSON.stringify(bundle)});
process.on("message", async ({ number, event }) => {
  process.send({ number, result: await handler(event, { awsRequestId: "invocation-" + number }) });
});
process.send({ ready: true });
`;

/** The deployed bundle in a process of its own, as in an execution environment of Lambda. */
export class Lambda {
  public readonly lines: string[] = [];
  private readonly pending = new Map<number, (result: ProxyResult) => void>();
  private invocations = 0;

  private constructor(private readonly child: ChildProcess) {
    let rest = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      this.lines.push(...lines);
      witness.lines.push(...lines);
    });
    child.on("message", ({ number, result }: { number: number; result: ProxyResult }) =>
      this.pending.get(number)?.(result),
    );
  }

  /** Starts it with nothing in its environment but what is given. */
  public static async start(environment: NodeJS.ProcessEnv): Promise<Lambda> {
    const lambda = new Lambda(spawnHost(environment));
    await once(lambda.child, "message");
    return lambda;
  }

  /** Starts it and answers with what it says while it fails to start. */
  public static async startFailing(environment: NodeJS.ProcessEnv): Promise<string> {
    const child = spawnHost(environment);
    let text = "";
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    await once(child, "close");
    return text;
  }

  public async invoke(event: ProxyEvent): Promise<ProxyResult> {
    this.invocations += 1;
    const number = this.invocations;
    const answered = new Promise<ProxyResult>((resolve) => this.pending.set(number, resolve));
    this.child.send({ number, event });
    const result = await answered;
    witness.responses.push(result.body);
    return result;
  }

  /** The lines that it has printed, once there are so many: they travel beside the answers, and may be slower. */
  public async printed(count: number): Promise<readonly string[]> {
    while (this.lines.length < count && this.child.stdout) {
      await once(this.child.stdout, "data");
    }
    return this.lines;
  }

  public async stop(): Promise<void> {
    const closed = once(this.child, "close");
    this.child.kill();
    await closed;
  }
}

function spawnHost(environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ["-e", host], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}
