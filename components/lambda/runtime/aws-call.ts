// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The time of a signature as AWS Signature Version 4 writes it, such as 20260601T120000Z. */
export function signatureTime(now: number): string {
  return new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, "");
}

/** Why a call did not reach AWS: `TimeoutError`, or the operating system's error code, such as `ECONNREFUSED`. */
export function networkCodeOf(error: unknown): string {
  if (error instanceof DOMException) {
    return error.name;
  }
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === "string" ? code : "NetworkError";
}
