// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a rule's validator answers about a resource. No finding at all means that it complies. */

import type { Exemption } from "./configuration";
import type { Resource } from "./resource";

interface Located {
  /** The resource whose definition has to change: the report goes there. */
  readonly resource: Resource;
  /** The resource that is at risk, where that is another one. */
  readonly of?: Resource | undefined;
  /** What is asked, as the end of a sentence: "it must be PRIVATE". */
  readonly must: string;
  /** What the rule's own configuration permits, until it expires. */
  readonly permission?: Exemption | undefined;
}

export interface Violation extends Located {
  readonly outcome: "violation";
  readonly property: string;
  /** What was found there, as the end of a sentence: "is EDGE". Only words that cannot hold a secret. */
  readonly found: string;
  /** How to put it right here, if the rule's own remediation steps can be more precise. */
  readonly fix?: string | undefined;
  /** Where the rule only advises, whatever its level. */
  readonly level?: "advisory" | undefined;
}

export interface Undecided extends Located {
  readonly outcome: "undecided";
  /** The values that are missing. */
  readonly properties: readonly string[];
  /** Where more than a value is missing: what stands in the way, as a sentence. */
  readonly because?: string | undefined;
}

/** The validator itself broke. Its message is not kept: it may quote what it was reading. */
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
