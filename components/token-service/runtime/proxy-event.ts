// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { ApiRequest, ApiResponse } from "./request";

/**
 * The parts of an API Gateway REST proxy event (payload version 1.0) that we read. All of them are optional,
 * because a person who invokes the function by hand can send anything.
 */
export interface ProxyEvent {
  readonly httpMethod?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>> | null;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: {
    readonly requestId?: string;
    readonly identity?: { readonly userArn?: string | null };
  };
}

/** The function's result, from which API Gateway makes the HTTP response. */
export interface ProxyResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads the request from an event. Without a request id of the gateway, `invocationId` is its id. */
export function requestOf(event: ProxyEvent, invocationId: string): ApiRequest {
  const { requestContext } = event;
  return {
    id: requestContext?.requestId ?? invocationId,
    method: String(event.httpMethod),
    path: String(event.path),
    headers: headersOf(event),
    body: bodyOf(event),
    callerArn: requestContext?.identity?.userArn ?? undefined,
    invocationId,
  };
}

/** Writes a response in API Gateway's format. */
export function resultOf(response: ApiResponse): ProxyResult {
  return { statusCode: response.status, headers: response.headers, body: response.body };
}

/** In an event made by hand the body may be an object instead of a text; it counts as absent. */
function bodyOf({ body, isBase64Encoded }: ProxyEvent): Uint8Array {
  const encoding = isBase64Encoded === true ? "base64" : "utf8";
  return typeof body === "string" ? Buffer.from(body, encoding) : Buffer.alloc(0);
}

/** `headers` has one value of each header, and `multiValueHeaders` has all of them. */
function headersOf(event: ProxyEvent): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    headers.set(name.toLowerCase(), [String(value)]);
  }
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    headers.set(name.toLowerCase(), values ?? []);
  }
  return headers;
}
