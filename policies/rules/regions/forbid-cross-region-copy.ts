// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Replicas and copies name a region (named-regions), copies, streams and exports name a resource
 * (regional-references), trails and event stores record the logs of other regions (recorded-data-events),
 * and global databases fail over to another region.
 *
 * Cannot see: where a bucket of another stack is (require-declared-target asks for those), nor where an
 * HTTP endpoint outside AWS, a mailbox or a telephone is. A trail or an event store over all regions
 * collects management events, which hold no content. It is judged where it records data events.
 */

import { configuration } from "../../framework/configuration";
import { agora, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { writingTypes } from "../../joins/target-buckets";
import { bucketSources } from "../../provider-tables/bucket-properties";
import {
  multiRegionTypes,
  regionalReferences,
  regionProperties,
} from "../../provider-tables/region-properties";
import type { Resource, Stack, StackResource } from "../../resources/stack";
import { judgeRegionProperties } from "./named-regions";
import { judgeRecorder } from "./recorded-data-events";
import { must, type TransferOptions } from "./region-comparison";
import { judgeReferences } from "./regional-references";
import { transfersSchema } from "./transfers";

const trails = ["aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail"];

const eventStores = [
  "aws:cloudtrail/eventDataStore:EventDataStore",
  "aws-native:cloudtrail:EventDataStore",
];

export const forbidCrossRegionCopy: Rule<TransferOptions> = {
  name: "forbid-cross-region-copy",
  description: "Data must not be replicated, copied, streamed or failed over to another region.",
  rationale:
    "A geofence is worth nothing if every resource is in its region, but one of them copies its data to another.",
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
      ...forTypes([...regionProperties.keys()], judgeRegionProperties),
      ...forTypes(multiRegionTypes, judgeSpanning),
      ...forTypes(eventStores, (store) => judgeRecorder(store, "multiRegionEnabled", true)),
    },
    stack: {
      ...forTypes(
        [...regionalReferences.keys(), ...writingTypes, ...bucketSources.keys()],
        judgeReferences,
      ),
      ...forTypes(trails, judgeTrail),
    },
  },
};

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

function judgeSpanning(resource: Resource): readonly Finding[] {
  return [violation(resource, "type", "is there to span regions", must)];
}
