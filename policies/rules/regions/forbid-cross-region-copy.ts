// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: where a bucket of another stack is (require-declared-target asks for those), nor where
 * an HTTP endpoint outside of AWS, a mailbox or a telephone is. A trail or an event store over all regions brings
 * management events together and no content; it is asked about where it records data events.
 */

import { configuration, type Options } from "../../framework/configuration";
import { agora, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { titleOf } from "../../framework/message";
import type { Rule } from "../../framework/rule";
import { placedSources } from "../../joins/placed-sources";
import { sourceBuckets, targetBuckets, writingTypes } from "../../joins/target-buckets";
import { bucketSources } from "../../provider-tables/bucket-carriers";
import { type Carrier, within } from "../../provider-tables/region-carrier";
import { regionCarriers } from "../../provider-tables/region-carriers";
import { elements, type Reading, read, select, textOf } from "../../resources/reading";
import { isRegion, regionIn, regionOf } from "../../resources/region";
import {
  type Resource,
  type Stack,
  type StackResource,
  topLevel,
  written,
} from "../../resources/stack";
import { recordsDataEvents } from "./recorded-data-events";
import { permissionFor, type Transfer, transfersSchema } from "./transfers";

interface TransferOptions extends Options {
  readonly transfers: readonly Transfer[];
}

const trails = ["aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail"];

const eventStores = [
  "aws:cloudtrail/eventDataStore:EventDataStore",
  "aws-native:cloudtrail:EventDataStore",
];

const must = "data must stay in the region of the resource";

export const forbidCrossRegionCopy: Rule<TransferOptions> = {
  name: "forbid-cross-region-copy",
  description: "Data must not be replicated, copied, streamed or failed over to another region.",
  rationale:
    "A geofence that holds every resource in its region is worth nothing if one of them quietly copies what it holds to another.",
  severity: "critical",
  controls: [
    agora("3", "Network geofencing: cross-region access only with permission"),
    nist("AC-4", "Information flow enforcement"),
    nist("SA-9(5)", "Processing, storage, and service location"),
    iso("A.5.14", "Information transfer"),
    gdpr("Article 44", "General principle for transfers"),
  ],
  enforcementLevel: "mandatory",
  tags: ["regions", "residency", "replication"],
  remediationSteps:
    "Name something in the resource's own region, or have a transfer permitted that names both ends.",
  url: "https://docs.aws.amazon.com/controltower/latest/controlreference/data-residency-controls.html",
  configSchema: configuration("advisory", {
    transfers: transfersSchema,
  }),
  validator: {
    resource: {
      ...judgedBy(Object.keys(regionCarriers.named), judgeNamed),
      ...judgedBy(regionCarriers.spanning, judgeSpanning),
      ...judgedBy(eventStores, (store) => judgeRecorder(store, "multiRegionEnabled", true)),
    },
    stack: {
      ...judgedBy(
        [...Object.keys(regionCarriers.placed), ...writingTypes, ...Object.keys(bucketSources)],
        judgePlaced,
      ),
      ...judgedBy(trails, judgeTrail),
    },
  },
};

function judgedBy<J>(types: readonly string[], judge: J): Readonly<Record<string, J>> {
  return Object.fromEntries(types.map((type) => [type, judge]));
}

function judgeTrail(
  trail: StackResource,
  options: TransferOptions,
  stack: Stack,
): readonly Finding[] {
  return [
    ...judgePlaced(trail, options, stack),
    ...judgeRecorder(trail, "isMultiRegionTrail", false),
  ];
}

function judgeNamed(resource: Resource, options: TransferOptions): readonly Finding[] {
  return (regionCarriers.named[resource.type] ?? []).flatMap((carrier) =>
    select(resource.props, ...carrier.path)
      .flatMap(elements)
      .flatMap((reading) => within(carrier, reading))
      .flatMap((reading) => judgeReading(resource, carrier, reading, options)),
  );
}

function judgePlaced(
  resource: StackResource,
  options: TransferOptions,
  stack: Stack,
): readonly Finding[] {
  return [
    ...(regionCarriers.placed[resource.type] ?? []).flatMap((carrier) =>
      written(resource, ...carrier.path)
        .flatMap(elements)
        .flatMap((reading) => within(carrier, reading))
        .flatMap((reading) =>
          reading.state === "unknown"
            ? judgeSiblings(resource, carrier, reading, options)
            : judgeReading(resource, carrier, reading, options),
        ),
    ),
    ...targetBuckets(stack, resource).flatMap(({ reference, buckets }) =>
      judgeTogether(resource, reference.path, buckets, options),
    ),
    ...sourceBuckets(stack, resource).flatMap(({ reference, buckets }) =>
      judgeTogether(resource, reference.path, buckets, options, true),
    ),
  ];
}

/** What the text of a property says. */
function judgeReading(
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

/** An ARN may hold another: that of an integration has the function's. */
function regionsNamed({ says }: Carrier, value: string): readonly string[] {
  const regions = value
    .split(/(?=\barn:)/)
    .flatMap((text) => regionIn(text) ?? (says.kind === "region" || isRegion(text) ? text : []));
  return [...new Set(regions)];
}

/** What is not known yet lies where the siblings lie that it is made from, unless it holds more than they. */
function judgeSiblings(
  resource: StackResource,
  { inbound, json = [] }: Carrier,
  { path }: Reading,
  options: TransferOptions,
): readonly Finding[] {
  const siblings = placedSources(resource, topLevel(path));
  const found = judgeTogether(resource, path, siblings, options, inbound);
  const isOpen = siblings.length === 0 || (found.length === 0 && json.length > 1);
  return isOpen ? [undecided(resource, path, must)] : found;
}

/** Of siblings in different regions, nobody says which one this property is made from. */
function judgeTogether(
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

function compare(
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

function judgeSpanning(resource: Resource): readonly Finding[] {
  return [violation(resource, "type", "is there to span regions", must)];
}

/** Management events may be brought together from all regions; what is done with data may not. */
function judgeRecorder(
  resource: Resource,
  property: string,
  byItself: boolean,
): readonly Finding[] {
  const reading = read(resource.props, property);
  const spans = reading.state === "known" ? String(reading.value) === "true" : byItself;
  const isOpen = reading.state === "unknown";
  if (!recordsDataEvents(resource.props) || !(spans || isOpen)) {
    return [];
  }
  const found = `is ${reading.state === "absent" ? "missing, which means true" : "true"}, and data events of every region are recorded`;
  return isOpen
    ? [undecided(resource, property, must)]
    : [violation(resource, property, found, must)];
}
