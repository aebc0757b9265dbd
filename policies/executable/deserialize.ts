// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The policy SDK's `deserialize`, which it calls for each resource once per policy. The executable
 * pack is bundled with this in its place: what our rules are shown they only read, so once will do.
 */

import * as sdk from "@pulumi/policy/deserialize";

/** The SDK keeps its declarations to itself. */
interface Deserialize {
  deserializeProperties(properties: object, proxySecrets: boolean): object;
  serializeProperties(properties: object): Promise<object>;
}

const original = sdk as unknown as Deserialize;
const plain = new WeakMap<object, object>();

export const { serializeProperties } = original;

/** With proxies, it is for a remediation, which changes what it is given. */
export function deserializeProperties(properties: object, proxySecrets: boolean): object {
  if (proxySecrets) {
    return original.deserializeProperties(properties, true);
  }
  const read = plain.get(properties) ?? original.deserializeProperties(properties, false);
  plain.set(properties, read);
  return read;
}
