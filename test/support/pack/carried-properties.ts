// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The properties that rules read as carriers of regions or buckets, in every spelling that they have. */

import { bucketCarriers, bucketSources } from "../../../policies/provider-tables/bucket-carriers";
import type { Carrier } from "../../../policies/provider-tables/region-carrier";
import { regionCarriers } from "../../../policies/provider-tables/region-carriers";
import type { Step } from "../../../policies/resources/reading";

export interface CarriedProperty {
  readonly type: string;
  /** In dots. */
  readonly path: string;
}

/** All of them; a property of two names stands twice. */
export function carriedProperties(): readonly CarriedProperty[] {
  return carriers().flatMap(({ type, path }) =>
    spellings(path).map((one) => ({ type, path: one })),
  );
}

/** Each with all the spellings that it has. */
export function carriers(): readonly { readonly type: string; readonly path: readonly Step[] }[] {
  const regions = [regionCarriers.named, regionCarriers.placed].flatMap((table) =>
    Object.entries<readonly Carrier[]>(table).map(([type, all]) => ({
      type,
      paths: all.map(({ path }) => path),
    })),
  );
  const buckets = [bucketCarriers, bucketSources].flatMap((table) =>
    Object.entries(table).map(([type, paths]) => ({ type, paths })),
  );
  return [...regions, ...buckets].flatMap(({ type, paths }) =>
    paths.map((path) => ({ type, path })),
  );
}

export function spellings(path: readonly Step[]): readonly string[] {
  return path.reduce<readonly string[]>(
    (paths, step) =>
      paths.flatMap((before) =>
        [step].flat().map((name) => (before === "" ? name : `${before}.${name}`)),
      ),
    [""],
  );
}
