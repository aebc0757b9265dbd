// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A request to the token API, from API Gateway or from the local server. */
export interface ApiRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Values by lower-case name. A header that was sent twice has two values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
  /** ARN of the caller that AWS_IAM authenticated, for the log. */
  readonly callerArn?: string;
  /** Lambda's id of the invocation, for the log. */
  readonly invocationId?: string;
}

/** An answer of the token API. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
