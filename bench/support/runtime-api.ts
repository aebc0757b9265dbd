// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A Runtime API of Lambda on loopback that hands out one event over and over and takes the time. */
export class RuntimeApi {
  private readonly latencies: number[] = [];
  private handedOutAt = 0;
  private wanted = 0;
  private finish: (latencies: number[]) => void = () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly event: string,
  ) {}

  public static async start(event: object): Promise<RuntimeApi> {
    const server = createServer();
    const api = new RuntimeApi(server, JSON.stringify(event));
    server.on("request", (request, response) => {
      request.resume().on("end", () => {
        const isNext = request.method === "GET";
        if (!isNext) {
          api.taken();
        }
        response
          .writeHead(isNext ? 200 : 202, {
            "lambda-runtime-aws-request-id": "bench",
            "lambda-runtime-deadline-ms": String(Date.now() + 60_000),
          })
          .end(isNext ? api.event : "");
        api.handedOutAt = performance.now();
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return api;
  }

  /** What `AWS_LAMBDA_RUNTIME_API` must be. */
  public get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Milliseconds from event to response, of as many invocations as asked for. */
  public measure(invocations: number): Promise<number[]> {
    this.latencies.length = 0;
    this.wanted = invocations;
    return new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private taken(): void {
    this.latencies.push(performance.now() - this.handedOutAt);
    if (this.latencies.length === this.wanted) {
      this.finish([...this.latencies]);
    }
  }
}
