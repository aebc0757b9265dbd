// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which actions accept no resource but `*`, for the services that platforms like ours use. The actions of
 * other services are not known here. Source: Service Authorization Reference; a test compares the list
 * with it.
 */

import { services } from "./unscoped-action-names.json";

/** The services whose actions are known here. */
export const knownServices: readonly string[] = Object.keys(services);

/** The actions, in lower case. A star at the end stands for every action that begins like this. */
const unscoped: readonly string[] = Object.entries(services).flatMap(([service, names]) =>
  names.map((name) => `${service}:${name.toLowerCase()}`),
);

/**
 * Whether an action, or every action that a pattern matches, can only be allowed on `*`. Two entries are
 * close enough: nine in ten actions of `ec2:Describe*`, and metrics, whose new resource type hardly anybody
 * uses.
 */
export function isUnscoped(action: string): boolean {
  const written = action.toLowerCase();
  return unscoped.some((entry) =>
    entry.endsWith("*") ? written.startsWith(entry.slice(0, -1)) : written === entry,
  );
}

/** Whether an action, or an action that a pattern matches, can be allowed on less than `*`. */
export function isScopable(action: string): boolean {
  const written = action.toLowerCase();
  return knownServices.some((service) => written.startsWith(`${service}:`)) && !isUnscoped(action);
}
