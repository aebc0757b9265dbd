// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a policy document says, as it is written, before anybody asks what it means. */

import type { Doubt } from "./doubts";

/** Some things, or all but these. */
export interface Choice<Item> {
  readonly negated: boolean;
  readonly items: readonly Item[];
  /** Items that may be anything. */
  readonly doubts?: readonly Doubt[];
}

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";

/** One entry of a Principal element. `"*"` by itself is of the type AWS. */
export interface Principal {
  readonly type: PrincipalType;
  readonly value: string;
  /** Says that nobody knows whom it names. Its value is `"*"` then, so that it never looks like one principal. */
  readonly doubt?: Doubt;
}

/** One key of one operator; its values are alternatives. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** Values that may be anything. */
  readonly doubts?: readonly Doubt[];
}

/** Kinds of callers, in AWS's words where it has one. */
export type CallerKind =
  | "anonymous"
  | "root"
  | "user"
  | "role"
  | "federated-user"
  | "service"
  | "identity";

/** What a request must be like, for a statement to match it. What is not named does not matter. */
export interface RequestPart {
  /** How a reader finds it: its Sid or its number. */
  readonly label: string;
  /** Whether `${…}` is a variable: not in documents of the version 2008-10-17. */
  readonly hasVariables: boolean;
  readonly callers?: readonly CallerKind[];
  readonly principals?: Choice<Principal>;
  readonly actions?: Choice<string>;
  readonly resources?: Choice<string>;
  readonly conditions: readonly Condition[];
  /** Things about the whole part that may keep it from matching. */
  readonly doubts?: readonly Doubt[];
}

export interface Statement extends RequestPart {
  readonly effect: "Allow" | "Deny";
}
