// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties and types that make data go to another region, or fetch it from one. */

import properties from "./data/region-properties.json";
import references from "./data/regional-references.json";
import {
  type AttributePath,
  attributePath,
  type Listed,
  mapValues,
  propertiesByType,
  rowsByType,
} from "./reader";

/** What a property says: a region's name, something in a region, or that data may leave the region. */
export type Says =
  | { readonly kind: "region" | "resource" }
  | {
      readonly kind: "switch";
      /** The values that have the effect; none for any value. */
      readonly when: readonly unknown[];
      /** The end of a sentence. */
      readonly effect: string;
    };

export interface RegionProperty {
  readonly path: AttributePath;
  readonly says: Says;
  /** Data comes from there; otherwise it goes there. */
  readonly inbound?: true;
  /** The property is JSON, and these are the paths in it. */
  readonly json?: readonly AttributePath[];
}

type Entry =
  | "to-region"
  | "from-region"
  | "to-resource"
  | "from-resource"
  | { readonly when: "set" | readonly unknown[]; readonly effect: string }
  | { readonly json: readonly string[] };

type RegionProperties = ReadonlyMap<string, readonly RegionProperty[]>;

/** Properties that a resource's own inputs decide, by type. */
export const regionProperties: RegionProperties = mapValues(
  propertiesByType<Entry>(properties, "when", "json"),
  regionPropertiesOf,
);

/** Properties that refer to something in a region; a sibling may have to tell in which one. */
export const regionalReferences: RegionProperties = mapValues(
  propertiesByType<Entry>(references, "when", "json"),
  regionPropertiesOf,
);

/** Types whose purpose is to span regions. */
export const multiRegionTypes: readonly string[] = [...rowsByType(properties)].flatMap(
  ([type, row]) => (row === "spans-regions" ? [type] : []),
);

function regionPropertiesOf(
  listed: readonly Listed<Entry>[],
): readonly RegionProperty[] | undefined {
  return listed.length === 0 ? undefined : listed.map(regionPropertyOf);
}

function regionPropertyOf({ path, entry }: Listed<Entry>): RegionProperty {
  if (typeof entry === "string") {
    const [direction, kind] = entry.split("-") as ["to" | "from", "region" | "resource"];
    return { path, says: { kind }, ...(direction === "from" && { inbound: true }) };
  }
  if ("json" in entry) {
    return { path, says: { kind: "resource" }, json: entry.json.map(attributePath) };
  }
  const { when, effect } = entry;
  return { path, says: { kind: "switch", when: when === "set" ? [] : when, effect } };
}
