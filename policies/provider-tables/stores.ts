// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How each kind of store is told to encrypt, and what AWS does where it is not told. Buckets have a table
 * of their own. Left out are stores that take no customer-managed key (DAX), stores that only copy what
 * another store has encrypted, and services that a classroom platform does not use.
 */

import table from "./data/stores.json";
import { type AttributePath, attributePath, mapValues, rowsByType } from "./reader";

/** From the weakest to the strongest: no key, AWS owned, AWS managed, customer managed. */
export const protections = ["unencrypted", "aws-owned", "aws-managed", "customer-key"] as const;

export type Protection = (typeof protections)[number];

export interface Store {
  /** The blocks that the properties are in, one for each store that the resource makes. */
  readonly within?: AttributePath;
  /** There is a store even where the block is missing. */
  readonly always?: true;
  /** The property that names the key. */
  readonly key: AttributePath;
  /** What AWS does where encryption is on and no key is named. */
  readonly withoutKey: Protection;
  /** The property that turns encryption on, where there is one. */
  readonly switch?: EncryptionSwitch;
  /** Properties that name another store, whose encryption this one takes over. */
  readonly follows?: readonly string[];
}

export interface EncryptionSwitch {
  readonly path: AttributePath;
  /** Its value where encryption is on. */
  readonly on: string;
  /** What AWS takes it for where it is missing. */
  readonly unset: "on" | "off";
  /** What AWS does where it is off. */
  readonly off: Protection;
  /** What AWS does where it is missing, if that differs from off. */
  readonly missing?: Protection;
  /** One switch outside of the blocks counts for all of them. */
  readonly outside?: true;
  /** A key turns encryption on even where the switch is off. */
  readonly keyCounts?: true;
}

interface StoreRow extends Omit<Store, "within" | "key" | "switch"> {
  readonly within?: string;
  readonly key: string;
  readonly switch?: Omit<EncryptionSwitch, "path"> & { readonly property: string };
}

export const stores: ReadonlyMap<string, readonly Store[]> = mapValues(
  rowsByType<StoreRow | readonly StoreRow[]>(table),
  (row) => [row].flat().map(storeOf),
);

function storeOf({ within, key, switch: row, ...more }: StoreRow): Store {
  return {
    ...more,
    key: attributePath(key),
    ...(within !== undefined && { within: attributePath(within) }),
    ...(row !== undefined && { switch: switchOf(row) }),
  };
}

function switchOf({ property, ...more }: NonNullable<StoreRow["switch"]>): EncryptionSwitch {
  return { ...more, path: attributePath(property) };
}
