// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { nativeRegionCarriers } from "../../policies/native-region-carriers";
import { forbidCrossRegionCopy as rule } from "../../policies/regions/forbid-cross-region-copy";
import { from } from "../../policies/rule";
import { carriedProperties, carriers, spellings } from "../support/pack/carried-properties";
import { nativeNotCopies } from "../support/pack/classified-regions";
import recorded from "../support/pack/native-properties.json";
import type { Program, ProgramResource } from "../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../support/pack/verdicts";
import { none } from "../support/sources";

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
const address = (region: string) => `https://x.execute-api.${region}.amazonaws.com/p`;

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
        .filter(
          ({ path }) => !path.join(".").endsWith("logDestinationConfigs.logDestination.bucketName"),
        )
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

  /** What lies in a region: the ARN or address of each, by where it is written. */
  const placed: [string, string, (region: string) => string][] = [
    ["aws-native:amazonmq:Broker", "dataReplicationPrimaryBrokerArn", arn("mq", "broker:a:b-1")],
    [
      "aws-native:backup:BackupPlan",
      "backupPlan.backupPlanRule.targetLogicallyAirGappedBackupVaultArn",
      arn("backup", "backup-vault:far"),
    ],
    ["aws-native:cloudtrail:Trail", "cloudWatchLogsLogGroupArn", group],
    ["aws-native:cloudtrail:Trail", "kmsKeyId", key],
    ["aws-native:cloudwatch:MetricStream", "firehoseArn", arn("firehose", "deliverystream/m")],
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
