// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What policy documents allow: documents and a question in, `none`, `found` or `undecided` out. */

export { type Answer, decide, LIMITS, type Limits, type Part, type Question } from "./decide";
export type { Policy, PolicyKind } from "./documents";
export * from "./questions";
export { PAIRS } from "./services";
