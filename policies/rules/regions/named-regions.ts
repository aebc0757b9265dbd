// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties whose text names a region, or something that is in one. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { type RegionProperty, regionProperties } from "../../provider-tables/region-properties";
import { elements, type Reading, select } from "../../resources/reading";
import { isRegion, regionIn } from "../../resources/region";
import { regionValues } from "../../resources/region-values";
import type { Resource } from "../../resources/stack";
import { compare, must, type TransferOptions } from "./region-comparison";

export function judgeRegionProperties(
  resource: Resource,
  options: TransferOptions,
): readonly Finding[] {
  return (regionProperties.get(resource.type) ?? []).flatMap((property) =>
    select(resource.props, ...property.path)
      .flatMap(elements)
      .flatMap((reading) => regionValues(property, reading))
      .flatMap((reading) => judgeReading(resource, property, reading, options)),
  );
}

/** What the text of a property says. */
export function judgeReading(
  resource: Resource,
  property: RegionProperty,
  reading: Reading,
  options: TransferOptions,
): readonly Finding[] {
  const { says } = property;
  if (reading.state !== "known") {
    return reading.state === "unknown" ? [undecided(resource, reading.path, must)] : [];
  }
  const { path, value } = reading;
  if (value === "") {
    return [];
  }
  if (says.kind === "switch") {
    const said = typeof value === "object" ? "set" : String(value);
    return says.when.length === 0 || says.when.includes(value)
      ? [violation(resource, path, `is ${said}, which ${says.effect}`, must)]
      : [];
  }
  return regionsNamed(property, String(value)).flatMap((region) =>
    compare(resource, path, region, `${verbs[says.kind]} ${region}`, options, property.inbound),
  );
}

const verbs = { region: "is", resource: "lies in" } as const;

/** An ARN may contain another ARN: the URI of an integration contains the ARN of its function. */
function regionsNamed({ says }: RegionProperty, value: string): readonly string[] {
  const regions = value
    .split(/(?=\barn:)/)
    .flatMap((text) => regionIn(text) ?? (says.kind === "region" || isRegion(text) ? text : []));
  return [...new Set(regions)];
}
