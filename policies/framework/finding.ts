// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a validator reports about a resource. No finding means that the resource complies. */

import type { Exemption } from "./configuration";
import type { Resource } from "./resource";

interface Located {
  /** The resource whose definition must change. The report is about this one. */
  readonly resource: Resource;
  /** The resource that is at risk, if it is another one. */
  readonly of?: Resource | undefined;
  /** What must hold, as the end of a sentence: "it must be PRIVATE". */
  readonly must: string;
  /** A permission from the configuration of the rule, which holds until it expires. */
  readonly permission?: Exemption | undefined;
}

export interface Violation extends Located {
  readonly outcome: "violation";
  readonly property: string;
  /** What was found there, as the end of a sentence: "is EDGE". It must never hold a secret. */
  readonly found: string;
  /** How to fix it here, if that is more precise than the remediation steps of the rule. */
  readonly fix?: string | undefined;
  /** Set where the finding is only advice, at whatever level the rule is. */
  readonly level?: "advisory" | undefined;
}

export interface Undecided extends Located {
  readonly outcome: "undecided";
  /** The values that are missing. */
  readonly properties: readonly string[];
  /** The reason, as a sentence, if it is another one than an unknown value. */
  readonly because?: string | undefined;
}

/** The validator threw. The text of the error is not kept, because it may quote a secret. */
export interface Failure {
  readonly outcome: "failure";
  readonly resource: Resource;
  readonly of?: Resource | undefined;
  readonly error: string;
}

export type Finding = Violation | Undecided | Failure;

export function violation(
  resource: Resource,
  property: string,
  found: string,
  must: string,
  more: Pick<Violation, "of" | "fix" | "level" | "permission"> = {},
): Violation {
  return { outcome: "violation", resource, property, found, must, ...more };
}

export function undecided(
  resource: Resource,
  property: string,
  must: string,
  more: Pick<Undecided, "of" | "because"> = {},
): Undecided {
  return { outcome: "undecided", resource, properties: [property], must, ...more };
}
