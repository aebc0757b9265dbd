// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Stand-ins for an action or a resource of which only this is known: a list that is unknown until the update names it.
 * AWS accepts no list that names nothing, so there is one, whatever the list will be.
 */

const start = "\0unknown ";

export function placeholderFor(key: string): string {
  return start + key;
}

/** The key of the list that names a placeholder; undefined of any other value. */
export function listOfPlaceholder(value: string): string | undefined {
  return value.startsWith(start) ? value.slice(start.length) : undefined;
}

/** The value as an answer says it. */
export function withoutPlaceholder(value: string): string {
  return value.startsWith(start) ? "unknown until the update" : value;
}
