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
    // The caller closed the connection, so no answer can be sent.
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
  // A keep-alive connection would delay the shutdown.
  response.shouldKeepAlive &&= server.listening;
  response.writeHead(result.statusCode, result.headers).end(result.body);
}

/** Reads the whole body, because a caller may read the answer only then, but keeps no more than the limit. */
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

/** API Gateway passes the query string separately, and nothing here reads it. */
function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? url;
}

/** Answers bytes that are not HTTP like any other invalid request. */
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
