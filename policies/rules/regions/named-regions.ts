// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties whose text names a region, or something that is in one. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { type Carrier, within } from "../../provider-tables/region-carrier";
import { regionCarriers } from "../../provider-tables/region-carriers";
import { elements, type Reading, select } from "../../resources/reading";
import { isRegion, regionIn } from "../../resources/region";
import type { Resource } from "../../resources/stack";
import { compare, must, type TransferOptions } from "./region-comparison";

export function judgeNamedRegions(
  resource: Resource,
  options: TransferOptions,
): readonly Finding[] {
  return (regionCarriers.named[resource.type] ?? []).flatMap((carrier) =>
    select(resource.props, ...carrier.path)
      .flatMap(elements)
      .flatMap((reading) => within(carrier, reading))
      .flatMap((reading) => judgeReading(resource, carrier, reading, options)),
  );
}

/** What the text of a property says. */
export function judgeReading(
  resource: Resource,
  carrier: Carrier,
  reading: Reading,
  options: TransferOptions,
): readonly Finding[] {
  const { says } = carrier;
  if (reading.state !== "known") {
    return reading.state === "unknown" ? [undecided(resource, reading.path, must)] : [];
  }
  const { path, value } = reading;
  if (value === "") {
    return [];
  }
  if (says.kind === "switch") {
    const said = typeof value === "object" ? "set" : String(value);
    return says.on.length === 0 || says.on.includes(value)
      ? [violation(resource, path, `is ${said}, which ${says.means}`, must)]
      : [];
  }
  return regionsNamed(carrier, String(value)).flatMap((region) =>
    compare(resource, path, region, `${verbs[says.kind]} ${region}`, options, carrier.inbound),
  );
}

const verbs = { region: "is", place: "lies in" } as const;

/** An ARN may contain another ARN: the URI of an integration contains the ARN of its function. */
function regionsNamed({ says }: Carrier, value: string): readonly string[] {
  const regions = value
    .split(/(?=\barn:)/)
    .flatMap((text) => regionIn(text) ?? (says.kind === "region" || isRegion(text) ? text : []));
  return [...new Set(regions)];
}
