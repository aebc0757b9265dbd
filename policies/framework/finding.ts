// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a rule's validator answers about a resource. No finding at all means that it complies. */

import type { Resource } from "../resources/stack";
import type { Exemption } from "./exemptions";

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

/** Values that the engine does not know before the update. Only these does a configuration grade. */
export interface Undecided extends Located {
  readonly outcome: "undecided";
  /** The values that are missing. */
  readonly properties: readonly string[];
}

/** What is known and valid, and cannot be judged all the same. Nothing but an exemption silences it. */
export interface Unjudgeable extends Located {
  readonly outcome: "unjudgeable";
  readonly property: string;
  /** What stands in the way, as a sentence. */
  readonly because: string;
}

/** What is known, and what AWS will refuse. Nothing but an exemption silences it. */
export interface Refused extends Located {
  readonly outcome: "refused";
  readonly property: string;
  /** What is wrong with it, as a sentence. */
  readonly because: string;
}

/** The validator itself broke. Its message is not kept: it may quote what it was reading. */
export interface Failure {
  readonly outcome: "failure";
  readonly resource: Resource;
  readonly of?: Resource | undefined;
  readonly error: string;
}

export type Finding = Violation | Undecided | Unjudgeable | Refused | Failure;

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
  more: Pick<Undecided, "of"> = {},
): Undecided {
  return { outcome: "undecided", resource, properties: [property], must, ...more };
}

export function unjudgeable(
  resource: Resource,
  property: string,
  must: string,
  because: string,
  more: Pick<Unjudgeable, "of"> = {},
): Unjudgeable {
  return { outcome: "unjudgeable", resource, property, must, because, ...more };
}

export function refused(
  resource: Resource,
  property: string,
  must: string,
  because: string,
  more: Pick<Refused, "of"> = {},
): Refused {
  return { outcome: "refused", resource, property, must, because, ...more };
}
