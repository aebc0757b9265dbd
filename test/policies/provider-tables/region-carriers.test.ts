// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../policies/framework/rule";
import { forbidCrossRegionCopy as rule } from "../../../policies/rules/regions/forbid-cross-region-copy";
import type { Program, ProgramResource } from "../../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../../support/pack/verdicts";

type Properties = NonNullable<ProgramResource["properties"]>;

const one = (type: string, properties: Properties): Program => ({
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  thing: { type, properties, options: { provider: from("frankfurt") } },
});
const leaves = (what: string) =>
  violationOf(rule, `${what}; data must stay in the region of the resource, eu-central-1`);

describe("region-carriers", () => {
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
          `${title}: '${property}' is lessons, which joins a cluster that spans regions; data must stay in the region of the resource`,
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
});
