// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Switches and waiting times that decide whether data is deleted together with its store. Automated
 * backups of databases are left out: the final snapshot, which is asked for, stays without them.
 */

import table from "./data/deletion-switches.json";
import { type AttributePath, mapValues, propertiesByType } from "./reader";

/** What a property must be, and what AWS takes it for where it is missing. */
export interface DeletionSwitch {
  readonly path: AttributePath;
  readonly must: "true" | "false" | "ACTIVE" | "wait";
  readonly unset: string;
  /** The property has an effect only where another property begins like this. */
  readonly where?: { readonly property: string; readonly begins: string };
}

export const deletionSwitches: ReadonlyMap<string, readonly DeletionSwitch[]> = mapValues(
  propertiesByType<Omit<DeletionSwitch, "path">>(table, "must"),
  (listed) => listed.map(({ path, entry }) => ({ path, ...entry })),
);
