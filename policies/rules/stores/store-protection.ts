// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How a program encrypts what a store keeps, as far as is known. */

import { comesFromCustomerKey, managedAliasIn } from "../../predicates/encryption-key";
import type { EncryptionSwitch, Protection, Store } from "../../provider-tables/stores";
import { below, elements, type Reading, textOf } from "../../resources/reading";
import { isWritten, type StackResource, written } from "../../resources/stack";

const means: Readonly<Record<Protection, string>> = {
  unencrypted: "which leaves the data unencrypted",
  "aws-owned": "which leaves the data to a key that AWS owns",
  "aws-managed": "which means a key that AWS manages",
  "customer-key": "which means a key of the customer's",
};

/** The encryption of one store, and the property that decides it. */
export interface StoreEncryption {
  readonly at: Reading;
  readonly protection: Protection;
  readonly found: string;
}

/** The encryption of each store that a resource makes. */
export function encryptionsOf(resource: StackResource, store: Store): readonly StoreEncryption[] {
  const blocks =
    store.within === undefined ? [whole(resource)] : written(resource, ...store.within);
  const there = blocks.filter(({ state }) => state !== "absent");
  const judged = there.length === 0 && store.always ? blocks.slice(0, 1) : there;
  return judged.map((block) => encryptionIn(block, resource, store));
}

function whole({ props }: StackResource): Reading {
  return { state: "known", path: "", value: props };
}

function encryptionIn(block: Reading, resource: StackResource, store: Store): StoreEncryption {
  const key = at(block, resource, store.key);
  const position =
    store.switch && at(store.switch.outside ? whole(resource) : block, resource, store.switch.path);
  if (position === undefined || store.switch === undefined) {
    return byKey(resource, key, store.withoutKey);
  }
  const isOn = isSwitchedOn(position, store.switch);
  if (isOn === undefined) {
    return { at: position, protection: store.switch.off, found: "is not known" };
  }
  if (isOn || (store.switch.keyCounts && isNamed(key))) {
    return byKey(resource, key, store.withoutKey);
  }
  return byMissingOrOff(position, store.switch);
}

function byMissingOrOff(
  position: Reading,
  { on, off, missing = off }: EncryptionSwitch,
): StoreEncryption {
  const isMissing = textOf(position) === undefined;
  const protection = isMissing ? missing : off;
  const word = on === "true" ? "is off" : `is not ${on}`;
  return {
    at: position,
    protection,
    found: `${isMissing ? "is missing" : word}, ${means[protection]}`,
  };
}

/** Values that stand for a key that AWS owns instead of a key id. */
const ownedKeys: ReadonlySet<string> = new Set(["AWS_OWNED_KMS_KEY", "AWS_OWNED_KEY"]);

function byKey(resource: StackResource, key: Reading, without: Protection): StoreEncryption {
  if (key.state === "unknown") {
    // A key that can be named is in an account, so AWS does not own it.
    const protection = comesFromCustomerKey(resource, key.path) ? "customer-key" : "aws-managed";
    return { at: key, protection, found: "is not known" };
  }
  const id = textOf(key);
  if (id === undefined) {
    return { at: key, protection: without, found: `is missing, ${means[without]}` };
  }
  if (ownedKeys.has(id)) {
    return { at: key, protection: "aws-owned", found: `is ${id}, ${means["aws-owned"]}` };
  }
  const alias = managedAliasIn(id);
  return alias === undefined
    ? { at: key, protection: "customer-key", found: "is a customer-managed key" }
    : { at: key, protection: "aws-managed", found: `is ${alias}, ${means["aws-managed"]}` };
}

function isSwitchedOn(position: Reading, { on, unset }: EncryptionSwitch): boolean | undefined {
  if (position.state === "unknown") {
    return undefined;
  }
  return (textOf(position) ?? (unset === "on" ? on : "")) === on;
}

function isNamed(key: Reading): boolean {
  return key.state === "unknown" || textOf(key) !== undefined;
}

/** A value that only the plug-in fills in counts as absent. */
function at(block: Reading, resource: StackResource, path: Store["key"]): Reading {
  const reading = path.reduce((within, step) => elements(below(within, step))[0] ?? within, block);
  return reading.state === "unknown" && !isWritten(resource, reading.path)
    ? { state: "absent", path: reading.path }
    : reading;
}
