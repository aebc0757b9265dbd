// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../policies/framework/rule";
import { forbidCrossRegionCopy as rule } from "../../../policies/rules/regions/forbid-cross-region-copy";
import type { Program, ProgramResource } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

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
const functionArn = (region: string) => `arn:aws:lambda:${region}:111122223333:function:lessons`;
const keyArn = (region: string) => `arn:aws:kms:${region}:111122223333:key/1`;

describe("place-carriers", () => {
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
      "aws:apigateway/integration:Integration",
      (region) => ({
        uri: `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${functionArn(region)}/invocations`,
      }),
      "Integration 'thing': 'uri' lies in us-east-1",
    ],
    [
      "aws:apigatewayv2/integration:Integration",
      (region) => ({ integrationUri: functionArn(region) }),
      "Integration 'thing': 'integrationUri' lies in us-east-1",
    ],
    [
      "aws:cognito/userPool:UserPool",
      (region) => ({ lambdaConfig: { preSignUp: functionArn(region) } }),
      "UserPool 'thing': 'lambdaConfig.preSignUp' lies in us-east-1",
    ],
    [
      "aws:ecs/taskDefinition:TaskDefinition",
      (region) => ({
        containerDefinitions: JSON.stringify([
          { image: "tokens:1", logConfiguration: { options: { "awslogs-region": region } } },
        ]),
      }),
      "TaskDefinition 'thing': 'containerDefinitions' lies in us-east-1",
    ],
    [
      "aws:ecs/taskDefinition:TaskDefinition",
      (region) => ({
        containerDefinitions: JSON.stringify([
          { image: `111122223333.dkr.ecr.${region}.amazonaws.com/tokens:1` },
        ]),
      }),
      "TaskDefinition 'thing': 'containerDefinitions' lies in us-east-1",
    ],
    [
      "aws:iot/topicRule:TopicRule",
      (region) => ({ lambdas: [{ functionArn: functionArn(region) }] }),
      "TopicRule 'thing': 'lambdas[0].functionArn' lies in us-east-1",
    ],
    [
      "aws:ses/receiptRule:ReceiptRule",
      (region) => ({ lambdaActions: [{ functionArn: functionArn(region) }] }),
      "ReceiptRule 'thing': 'lambdaActions[0].functionArn' lies in us-east-1",
    ],
    [
      "aws:rds/integration:Integration",
      (region) => ({ sourceArn: clusterArn(region) }),
      "Integration 'thing': 'sourceArn' lies in us-east-1",
    ],
    [
      "aws:pipes/pipe:Pipe",
      (region) => ({ enrichment: functionArn(region) }),
      "Pipe 'thing': 'enrichment' lies in us-east-1",
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
  for (const [type, properties, what] of placed) {
    it(`compliant: ${type} names its own region`, () =>
      assertCompliant(rule, one(type, properties("eu-central-1"))));
    it(`violation: ${type} names another region`, () =>
      assertAlwaysSays(rule, one(type, properties("us-east-1")), [leaves(what)]));
  }

  const virginia = { type: "pulumi:providers:aws", properties: { region: "us-east-1" } };
  const task = (provider: string): Program => ({
    virginia,
    repository: { type: "aws:ecr/repository:Repository", options: { provider: from(provider) } },
    ...one("aws:ecs/taskDefinition:TaskDefinition", {
      containerDefinitions: `[{"image":"${from("repository.repositoryUrl")}"}]`,
    }),
  });
  const queue = (provider: string): Program => ({
    virginia,
    letters: { type: "aws:sqs/queue:Queue", options: { provider: from(provider) } },
    ...one("aws:sqs/queue:Queue", {
      redrivePolicy: `{"deadLetterTargetArn":"${from("letters.arn")}"}`,
    }),
  });

  it("violation: JSON that is made from a sibling in another region, whatever else it may say", async () => {
    const isFar = (what: string) => leaves(`${what}, which is in us-east-1`);
    await assertSays(rule, task("virginia"), [
      isFar("TaskDefinition 'thing': 'containerDefinitions' is Repository 'repository'"),
    ]);
    await assertSays(rule, queue("virginia"), [
      isFar("Queue 'thing': 'redrivePolicy' is Queue 'letters'"),
    ]);
  });

  it("undecidable: JSON that is made from a sibling in the same region, and may name another besides", async () => {
    await assertSays(rule, task("frankfurt"), [
      undecidedOf(
        "TaskDefinition 'thing': 'containerDefinitions' is",
        "data must stay in the region of the resource",
      ),
    ]);
    await assertCompliant(rule, queue("frankfurt"));
  });
});
