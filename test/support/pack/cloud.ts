// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The part of Pulumi Cloud that `pulumi policy publish` calls, on the loopback interface. */

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export class PulumiCloud {
  private uploaded: Buffer = Buffer.alloc(0);
  private completed = "";

  private constructor(private readonly server: Server) {
    server.on("request", async (request: IncomingMessage, response) => {
      const body = await bodyOf(request);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(this.answer(`${request.method} ${request.url}`, body)));
    });
  }

  public static async start(): Promise<PulumiCloud> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new PulumiCloud(server);
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The archive that was uploaded. */
  public archive(): Buffer {
    return this.uploaded;
  }

  /** Organization, pack and version, once the upload was declared complete. */
  public published(): string {
    return this.completed;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private answer(call: string, body: Buffer): unknown {
    const [, organization, pack, version] =
      /^POST \/api\/orgs\/([^/]+)\/policypacks\/([^/]+)\/versions\/([^/]+)\/complete$/.exec(call) ??
      [];
    if (organization !== undefined) {
      this.completed = `${organization}/${pack} ${version}`;
    }
    if (call === "PUT /upload") {
      this.uploaded = body;
    }
    return /^POST .*\/policypacks$/.test(call)
      ? { version: 1, uploadURI: `${this.url}/upload`, requiredHeaders: {} }
      : { githubLogin: "someone", name: "someone", organizations: [], gitHubLogin: "acme" };
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
