// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { create } from "tar";
import { writeProgram } from "../files/temporary";

/** How the site answers the request for an archive. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A stand-in for Pulumi's download site, and for a proxy in front of it, on loopback. */
export class DownloadSite {
  /** The paths that were asked for. */
  public readonly asked: string[] = [];
  /** The hosts that the proxy was asked to connect to. */
  public readonly proxied: string[] = [];

  private constructor(
    private readonly server: Server,
    public answer: Answer,
  ) {
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      this.asked.push(request.url ?? "");
      this.answer(request, response);
    });
    server.on("connect", (request, socket) => {
      this.proxied.push(request.url ?? "");
      const upstream = connect((server.address() as AddressInfo).port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      for (const side of [socket, upstream]) {
        side.on("error", () => socket.destroy());
      }
    });
  }

  public static async start(answer: Answer): Promise<DownloadSite> {
    const server = createServer();
    const site = new DownloadSite(server, answer);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return site;
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}

/** An archive in the form of Pulumi's: a folder `pulumi` with the CLI, a script here, and a language host. */
export function makeArchive(folder: string, script: string): { bytes: Buffer; sha256: string } {
  const root = mkdtempSync(join(folder, "archive-"));
  mkdirSync(join(root, "pulumi"));
  writeProgram(join(root, "pulumi"), "pulumi", script);
  writeProgram(join(root, "pulumi"), "pulumi-language-nodejs", "");
  // Large enough to arrive in several pieces, and not compressible.
  writeFileSync(join(root, "pulumi", "ballast"), randomBytes(400_000));
  const file = join(root, "archive.tar.gz");
  create({ file, cwd: root, gzip: true, sync: true }, ["pulumi"]);
  const bytes = readFileSync(file);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Sends it all at once. */
export function whole(bytes: Buffer): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-length": bytes.length }).end(bytes);
  };
}

/** Sends pieces with a pause between them. */
export function slowly(bytes: Buffer, pieces: number, pauseMilliseconds: number): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-length": bytes.length });
    const size = Math.ceil(bytes.length / pieces);
    const send = (from: number): void => {
      response.write(bytes.subarray(from, from + size));
      if (from + size < bytes.length) {
        setTimeout(send, pauseMilliseconds, from + size);
      } else {
        response.end();
      }
    };
    send(0);
  };
}

/** Sends the beginning, and closes the connection. */
export function cutOff(bytes: Buffer): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, 1000), () => response.destroy());
  };
}

/** Sends the beginning, and then nothing. */
export function stalled(bytes: Buffer): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, 1000));
  };
}
