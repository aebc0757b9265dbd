// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a property names a customer-managed key, where no encryption algorithm is stated beside it. */

import { type Finding, undecided, violation } from "../framework/finding";
import { type Reading, textOf } from "../resources/reading";
import type { StackResource } from "../resources/stack";
import { comesFromCustomerKey, managedAliasIn } from "./encryption-key";

export interface Wording {
  readonly must: string;
  /** What a missing key means, as the end of a sentence. */
  readonly missing: string;
}

/** A plain key id counts as customer-managed: it does not tell who manages the key. */
export function judgeCustomerKey(
  resource: StackResource,
  key: Reading,
  { must, missing }: Wording,
): readonly Finding[] {
  if (key.state === "unknown") {
    return comesFromCustomerKey(resource, key.path) ? [] : [undecided(resource, key.path, must)];
  }
  const id = textOf(key);
  if (id === undefined) {
    return [violation(resource, key.path, missing, must)];
  }
  const alias = managedAliasIn(id);
  return alias === undefined
    ? []
    : [violation(resource, key.path, `is ${alias}, a key that AWS manages`, must)];
}
