// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { ApiRequest, ApiResponse } from "./request";

/**
 * The parts of an API Gateway REST proxy event (payload version 1.0) that are read. Everything is
 * optional: a person who invokes the function by hand sends what they like.
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

/** What API Gateway turns into the HTTP response. */
export interface ProxyResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads the call out of the event; `invocationId` is its id when the gateway gave none. */
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

/** The answer in API Gateway's words. */
export function resultOf(response: ApiResponse): ProxyResult {
  return { statusCode: response.status, headers: response.headers, body: response.body };
}

/** Whoever makes an event by hand easily makes the body an object; that is no body. */
function bodyOf({ body, isBase64Encoded }: ProxyEvent): Uint8Array {
  const encoding = isBase64Encoded === true ? "base64" : "utf8";
  return typeof body === "string" ? Buffer.from(body, encoding) : Buffer.alloc(0);
}

/** The event holds each header once in `headers`, and with all its values in `multiValueHeaders`. */
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
