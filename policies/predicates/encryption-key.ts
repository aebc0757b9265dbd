// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Who manages the key that a property names, even while its value is unknown. */

import { type StackResource, sourcesOf, topLevel } from "../resources/stack";

/** Types that make customer-managed keys. Keys that AWS manages, and their aliases, cannot be created. */
const customerKeyTypes: ReadonlySet<string> = new Set([
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
  "aws:kms/alias:Alias",
  "aws-native:kms:Key",
  "aws-native:kms:ReplicaKey",
  "aws-native:kms:Alias",
]);

/**
 * Whether an unknown key id can only be that of a key in the same program. Dependencies are kept by
 * top-level property: if one of them is not a key, the id may come from there.
 */
export function comesFromCustomerKey(resource: StackResource, path: string): boolean {
  const sources = sourcesOf(resource, topLevel(path));
  return sources.length > 0 && sources.every(({ type }) => customerKeyTypes.has(type));
}

/** The alias of a key that AWS manages, with or without `alias/` in front. */
export function managedAliasIn(id: string): string | undefined {
  return /(?:^|:)((?:alias\/)?aws\/[A-Za-z0-9-]+)$/.exec(id)?.[1];
}
