// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a policy document says, as it is written, before anybody asks what it means. */

/** Some things, or all but these. */
export interface Choice<Item> {
  readonly negated: boolean;
  readonly items: readonly Item[];
}

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";

/** One entry of a Principal element. `"*"` by itself is of the type AWS. */
export interface Principal {
  readonly type: PrincipalType;
  readonly value: string;
}

/** One key of one operator; its values are alternatives. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
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
}

export interface Statement extends RequestPart {
  readonly effect: "Allow" | "Deny";
}
