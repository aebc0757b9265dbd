// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  regionalReferences,
  regionProperties,
} from "../../../policies/provider-tables/region-properties";
import { forbidCrossRegionCopy as rule } from "../../../policies/rules/regions/forbid-cross-region-copy";
import { nativeNotCopies } from "../../support/pack/classified-regions";
import recorded from "../../support/pack/native-properties.json";
import { from, type Program, type ProgramResource, propertiesAt } from "../../support/pack/program";
import {
  listedProperties,
  spelledProperties,
  spellings,
} from "../../support/pack/table-properties";
import { assertAlwaysSays, assertCompliant, violationOf } from "../../support/pack/verdicts";
import { none } from "../../support/structure/sources";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const one = (type: string, properties: Properties): Program => ({
  frankfurt: {
    type: type.startsWith("aws:") ? "pulumi:providers:aws" : "pulumi:providers:aws-native",
    properties: { region: "eu-central-1" },
  },
  thing: { type, properties, options: { provider: from("frankfurt") } },
});
const leaves = (what: string) => violationOf(rule, `${what}; ${must}, eu-central-1`);

describe("region-properties", () => {
  /** What names a region, each with where it is written and what it makes of another region. */
  const named: [string, (region: string) => Properties, string][] = [
    [
      "aws:secretsmanager/secret:Secret",
      (region) => ({ replicas: [{ region }] }),
      "Secret 'thing': 'replicas[0].region' is us-east-1",
    ],
    [
      "aws:dynamodb/table:Table",
      (regionName) => ({ replicas: [{ regionName }] }),
      "Table 'thing': 'replicas[0].regionName' is us-east-1",
    ],
    [
      "aws:ecr/replicationConfiguration:ReplicationConfiguration",
      (region) => ({
        replicationConfiguration: { rules: [{ destinations: [{ region, registryId: "1" }] }] },
      }),
      "ReplicationConfiguration 'thing': 'replicationConfiguration.rules[0].destinations[0].region' is us-east-1",
    ],
    [
      "aws:efs/replicationConfiguration:ReplicationConfiguration",
      (region) => ({ destination: { region } }),
      "ReplicationConfiguration 'thing': 'destination.region' is us-east-1",
    ],
    [
      "aws:rds/snapshotCopy:SnapshotCopy",
      (destinationRegion) => ({ destinationRegion }),
      "SnapshotCopy 'thing': 'destinationRegion' is us-east-1",
    ],
    [
      "aws:ebs/snapshotCopy:SnapshotCopy",
      (sourceRegion) => ({ sourceRegion }),
      "SnapshotCopy 'thing': 'sourceRegion' is us-east-1",
    ],
    [
      "aws:keyspaces/keyspace:Keyspace",
      (region) => ({ replicationSpecification: { regionLists: ["eu-central-1", region] } }),
      "Keyspace 'thing': 'replicationSpecification.regionLists[1]' is us-east-1",
    ],
    [
      "aws:ec2/vpcEndpoint:VpcEndpoint",
      (region) => ({ serviceName: `com.amazonaws.${region}.execute-api` }),
      "VpcEndpoint 'thing': 'serviceName' lies in us-east-1",
    ],
    [
      "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
      (peerRegion) => ({ peerRegion }),
      "VpcPeeringConnection 'thing': 'peerRegion' is us-east-1",
    ],
    [
      "aws:ssm/resourceDataSync:ResourceDataSync",
      (region) => ({ s3Destination: { region, bucketName: "inventory" } }),
      "ResourceDataSync 'thing': 's3Destination.region' is us-east-1",
    ],
    [
      "aws-native:secretsmanager:Secret",
      (region) => ({ replicaRegions: [{ region }] }),
      "Secret 'thing': 'replicaRegions[0].region' is us-east-1",
    ],
  ];
  for (const [type, properties, what] of named) {
    it(`compliant: ${type} names its own region`, () =>
      assertCompliant(rule, one(type, properties("eu-central-1"))));
    it(`violation: ${type} names another region`, () =>
      assertAlwaysSays(rule, one(type, properties("us-east-1")), [leaves(what)]));
  }

  const members: [string, string][] = [
    ["aws:docdb/cluster:Cluster", "globalClusterIdentifier"],
    ["aws:elasticache/replicationGroup:ReplicationGroup", "globalReplicationGroupId"],
    ["aws:memorydb/cluster:Cluster", "multiRegionClusterName"],
    ["aws:neptune/cluster:Cluster", "globalClusterIdentifier"],
    ["aws:rds/cluster:Cluster", "globalClusterIdentifier"],
    ["aws-native:memorydb:Cluster", "multiRegionClusterName"],
    ["aws-native:rds:DbCluster", "globalClusterIdentifier"],
  ];
  for (const [type, property] of members) {
    const title = `${type.split(":").at(-1)} 'thing'`;
    it(`violation: ${type} joins others in '${property}'`, () =>
      assertAlwaysSays(rule, one(type, { [property]: "lessons" }), [
        violationOf(
          rule,
          `${title}: '${property}' is lessons, which joins a cluster that spans regions; ${must}`,
        ),
      ]));
    for (const left of [{}, { [property]: "" }]) {
      it(`compliant: ${type} joins none: ${JSON.stringify(left)}!`, () =>
        assertCompliant(rule, one(type, left)));
    }
  }

  for (const type of [
    "aws:docdb/globalCluster:GlobalCluster",
    "aws-native:docdb:GlobalCluster",
    "aws-native:elasticache:GlobalReplicationGroup",
    "aws-native:memorydb:MultiRegionCluster",
    "aws:networkmanager/coreNetwork:CoreNetwork",
    "aws-native:networkmanager:CoreNetwork",
  ]) {
    const title = `${type.split(":").at(-1)} 'thing'`;
    it(`violation: ${type} spans regions`, () =>
      assertAlwaysSays(rule, one(type, {}), [
        violationOf(
          rule,
          `${title}: 'type' is there to span regions; data must stay in the region of the resource`,
        ),
      ]));
  }

  const known = new Set(
    Object.entries(recorded.properties).flatMap(([type, paths]) =>
      paths.map((path) => `${type} ${path}`),
    ),
  );

  it("are properties that aws-native has, in the recorded version", () => {
    assert.equal(recorded.version, "1.79.0");
    none(
      listedProperties()
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

  it("are all properties of aws-native that name a region, except those that copy nothing, with the reason", () => {
    const listed = new Set(spelledProperties().map(({ type, path }) => `${type} ${path}`));
    const regions = [...known].filter((property) => /region[^. ]*$/i.test(property));
    const rest = regions.filter((property) => !listed.has(property));
    none(
      rest.filter((property) => !nativeNotCopies.some(([where]) => where.test(property))),
      "not classified",
    );
    none(
      nativeNotCopies
        .filter(([where]) => !rest.some((property) => where.test(property)))
        .map(([where]) => String(where)),
      "classifies nothing",
    );
    assert.ok(regions.length > 150);
  });

  const regions = [...regionProperties, ...regionalReferences]
    .flatMap(([type, listed]) => listed.map((property) => ({ type, ...property })))
    .filter(({ type, says }) => type.startsWith("aws-native:") && says.kind === "region");
  for (const { type, path } of regions) {
    const [where = ""] = spellings(path);
    it(`${type} may name its own region in '${where}', and no other`, async () => {
      await assertCompliant(rule, one(type, propertiesAt(where, "eu-central-1")));
      await assertAlwaysSays(rule, one(type, propertiesAt(where, "us-east-1")), [
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
      "ConfigurationAggregator 'thing': 'organizationAggregationSource.allAwsRegions' is true, " +
        "which collects from every region",
    ],
    [
      "aws-native:ssm:ResourceDataSync",
      { syncSource: { includeFutureRegions: true } },
      "ResourceDataSync 'thing': 'syncSource.includeFutureRegions' is true, " +
        "which collects from every region that is to come",
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
      "EventDataStore 'thing': 'multiRegionEnabled' is missing, which means true, " +
        "and data events of every region are recorded",
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
