// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Caller } from "./callers";

/** A request as AWS sees it when it evaluates policies. */
export interface Request {
  readonly caller: Caller;
  /** Canonical user id of the caller's account, where it is one that a document names. */
  readonly canonicalUser?: string;
  /** What AWS calls the user or role for all time, where aws:userid matters. */
  readonly uniqueId?: string;
  readonly action: string;
  readonly resource: string;
  /** Values of the condition keys, in lower case, that do not follow from the caller. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}
