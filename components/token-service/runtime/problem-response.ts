// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { ProblemError } from "./problems";
import type { ApiResponse } from "./request";

/** HTTP's titles. Node's own table would load all of `node:http`, a third of the start time. */
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

/** No cache may store an answer. */
export const noStore = { "cache-control": "no-store" };

/**
 * Makes an RFC 9457 response from an error. Only a ProblemError has a message for the caller. Any other
 * error is a defect of ours, and the caller gets only the request's id.
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
