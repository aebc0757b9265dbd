// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidCrossRegionCopy as rule } from "../../policies/regions/forbid-cross-region-copy";
import { from } from "../../policies/rule";
import type { Program, ProgramResource } from "../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../support/pack/verdicts";

type Properties = NonNullable<ProgramResource["properties"]>;

const one = (type: string, properties: Properties): Program => ({
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  thing: { type, properties, options: { provider: from("frankfurt") } },
});
const leaves = (what: string) =>
  violationOf(rule, `${what}; data must stay in the region of the resource, eu-central-1`);
const queueArn = (region: string) => `arn:aws:sqs:${region}:111122223333:lessons`;
const vaultArn = (region: string) => `arn:aws:backup:${region}:111122223333:backup-vault:far`;
const clusterArn = (region: string) => `arn:aws:rds:${region}:111122223333:cluster:lessons`;
const keyArn = (region: string) => `arn:aws:kms:${region}:111122223333:key/1`;

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
  /** What lies in a region, named by its ARN or its address. */
  const placed: [string, (region: string) => Properties, string][] = [
    [
      "aws:cloudwatch/eventTarget:EventTarget",
      (region) => ({ arn: `arn:aws:events:${region}:111122223333:event-bus/lessons` }),
      "EventTarget 'thing': 'arn' lies in us-east-1",
    ],
    [
      "aws:sns/topicSubscription:TopicSubscription",
      (region) => ({ protocol: "sqs", topic: "t", endpoint: queueArn(region) }),
      "TopicSubscription 'thing': 'endpoint' lies in us-east-1",
    ],
    [
      "aws:backup/plan:Plan",
      (region) => ({
        rules: [
          {
            copyActions: [{ destinationVaultArn: vaultArn(region) }],
          },
        ],
      }),
      "Plan 'thing': 'rules[0].copyActions[0].destinationVaultArn' lies in us-east-1",
    ],
    [
      "aws:kms/replicaKey:ReplicaKey",
      (region) => ({ primaryKeyArn: keyArn(region) }),
      "ReplicaKey 'thing': 'primaryKeyArn' lies in us-east-1",
    ],
    [
      "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
      (region) => ({
        rules: [
          {
            destination: {
              bucket: "arn:aws:s3:::far",
              encryptionConfiguration: { replicaKmsKeyId: keyArn(region) },
            },
          },
        ],
      }),
      "BucketReplicationConfig 'thing': 'rules[0].destination.encryptionConfiguration.replicaKmsKeyId' lies in us-east-1",
    ],
    [
      "aws:sqs/queue:Queue",
      (region) => ({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(region) }) }),
      "Queue 'thing': 'redrivePolicy' lies in us-east-1",
    ],
    [
      "aws:lambda/function:Function",
      (region) => ({ imageUri: `111122223333.dkr.ecr.${region}.amazonaws.com/tokens:1` }),
      "Function 'thing': 'imageUri' lies in us-east-1",
    ],
    [
      "aws:dlm/lifecyclePolicy:LifecyclePolicy",
      (target) => ({ policyDetails: { schedules: [{ crossRegionCopyRules: [{ target }] }] } }),
      "LifecyclePolicy 'thing': 'policyDetails.schedules[0].crossRegionCopyRules[0].target' is us-east-1",
    ],
    [
      "aws:lambda/function:Function",
      (region) => ({ sourceKmsKeyArn: keyArn(region) }),
      "Function 'thing': 'sourceKmsKeyArn' lies in us-east-1",
    ],
    [
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
      (region) => ({
        httpEndpointConfiguration: { url: `https://x.execute-api.${region}.amazonaws.com/p` },
      }),
      "FirehoseDeliveryStream 'thing': 'httpEndpointConfiguration.url' lies in us-east-1",
    ],
    [
      "aws:neptune/cluster:Cluster",
      (region) => ({ replicationSourceIdentifier: clusterArn(region) }),
      "Cluster 'thing': 'replicationSourceIdentifier' lies in us-east-1",
    ],
    [
      "aws-native:rds:DbCluster",
      (region) => ({ replicationSourceIdentifier: clusterArn(region) }),
      "DbCluster 'thing': 'replicationSourceIdentifier' lies in us-east-1",
    ],
    [
      "aws-native:rds:DbInstance",
      (sourceRegion) => ({ sourceRegion }),
      "DbInstance 'thing': 'sourceRegion' is us-east-1",
    ],
    [
      "aws-native:backup:BackupPlan",
      (region) => ({
        backupPlan: {
          backupPlanRule: [{ copyActions: [{ destinationBackupVaultArn: vaultArn(region) }] }],
        },
      }),
      "BackupPlan 'thing': 'backupPlan.backupPlanRule[0].copyActions[0].destinationBackupVaultArn' lies in us-east-1",
    ],
    [
      "aws-native:events:Rule",
      (region) => ({ targets: [{ id: "lessons", arn: queueArn(region) }] }),
      "Rule 'thing': 'targets[0].arn' lies in us-east-1",
    ],
    [
      "aws-native:lambda:EventSourceMapping",
      (region) => ({ eventSourceArn: queueArn(region) }),
      "EventSourceMapping 'thing': 'eventSourceArn' lies in us-east-1",
    ],
    [
      "aws-native:logs:SubscriptionFilter",
      (region) => ({ destinationArn: `arn:aws:kinesis:${region}:111122223333:stream/logs` }),
      "SubscriptionFilter 'thing': 'destinationArn' lies in us-east-1",
    ],
    [
      "aws-native:pipes:Pipe",
      (region) => ({ source: queueArn("eu-central-1"), target: queueArn(region) }),
      "Pipe 'thing': 'target' lies in us-east-1",
    ],
    [
      "aws-native:scheduler:Schedule",
      (region) => ({ target: { arn: queueArn(region) } }),
      "Schedule 'thing': 'target.arn' lies in us-east-1",
    ],
    [
      "aws-native:sns:Subscription",
      (region) => ({ endpoint: queueArn(region) }),
      "Subscription 'thing': 'endpoint' lies in us-east-1",
    ],
    [
      "aws-native:sqs:Queue",
      (region) => ({ redrivePolicy: { deadLetterTargetArn: queueArn(region) } }),
      "Queue 'thing': 'redrivePolicy' lies in us-east-1",
    ],
  ];
  for (const [type, properties, what] of [...named, ...placed]) {
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
