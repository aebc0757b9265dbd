// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which actions accept no resource but `*`, of the services that platforms like ours are made of. About
 * the actions of other services nothing is known here. Source: Service Authorization Reference, with
 * which a test compares the list.
 */

import namesByService from "./unscoped-action-names.json";

const entries: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(namesByService).map(([service, names]) => [
    service,
    names
      .toLowerCase()
      .split(" ")
      .filter((name) => name !== ""),
  ]),
);

/** The services whose actions are known here. */
export const knownServices: readonly string[] = [...entries.keys()];

/**
 * Whether an action, or every action that a pattern means, is only ever allowed on `*`. (Of what
 * `ec2:Describe*` means, nine in ten; metrics have a resource of late that hardly anybody has.)
 */
export function isUnscoped(action: string): boolean {
  const [service = "", name = ""] = action.toLowerCase().split(":");
  return (entries.get(service) ?? []).some((entry) =>
    entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry,
  );
}

/** Whether an action, or something that a pattern means, can be allowed on less than `*`. */
export function isScopable(action: string): boolean {
  const [service = ""] = action.toLowerCase().split(":");
  return entries.has(service) && !isUnscoped(action);
}
