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

/** The validator threw. The text of the error is not kept, because it may quote a secret. */
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
