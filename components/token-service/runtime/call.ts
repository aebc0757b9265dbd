// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { ApiRequest } from "./request";

/** A request, as an operation sees it. */
export interface Call {
  readonly request: ApiRequest;
  /** Values of the path's parameters, undecoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Arrival of the request, in whole seconds since 1970. Every time in the answer derives from it. */
  readonly now: number;
  /** Time at which the caller must have an answer, in milliseconds since 1970. */
  readonly deadline: number;
  /** Adds ids of valid form to the log entry of the request. The log holds only hashes of them. */
  note(ids: CallIds): void;
}

/** Ids in a request. */
export interface CallIds {
  readonly roomUuid?: string;
  readonly userUuid?: string;
}

/** The answer of an operation. Problems are thrown instead. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Error behind the answer, for the log. */
  readonly error?: unknown;
}

/** Answers the calls of one route. */
export type Operation = (call: Call) => Promise<Answer>;
