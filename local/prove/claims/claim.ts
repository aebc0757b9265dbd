// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Property } from "../../../policies/access";

/** Something that must be true of a data centre. */
export interface Claim {
  readonly says: string;
  /** All of these must be true of the documents; undefined where there is no document to ask. */
  readonly properties?: readonly Property[];
  /** Why there is none. */
  readonly because?: string;
  /** Documents that the state does not hold and that could change the answer. */
  readonly elsewhere?: readonly string[];
}

/** The claim about each of some things, or the reason why there is nothing to claim. */
export function claim<Thing>(
  says: string,
  things: readonly Thing[],
  propertiesOf: (thing: Thing) => readonly Property[],
  because: string,
): Claim {
  return things.length === 0
    ? { says, because }
    : { says, properties: things.flatMap((thing) => [...propertiesOf(thing)]) };
}
