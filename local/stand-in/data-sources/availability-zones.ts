// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Account } from "../account";
import { type Zone, zonesOf } from "../availability-zones";
import type { Properties } from "../properties";
import { Refusal } from "../refusal";

/** What EC2's filters may ask of a zone, as every zone here would answer. */
const zoneFilters: Readonly<Record<string, (zone: Zone, region: string) => string>> = {
  "group-name": (_, region) => region,
  "opt-in-status": () => "opt-in-not-required",
  "region-name": (_, region) => region,
  state: () => "available",
  "zone-id": ({ id }) => id,
  "zone-name": ({ name }) => name,
  "zone-type": () => "availability-zone",
};

/** The zones of the region that the arguments leave. */
export function availabilityZones(account: Account, args: Properties): Properties {
  const region = typeof args.region === "string" ? args.region : account.region;
  const zones = zonesOf(region)
    .filter(({ name }) => !list(args.excludeNames).includes(name))
    .filter(({ id }) => !list(args.excludeZoneIds).includes(id))
    .filter(() => args.state === undefined || args.state === "available")
    .filter((zone) => list<Filter>(args.filters).every((filter) => passes(zone, region, filter)));
  return {
    groupNames: [region],
    id: region,
    names: zones.map(({ name }) => name),
    region,
    zoneIds: zones.map(({ id }) => id),
  };
}

interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

function passes(zone: Zone, region: string, { name, values }: Filter): boolean {
  const property = zoneFilters[name];
  if (property === undefined) {
    throw new Refusal(
      "Data source 'getAvailabilityZones': a filter's 'name' must be one of " +
        `${Object.keys(zoneFilters).join(", ")} offline, got ${JSON.stringify(name)}. Filter by ` +
        "another, or preview with an account.",
    );
  }
  return values.includes(property(zone, region));
}

function list<Item = string>(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value : [];
}
