// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { appId, certificate } from "./vectors";
import { witness } from "./witness";

const command = join(__dirname, "../../../local/dist/agora-classroom.js");

/** What the local server needs at least. */
export const settings = {
  PATH: process.env.PATH,
  PORT: "0",
  AGORA_APP_ID: appId,
  AGORA_APP_CERTIFICATE: certificate,
};

/** The local server in a process of its own. */
export class LocalServer {
  public stdout = "";
  public stderr = "";

  private constructor(private readonly child: ChildProcess) {
    witness.certificates.add(certificate);
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      this.stdout += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      this.stderr += chunk;
    });
  }

  /** Starts it and waits for the line that says that it is ready. */
  public static async start(environment: NodeJS.ProcessEnv = {}): Promise<LocalServer> {
    const server = LocalServer.spawn(environment);
    while (!server.stdout.includes("\n")) {
      await Promise.race([
        once(server.child.stdout as NodeJS.ReadableStream, "data"),
        server.ended(),
      ]);
    }
    return server;
  }

  /** Starts it and waits for its end; answers with the exit code. */
  public static async run(
    environment: NodeJS.ProcessEnv,
  ): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const server = LocalServer.spawn(environment);
    const [code] = await once(server.child, "close");
    return { code, stdout: server.stdout, stderr: server.stderr };
  }

  public get url(): string {
    return /(http:\/\/127\.0\.0\.1:\d+)\n$/.exec(this.stdout)?.[1] ?? "";
  }

  /** Sends a signal, unless it has ended already, and answers with the exit code. */
  public async end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    if (this.child.exitCode !== null) {
      return this.child.exitCode;
    }
    const closed = once(this.child, "close");
    this.child.kill(signal);
    const [code] = await closed;
    witness.lines.push(...this.stderr.split("\n").filter((line) => line.startsWith("{")));
    return code;
  }

  private static spawn(environment: NodeJS.ProcessEnv): LocalServer {
    const env = { ...settings, ...environment };
    return new LocalServer(
      spawn(process.execPath, [command, "token-service"], {
        env,
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
  }

  private async ended(): Promise<never> {
    await once(this.child, "close");
    throw new RangeError(`the local server ended: ${this.stderr}`);
  }
}
