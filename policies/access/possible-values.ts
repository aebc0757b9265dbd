// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The texts that an attribute can hold at all, and those that a reader takes for real. */

import { ACTION, CALLER, RESOURCE, UNIQUE_ID } from "./attributes";
import { type Caller, callerShapes, textOfCaller } from "./callers";
import type { Plausible } from "./classes";
import type { ValueKind } from "./formula";
import { ARN_SHAPE, factsOf, OTHER_ACCOUNTS } from "./keys";
import { anythingBut, literal, type Pattern, pattern, somethingBut, tokensOf } from "./patterns";
import { exampleIds, uniqueIdShapes } from "./user-ids";

/** What a question says of the values that are possible at all. */
export interface Possible {
  /** All actions that exist, as AWS writes them; any, when it is left out. */
  readonly actions?: readonly string[];
  readonly partitions: readonly string[];
}

const RESOURCES = [pattern(literal("*")), ARN_SHAPE];
const ACTIONS = [pattern([...somethingBut(": "), ...literal(":"), ...somethingBut(":")])];
const ANY_TEXT = [pattern([anythingBut("")])];
const BOOLEANS = [true, false].map((value) =>
  pattern(tokensOf(`${value}`, "exact", false), `${value}`),
);

/** The same lists each time, since what is made of them is cached. */
export function shapesOf(
  { attribute, kind }: { readonly attribute: string; readonly kind: ValueKind },
  { partitions }: Possible,
): readonly Pattern[] {
  switch (attribute) {
    case CALLER:
      return callerShapes(partitions);
    case ACTION:
      return ACTIONS;
    case RESOURCE:
      return RESOURCES;
    case UNIQUE_ID:
      return uniqueIdShapes;
    default:
      return kind === "boolean" ? BOOLEANS : (factsOf(attribute)?.shapes ?? ANY_TEXT);
  }
}

const STRANGERS = [
  ...OTHER_ACCOUNTS.flatMap((account): Caller[] => [
    { kind: "role", name: `arn:aws:iam::${account}:role/example`, session: "session" },
    { kind: "user", name: `arn:aws:iam::${account}:user/example` },
  ]),
  { kind: "service", name: "example.amazonaws.com" } as const,
].map(textOfCaller);

/** Values that a reader takes for real, for as many classes as possible. */
export function plausibleFor(
  attribute: string,
  patterns: readonly Pattern[],
  { partitions }: Possible,
): Plausible[] {
  const usual: Partial<Readonly<Record<string, readonly string[]>>> = {
    [CALLER]: ["anonymous", ...STRANGERS],
    [ACTION]: ["s3:GetObject", "s3:DeleteObject", "kms:Decrypt"],
    [RESOURCE]: ["arn:aws:s3:::example-bucket/example"],
    [UNIQUE_ID]: exampleIds,
  };
  const examples = patterns.flatMap(({ example }) => example ?? []);
  const values = [...(usual[attribute] ?? factsOf(attribute)?.plausible ?? []), ...examples];
  const own = [CALLER, RESOURCE].includes(attribute)
    ? values.flatMap((value) => inPartitions(value, partitions))
    : values;
  return [...own, "example"].map((value) => ({
    value,
    compared: attribute === ACTION ? value.toLowerCase() : value,
  }));
}

/** An ARN as it is in each partition; most questions are about one. */
function inPartitions(value: string, partitions: readonly string[]): string[] {
  return partitions.map((partition) => value.replace(/^arn:aws:/, `arn:${partition}:`));
}
