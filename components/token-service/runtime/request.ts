// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A call as the token API sees it, whatever carried it here. */
export interface ApiRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Values by lower-case name; a header that was sent twice has two values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
  /** Who called, for the log: the ARN that AWS_IAM authenticated. */
  readonly callerArn?: string;
  /** Lambda's own id of the invocation, for the log. */
  readonly invocationId?: string;
}

/** What the token API answers. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
