// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which actions accept no resource but `*`, of the services that platforms like ours are made of. About
 * the actions of other services nothing is known here. Source: Service Authorization Reference, with
 * which a test compares the list.
 */

import namesByService from "./unscoped-action-names.json";

/** The services whose actions are known here. */
export const knownServices: readonly string[] = Object.keys(namesByService);

/** The actions, in lower case; a star at the end stands for all that begin so. */
const unscoped: readonly string[] = Object.entries(namesByService).flatMap(([service, names]) =>
  names
    .toLowerCase()
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => `${service}:${name}`),
);

/**
 * Whether an action, or every action that a pattern means, is only ever allowed on `*`. (Of what
 * `ec2:Describe*` means, nine in ten; metrics have a resource of late that hardly anybody has.)
 */
export function isUnscoped(action: string): boolean {
  const written = action.toLowerCase();
  return unscoped.some((entry) =>
    entry.endsWith("*") ? written.startsWith(entry.slice(0, -1)) : written === entry,
  );
}

/** Whether an action, or something that a pattern means, can be allowed on less than `*`. */
export function isScopable(action: string): boolean {
  const written = action.toLowerCase();
  return knownServices.some((service) => written.startsWith(`${service}:`)) && !isUnscoped(action);
}
