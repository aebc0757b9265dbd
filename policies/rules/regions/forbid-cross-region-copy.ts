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
import { from, type Rule } from "../../framework/rule";
import { locatedSources } from "../../joins/located-sources";
import { sourceBuckets, targetBuckets, writingTypes } from "../../joins/target-buckets";
import { bucketSources } from "../../provider-tables/bucket-properties";
import {
  multiRegionTypes,
  type RegionProperty,
  regionalReferences,
  regionProperties,
} from "../../provider-tables/region-properties";
import { elements, type Reading, read, select, textOf } from "../../resources/reading";
import { isRegion, regionIn, regionOf } from "../../resources/region";
import { regionValues } from "../../resources/region-values";
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
  examples: {
    fails: [
      {
        shows: "A secret that is replicated to another continent.",
        resources: {
          frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
          certificate: {
            type: "aws:secretsmanager/secret:Secret",
            properties: { replicas: [{ region: "us-east-1" }] },
            options: { provider: from("frankfurt") },
          },
        },
      },
    ],
    passes: [
      {
        shows: "Events that stay in the region of their rule.",
        resources: {
          frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
          queue: {
            type: "aws:sqs/queue:Queue",
            options: { provider: from("frankfurt") },
          },
          target: {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            properties: { rule: "lessons", arn: from("queue.arn") },
            options: { provider: from("frankfurt") },
          },
        },
      },
    ],
  },
  validator: {
    resource: {
      ...judgedBy([...regionProperties.keys()], judgeInputs),
      ...judgedBy(multiRegionTypes, judgeSpanning),
      ...judgedBy(eventStores, (store) => judgeRecorder(store, "multiRegionEnabled", true)),
    },
    stack: {
      ...judgedBy(
        [...regionalReferences.keys(), ...writingTypes, ...bucketSources.keys()],
        judgeReferences,
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
    ...judgeReferences(trail, options, stack),
    ...judgeRecorder(trail, "isMultiRegionTrail", false),
  ];
}

function judgeInputs(resource: Resource, options: TransferOptions): readonly Finding[] {
  return (regionProperties.get(resource.type) ?? []).flatMap((property) =>
    select(resource.props, ...property.path)
      .flatMap(elements)
      .flatMap((reading) => regionValues(property, reading))
      .flatMap((reading) => judgeReading(resource, property, reading, options)),
  );
}

function judgeReferences(
  resource: StackResource,
  options: TransferOptions,
  stack: Stack,
): readonly Finding[] {
  return [
    ...(regionalReferences.get(resource.type) ?? []).flatMap((property) =>
      written(resource, ...property.path)
        .flatMap(elements)
        .flatMap((reading) => regionValues(property, reading))
        .flatMap((reading) =>
          reading.state === "unknown"
            ? judgeSiblings(resource, property, reading, options)
            : judgeReading(resource, property, reading, options),
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
  property: RegionProperty,
  reading: Reading,
  options: TransferOptions,
): readonly Finding[] {
  const { says, inbound } = property;
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
    compare(resource, path, region, `${verbs[says.kind]} ${region}`, options, inbound),
  );
}

const verbs = { region: "is", resource: "lies in" } as const;

/** An ARN may hold another: that of an integration has the function's. */
function regionsNamed({ says }: RegionProperty, value: string): readonly string[] {
  const regions = value
    .split(/(?=\barn:)/)
    .flatMap((text) => regionIn(text) ?? (says.kind === "region" || isRegion(text) ? text : []));
  return [...new Set(regions)];
}

/** What is not known yet lies where the siblings lie that it is made from, unless it holds more than they. */
function judgeSiblings(
  resource: StackResource,
  { inbound, json = [] }: RegionProperty,
  { path }: Reading,
  options: TransferOptions,
): readonly Finding[] {
  const siblings = locatedSources(resource, topLevel(path));
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
