// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../policies/framework/rule";
import { forbidCrossRegionCopy as rule } from "../../../policies/rules/regions/forbid-cross-region-copy";
import type { Program, ProgramResource } from "../../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../../support/pack/verdicts";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const one = (type: string, properties: Properties): Program => ({
  frankfurt: { type: "pulumi:providers:aws-native", properties: { region: "eu-central-1" } },
  thing: { type, properties, options: { provider: from("frankfurt") } },
});

/** The properties with a value at the end of a path; what is no list counts as one of one element. */
const at = (path: string, value: unknown): Properties =>
  path.split(".").reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Properties;

const arn = (service: string, rest: string) => (region: string) =>
  `arn:aws:${service}:${region}:111122223333:${rest}`;
const queue = arn("sqs", "lessons");
const key = arn("kms", "key/1");
const group = arn("logs", "log-group:lessons:*");
const stream = arn("kinesis", "stream/lessons");
const cluster = arn("rds", "cluster:lessons");
const lambda = arn("lambda", "function:lessons");
const topic = arn("sns", "lessons");
const delivery = arn("firehose", "deliverystream/lessons");
const integration = (region: string) =>
  `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${lambda(region)}/invocations`;
const address = (region: string) => `https://x.execute-api.${region}.amazonaws.com/p`;

describe("native-place-carriers", () => {
  /** What lies in a region: the ARN or address of each, by where it is written. */
  const placed: [string, string, (region: string) => string][] = [
    ["aws-native:amazonmq:Broker", "dataReplicationPrimaryBrokerArn", arn("mq", "broker:a:b-1")],
    [
      "aws-native:backup:BackupPlan",
      "backupPlan.backupPlanRule.targetLogicallyAirGappedBackupVaultArn",
      arn("backup", "backup-vault:far"),
    ],
    ["aws-native:apigateway:Method", "integration.uri", integration],
    ["aws-native:apigatewayv2:Integration", "integrationUri", integration],
    ["aws-native:cloudtrail:Trail", "cloudWatchLogsLogGroupArn", group],
    ["aws-native:cloudtrail:Trail", "kmsKeyId", key],
    ["aws-native:cloudwatch:MetricStream", "firehoseArn", delivery],
    [
      "aws-native:cognito:LogDeliveryConfiguration",
      "logConfigurations.firehoseConfiguration.streamArn",
      delivery,
    ],
    ["aws-native:cognito:UserPool", "lambdaConfig.preSignUp", lambda],
    ["aws-native:cognito:UserPool", "lambdaConfig.inboundFederation.lambdaArn", lambda],
    ["aws-native:connect:InstanceStorageConfig", "kinesisStreamConfig.streamArn", stream],
    ["aws-native:dms:Endpoint", "kinesisSettings.streamArn", stream],
    [
      "aws-native:ecs:TaskDefinition",
      "containerDefinitions.image",
      (region) => `111122223333.dkr.ecr.${region}.amazonaws.com/tokens:1`,
    ],
    ["aws-native:iot:TopicRule", "topicRulePayload.actions.lambda.functionArn", lambda],
    [
      "aws-native:iot:TopicRule",
      "topicRulePayload.errorAction.sqs.queueUrl",
      (region) => `https://sqs.${region}.amazonaws.com/111122223333/lessons`,
    ],
    ["aws-native:rds:Integration", "targetArn", arn("redshift", "namespace/a")],
    ["aws-native:redshift:Integration", "sourceArn", cluster],
    [
      "aws-native:ses:ConfigurationSetEventDestination",
      "eventDestination.kinesisFirehoseDestination.deliveryStreamArn",
      delivery,
    ],
    ["aws-native:ses:MailManagerRuleSet", "rules.actions.publishToSns.topicArn", topic],
    ["aws-native:ses:ReceiptRule", "rule.actions.lambdaAction.functionArn", lambda],
    ["aws-native:ses:ReceiptRule", "rule.actions.s3Action.topicArn", topic],
    ["aws-native:datasync:Task", "destinationLocationArn", arn("datasync", "location/loc-1")],
    ["aws-native:datasync:Task", "sourceLocationArn", arn("datasync", "location/loc-1")],
    ["aws-native:dsql:Cluster", "multiRegionProperties.clusters", arn("dsql", "cluster/a")],
    ["aws-native:dynamodb:Table", "kinesisStreamSpecification.streamArn", stream],
    ["aws-native:ec2:VpcEndpoint", "serviceName", (region) => `com.amazonaws.${region}.s3`],
    ["aws-native:events:Endpoint", "eventBuses.eventBusArn", arn("events", "event-bus/lessons")],
    ["aws-native:events:EventBus", "deadLetterConfig.arn", queue],
    ["aws-native:events:Rule", "targets.deadLetterConfig.arn", queue],
    ["aws-native:iot:TopicRule", "topicRulePayload.actions.http.url", address],
    [
      "aws-native:kinesisfirehose:DeliveryStream",
      "httpEndpointDestinationConfiguration.endpointConfiguration.url",
      address,
    ],
    [
      "aws-native:kinesisfirehose:DeliveryStream",
      "kinesisStreamSourceConfiguration.kinesisStreamArn",
      stream,
    ],
    [
      "aws-native:kinesisfirehose:DeliveryStream",
      "mskSourceConfiguration.mskClusterArn",
      arn("kafka", "cluster/a/1"),
    ],
    ["aws-native:kms:ReplicaKey", "primaryKeyArn", key],
    ["aws-native:lambda:EventInvokeConfig", "destinationConfig.onFailure.destination", queue],
    ["aws-native:lambda:EventInvokeConfig", "destinationConfig.onSuccess.destination", queue],
    ["aws-native:lambda:EventSourceMapping", "destinationConfig.onFailure.destination", queue],
    [
      "aws-native:lambda:Function",
      "code.imageUri",
      (region) => `111122223333.dkr.ecr.${region}.amazonaws.com/tokens:1`,
    ],
    ["aws-native:lambda:Function", "layers", arn("lambda", "layer:runtime:1")],
    ["aws-native:lambda:Function", "deadLetterConfig.targetArn", queue],
    ["aws-native:lambda:Function", "kmsKeyArn", key],
    ["aws-native:lambda:Function", "code.sourceKmsKeyArn", key],
    ["aws-native:logs:Destination", "targetArn", stream],
    [
      "aws-native:msk:Replicator",
      "kafkaClusters.amazonMskCluster.mskClusterArn",
      arn("kafka", "cluster/a/1"),
    ],
    ["aws-native:oam:Link", "sinkIdentifier", arn("oam", "sink/1")],
    ["aws-native:pipes:Pipe", "source", queue],
    ["aws-native:pipes:Pipe", "enrichment", arn("lambda", "function:enrich")],
    [
      "aws-native:pipes:Pipe",
      "sourceParameters.kinesisStreamParameters.deadLetterConfig.arn",
      queue,
    ],
    ["aws-native:rds:DbInstance", "sourceDbInstanceIdentifier", arn("rds", "db:lessons")],
    [
      "aws-native:rds:DbInstance",
      "sourceDbInstanceAutomatedBackupsArn",
      arn("rds", "auto-backup:ab-1"),
    ],
    ["aws-native:rds:DbCluster", "replicationSourceIdentifier", cluster],
    [
      "aws-native:s3:Bucket",
      "replicationConfiguration.rules.destination.encryptionConfiguration.replicaKmsKeyId",
      key,
    ],
    [
      "aws-native:s3:Bucket",
      "notificationConfiguration.lambdaConfigurations.function",
      arn("lambda", "function:received"),
    ],
    ["aws-native:s3:Bucket", "notificationConfiguration.queueConfigurations.queue", queue],
    [
      "aws-native:s3:Bucket",
      "notificationConfiguration.topicConfigurations.topic",
      arn("sns", "received"),
    ],
    [
      "aws-native:s3tables:TableBucket",
      "replicationConfiguration.rules.destinations.destinationTableBucketArn",
      arn("s3tables", "bucket/far"),
    ],
    ["aws-native:scheduler:Schedule", "target.deadLetterConfig.arn", queue],
    ["aws-native:sns:Subscription", "topicArn", arn("sns", "lessons")],
    ["aws-native:sns:Topic", "subscription.endpoint", queue],
  ];
  for (const [type, path, make] of placed) {
    const what = `${type.split(":").at(-1)} 'thing': '${path}' lies in us-east-1`;
    it(`compliant: ${type} with '${path}' in its own region`, () =>
      assertCompliant(rule, one(type, at(path, make("eu-central-1")))));
    it(`violation: ${type} with '${path}' in another region`, () =>
      assertAlwaysSays(rule, one(type, at(path, make("us-east-1"))), [
        violationOf(rule, `${what}; ${must}, eu-central-1`),
      ]));
  }

  /** What is JSON in a text, or an object in its place. */
  const policies: [string, string, string][] = [
    ["aws-native:logs:AccountPolicy", "policyDocument", "DestinationArn"],
    ["aws-native:sns:Subscription", "redrivePolicy", "deadLetterTargetArn"],
    ["aws-native:sqs:Queue", "redrivePolicy", "deadLetterTargetArn"],
  ];
  for (const [type, path, inner] of policies) {
    for (const write of [JSON.stringify, (content: unknown) => content]) {
      const content = write({ [inner]: queue("us-east-1") });
      it(`violation: ${type} with '${path}' as ${typeof content}`, () =>
        assertAlwaysSays(rule, one(type, { [path]: content }), [
          violationOf(
            rule,
            `${type.split(":").at(-1)} 'thing': '${path}' lies in us-east-1; ${must}, eu-central-1`,
          ),
        ]));
    }
  }
});
