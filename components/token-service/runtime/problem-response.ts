// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { ProblemError } from "./problems";
import type { ApiResponse } from "./request";

/** HTTP's own words; Node's table would load the whole of `node:http`, a third of the start. */
const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Tokens and refusals alike are for this caller, now. */
export const noStore = { "cache-control": "no-store" };

/**
 * Puts an error into an RFC 9457 response. Only what was thrown to be told is told; anything else is a
 * defect of ours, of which the caller learns nothing but the request's id.
 */
export function problemResponse(error: unknown, requestId: string): ApiResponse {
  const isProblem = error instanceof ProblemError;
  const status = isProblem ? error.status : 500;
  const detail = isProblem
    ? error.message
    : "The request could not be answered; its id is in the log.";
  const field = isProblem ? error.field : undefined;
  return {
    status,
    headers: {
      ...(isProblem && error.headers),
      ...noStore,
      "content-type": "application/problem+json",
    },
    body: JSON.stringify({
      type: "about:blank",
      title: titles[status],
      status,
      detail,
      field,
      instance: requestId,
    }),
  };
}
