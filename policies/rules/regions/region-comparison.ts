// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Compares the region of a resource with the region at the other end of a copy. */

import type { Options } from "../../framework/configuration";
import { type Finding, undecided, violation } from "../../framework/finding";
import { titleOf } from "../../framework/message";
import { textOf } from "../../resources/reading";
import { regionOf } from "../../resources/region";
import type { Resource, StackResource } from "../../resources/stack";
import { permissionFor, type Transfer } from "./transfers";

export const must = "data must stay in the region of the resource";

export interface TransferOptions extends Options {
  readonly transfers: readonly Transfer[];
}

/**
 * What the region of the siblings that a property comes from means. If they are in different regions, it is
 * not known which of them the value is from.
 */
export function judgeTogether(
  resource: StackResource,
  path: string,
  siblings: readonly StackResource[],
  options: TransferOptions,
  inbound?: true,
): readonly Finding[] {
  const regions = new Set(siblings.map((sibling) => textOf(regionOf(sibling))));
  const [region] = regions;
  const [sibling] = siblings;
  if (sibling === undefined) {
    return [];
  }
  if (regions.size > 1 || region === undefined) {
    return [undecided(resource, path, must)];
  }
  const found = `is ${titleOf(sibling)}, which is in ${region}`;
  return compare(resource, path, region, found, options, inbound);
}

export function compare(
  resource: Resource,
  path: string,
  region: string,
  found: string,
  { transfers }: TransferOptions,
  inbound?: true,
): readonly Finding[] {
  const home = textOf(regionOf(resource));
  if (home === undefined) {
    return [undecided(resource, "region", must)];
  }
  const [source, target] = inbound ? [region, home] : [home, region];
  const permission = permissionFor(transfers, source, target);
  return region === home
    ? []
    : [violation(resource, path, found, `${must}, ${home}`, { permission })];
}
