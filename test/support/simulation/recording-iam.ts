// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An IAM on loopback that answers what it is told to, and remembers what it was asked. */
export class LoopbackIam {
  /** The next answers' status and text. */
  public reply = { status: 200, text: listOf() };
  public received: { readonly request: IncomingMessage; readonly body: string }[] = [];

  private constructor(private readonly server: Server) {
    server.on("request", (request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      request.on("end", () => {
        this.received.push({ request, body });
        const { status, text } = this.reply;
        response.writeHead(status, { "content-type": "text/xml", connection: "close" }).end(text);
      });
    });
  }

  public static async start(): Promise<LoopbackIam> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new LoopbackIam(server);
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  public async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** IAM's answer to ListAccessKeys, as its API reference shows it. */
export function listOf(...members: readonly string[]): string {
  return (
    '<ListAccessKeysResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">' +
    "<ListAccessKeysResult><UserName>writer</UserName>" +
    `<AccessKeyMetadata>${members.join("")}</AccessKeyMetadata>` +
    "<IsTruncated>false</IsTruncated></ListAccessKeysResult></ListAccessKeysResponse>"
  );
}

/** One key in such an answer. */
export function keyIn(id: string, status: string, created: string): string {
  return (
    `<member><UserName>writer</UserName><AccessKeyId>${id}</AccessKeyId>` +
    `<Status>${status}</Status><CreateDate>${created}</CreateDate></member>`
  );
}
