// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How one request goes wrong. */
export type ConsoleFault = (response: ServerResponse) => unknown;

/** A project as Agora's page about the Console API shows it. */
export interface DocumentedProject {
  readonly id: string;
  readonly name: string;
  readonly vendor_key: string;
  readonly sign_key: string | null;
  readonly recording_server: string | null;
  readonly status: number;
  readonly created: number;
}

/** The customer's keys that the server knows. */
export const customer = { id: "customer-0123456789abcdef", secret: "customer-secret-fedcba98" };

/**
 * Agora's Console API on loopback, as its page documents the call that is used: basic authentication,
 * status 201 for a read, and every project with its certificate in clear.
 */
export class LoopbackConsole {
  public projects: readonly DocumentedProject[] = [];
  /** Faults of the next requests, in their order; after the last one everything is well again. */
  public readonly upcoming: ConsoleFault[] = [];
  /** Goes wrong on every request, when set. */
  public always?: ConsoleFault;
  /** When each request came, in milliseconds. */
  public readonly times: number[] = [];

  private constructor(private readonly server: Server) {}

  public static async start(): Promise<LoopbackConsole> {
    const server = createServer();
    const api = new LoopbackConsole(server);
    server.on("request", (request, response) => api.answer(request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return api;
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private answer({ method, url, headers }: IncomingMessage, response: ServerResponse): unknown {
    this.times.push(performance.now());
    const fault = this.upcoming.shift() ?? this.always;
    if (fault !== undefined) {
      return fault(response);
    }
    const known = Buffer.from(`${customer.id}:${customer.secret}`).toString("base64");
    if (headers.authorization !== `Basic ${known}`) {
      return say(response, 401, { message: "Unauthorized" });
    }
    return method === "GET" && url === "/dev/v1/projects"
      ? say(response, 201, { projects: this.projects })
      : say(response, 404, { message: "no Route matched with those values" });
  }
}

/** Answers with a status and a JSON body. */
export function say(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** The project of Agora's published test vectors. */
export function documentedProject(change: Partial<DocumentedProject> = {}): DocumentedProject {
  return {
    id: "7sdnf3xRH",
    name: "classroom",
    vendor_key: "970CA35de60c44645bbae8a215061b33",
    sign_key: "5CFd2fd1755d40ecb72977518be15d3b",
    recording_server: null,
    status: 1,
    created: 1464165672,
    ...change,
  };
}
