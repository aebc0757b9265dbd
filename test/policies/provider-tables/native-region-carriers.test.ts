// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../policies/framework/rule";
import { nativeRegionCarriers } from "../../../policies/provider-tables/native-region-carriers";
import { forbidCrossRegionCopy as rule } from "../../../policies/rules/regions/forbid-cross-region-copy";
import { carriedProperties, carriers, spellings } from "../../support/pack/carried-properties";
import { nativeNotCopies } from "../../support/pack/classified-regions";
import recorded from "../../support/pack/native-properties.json";
import type { Program, ProgramResource } from "../../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../../support/pack/verdicts";
import { none } from "../../support/structure/sources";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const one = (type: string, properties: Properties): Program => ({
  frankfurt: { type: "pulumi:providers:aws-native", properties: { region: "eu-central-1" } },
  thing: { type, properties, options: { provider: from("frankfurt") } },
});

/** The properties with a value at the end of a path; what is no list counts as one of one element. */
const at = (path: string, value: unknown): Properties =>
  path.split(".").reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Properties;

describe("native-region-carriers", () => {
  const known = new Set(
    Object.entries(recorded.properties).flatMap(([type, paths]) =>
      paths.map((path) => `${type} ${path}`),
    ),
  );

  it("are properties that aws-native has, in the version that was read", () => {
    assert.equal(recorded.version, "1.79.0");
    none(
      carriers()
        .filter(({ type }) => type.startsWith("aws-native:"))
        // A map, whose keys are declared nowhere.
        .filter(({ path }) => !/(logDestination\.bucketName|awslogs-region)$/.test(path.join(".")))
        .filter(
          ({ type, path }) => !spellings(path).some((spelling) => known.has(`${type} ${spelling}`)),
        )
        .map(({ type, path }) => `${type} ${path.join(".")}`),
      "no such property",
    );
  });

  it("are all of its properties that name a region, but those with a reason why they copy nothing", () => {
    const carried = new Set(carriedProperties().map(({ type, path }) => `${type} ${path}`));
    const regions = [...known].filter((property) => /region[^. ]*$/i.test(property));
    const rest = regions.filter((property) => !carried.has(property));
    none(
      rest.filter((property) => !nativeNotCopies.some(([where]) => where.test(property))),
      "a region that no rule has classified",
    );
    none(
      nativeNotCopies
        .filter(([where]) => !rest.some((property) => where.test(property)))
        .map(([where]) => String(where)),
      "a reason that is none for anything",
    );
    assert.ok(regions.length > 150);
  });

  const regions = Object.entries({ ...nativeRegionCarriers.named, ...nativeRegionCarriers.placed })
    .flatMap(([type, all]) => all.map((carrier) => ({ type, ...carrier })))
    .filter(({ says }) => says.kind === "region");
  for (const { type, path } of regions) {
    const [where = ""] = spellings(path);
    it(`${type} may name its own region in '${where}', and no other`, async () => {
      await assertCompliant(rule, one(type, at(where, "eu-central-1")));
      await assertAlwaysSays(rule, one(type, at(where, "us-east-1")), [
        violationOf(
          rule,
          `${type.split(":").at(-1)} 'thing': '${where}' is us-east-1; ${must}, eu-central-1`,
        ),
      ]);
    });
  }

  const switches: [string, Properties, string][] = [
    [
      "aws-native:kms:Key",
      { multiRegion: true },
      "Key 'thing': 'multiRegion' is true, which lets the key be replicated to other regions",
    ],
    [
      "aws-native:resourceexplorer2:Index",
      { type: "AGGREGATOR" },
      "Index 'thing': 'type' is AGGREGATOR, which collects the names and tags of every region",
    ],
    [
      "aws-native:securityhub:FindingAggregator",
      { regionLinkingMode: "ALL_REGIONS" },
      "FindingAggregator 'thing': 'regionLinkingMode' is ALL_REGIONS, which collects from all",
    ],
    [
      "aws-native:configuration:ConfigurationAggregator",
      { organizationAggregationSource: { allAwsRegions: true } },
      "ConfigurationAggregator 'thing': 'organizationAggregationSource.allAwsRegions' is true, which collects from every region",
    ],
    [
      "aws-native:ssm:ResourceDataSync",
      { syncSource: { includeFutureRegions: true } },
      "ResourceDataSync 'thing': 'syncSource.includeFutureRegions' is true, which collects from every region that is to come",
    ],
    [
      "aws-native:bedrock:Guardrail",
      { crossRegionConfig: { guardrailProfileArn: "eu.guardrail.v1:0" } },
      "Guardrail 'thing': 'crossRegionConfig' is set, which sends what it checks to other regions",
    ],
    [
      "aws-native:neptune:GlobalCluster",
      {},
      "GlobalCluster 'thing': 'type' is there to span regions",
    ],
    ["aws-native:arcregionswitch:Plan", {}, "Plan 'thing': 'type' is there to span regions"],
    [
      "aws-native:cloudtrail:EventDataStore",
      {
        advancedEventSelectors: [
          { fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] },
        ],
      },
      "EventDataStore 'thing': 'multiRegionEnabled' is missing, which means true, and data events of every region are recorded",
    ],
    [
      "aws-native:cloudtrail:Trail",
      {
        isMultiRegionTrail: true,
        eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
      },
      "Trail 'thing': 'isMultiRegionTrail' is true, and data events of every region are recorded",
    ],
  ];
  for (const [type, properties, what] of switches) {
    it(`violation: ${type} ${JSON.stringify(properties)}`, () =>
      assertAlwaysSays(rule, one(type, properties), [violationOf(rule, `${what}; ${must}`)]));
  }
});
