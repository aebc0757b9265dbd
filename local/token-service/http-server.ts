// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { largestBody } from "../../components/token-service/runtime/body";
import { problemResponse } from "../../components/token-service/runtime/problem-response";
import { BodyError } from "../../components/token-service/runtime/problems";
import { requestOf, resultOf } from "../../components/token-service/runtime/proxy-event";
import type { TokenApi } from "../../components/token-service/runtime/token-api";

/** Serves the token API over HTTP, through the same event that API Gateway would make of a request. */
export function createHttpServer(api: TokenApi): Server {
  const server = createServer((request, response) => {
    void answer(api, request, response, server);
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  server.on("clientError", (_error, socket) => refuse(socket));
  return server;
}

async function answer(
  api: TokenApi,
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
): Promise<void> {
  const body = await bodyOf(request).catch(() => undefined);
  if (body === undefined) {
    // The caller went away in the middle; there is nobody to answer.
    response.destroy();
    return;
  }
  const event = {
    httpMethod: request.method,
    path: pathOf(request.url ?? "/"),
    multiValueHeaders: request.headersDistinct,
    body: body.toString("base64"),
    isBase64Encoded: true,
  };
  const result = resultOf(await api.respond(requestOf(event, randomUUID())));
  // Once the server is closing, a connection that is kept alive would hold it up.
  response.shouldKeepAlive &&= server.listening;
  response.writeHead(result.statusCode, result.headers).end(result.body);
}

/** Reads it all, so that the caller reads the answer, but keeps no more than it takes to see that it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (size <= largestBody) {
      chunks.push(chunk);
    }
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

/** API Gateway hands the query string over by itself, and nothing here reads it. */
function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? url;
}

/** What is not even HTTP gets the answer that any other invalid request gets. */
function refuse(socket: Duplex): void {
  if (!socket.writable) {
    return;
  }
  const { headers, body } = problemResponse(
    new BodyError("The request is not valid HTTP."),
    randomUUID(),
  );
  const lines = Object.entries({
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end(["HTTP/1.1 400 Bad Request", ...lines, "", body].join("\r\n"));
}
