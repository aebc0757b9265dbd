// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { ApiRequest } from "./request";

/** One request on its way through an operation. */
export interface Call {
  readonly request: ApiRequest;
  /** Values of the path's parameters, as they stand in the path. */
  readonly parameters: Readonly<Record<string, string>>;
  /** When the request came, in whole seconds since 1970; every time in the answer derives from it. */
  readonly now: number;
  /** When the caller must have an answer, in milliseconds since 1970. */
  readonly deadline: number;
  /** Tells the log, which keeps hashes only, whom the request is about; only for ids of valid form. */
  note(ids: CallIds): void;
}

/** The ids that a request is about. */
export interface CallIds {
  readonly roomUuid?: string;
  readonly userUuid?: string;
}

/** What an operation answers; problems are thrown instead. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why the answer is not the usual one, for the log. */
  readonly error?: unknown;
}

/** Answers one kind of call. */
export type Operation = (call: Call) => Promise<Answer>;
