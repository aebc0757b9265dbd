// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireDeclaredTarget as rule } from "../../../policies/rules/regions/require-declared-target";
import { from, type Program, type ProgramResource } from "../../support/pack/program";
import { assertAlwaysSays, assertCompliant, violationOf } from "../../support/pack/verdicts";

const configuration = { targets: ["arn:aws:s3:::archive-*"] };
const must = "it must be a bucket of this stack or one that the configuration names";
const isForeign = (what: string) => violationOf(rule, `${what}; ${must}`);
const bucket = { type: "aws:s3/bucket:Bucket", properties: { bucket: "vault-bucket" } };

/** What writes to a bucket, in every way of naming one. */
const writers: [string, string, (target: string) => ProgramResource["properties"], string][] = [
  [
    "a replica",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    (target) => ({ rules: [{ destination: { bucket: target } }] }),
    "BucketReplicationConfig 'writer': 'rules[0].destination.bucket'",
  ],
  [
    "an inline replica",
    "aws:s3/bucket:Bucket",
    (target) => ({ replicationConfiguration: { rules: [{ destination: { bucket: target } }] } }),
    "Bucket 'writer': 'replicationConfiguration.rules[0].destination.bucket'",
  ],
  [
    "an inventory",
    "aws:s3/inventory:Inventory",
    (target) => ({ destination: { bucket: { bucketArn: target } } }),
    "Inventory 'writer': 'destination.bucket.bucketArn'",
  ],
  [
    "a trail",
    "aws:cloudtrail/trail:Trail",
    (target) => ({ s3BucketName: target }),
    "Trail 'writer': 's3BucketName'",
  ],
  [
    "a delivery stream",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    (target) => ({ extendedS3Configuration: { bucketArn: target } }),
    "FirehoseDeliveryStream 'writer': 'extendedS3Configuration.bucketArn'",
  ],
  [
    "query results",
    "aws:athena/workgroup:Workgroup",
    (target) => ({ configuration: { resultConfiguration: { outputLocation: target } } }),
    "Workgroup 'writer': 'configuration.resultConfiguration.outputLocation'",
  ],
  [
    "a load balancer's log",
    "aws:lb/loadBalancer:LoadBalancer",
    (target) => ({ accessLogs: { bucket: target } }),
    "LoadBalancer 'writer': 'accessLogs.bucket'",
  ],
  [
    "a replica of aws-native",
    "aws-native:s3:Bucket",
    (target) => ({ replicationConfiguration: { rules: [{ destination: { bucket: target } }] } }),
    "Bucket 'writer': 'replicationConfiguration.rules[0].destination.bucket'",
  ],
  [
    "a load balancer's log under its former name",
    "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
    (target) => ({ accessLogs: { bucket: target } }),
    "LoadBalancer 'writer': 'accessLogs.bucket'",
  ],
  [
    "a build's artifacts",
    "aws:codebuild/project:Project",
    (target) => ({ artifacts: { type: "S3", location: target } }),
    "Project 'writer': 'artifacts.location'",
  ],
  [
    "a build's log",
    "aws:codebuild/project:Project",
    (target) => ({ logsConfig: { s3Logs: { location: target } } }),
    "Project 'writer': 'logsConfig.s3Logs.location'",
  ],
  [
    "a mailbox",
    "aws:ses/receiptRule:ReceiptRule",
    (target) => ({ s3Actions: [{ position: 1, bucketName: target }] }),
    "ReceiptRule 'writer': 's3Actions[0].bucketName'",
  ],
  [
    "a warehouse's log",
    "aws:redshift/logging:Logging",
    (target) => ({ logDestinationType: "s3", bucketName: target }),
    "Logging 'writer': 'bucketName'",
  ],
  [
    "a database's export",
    "aws:rds/exportTask:ExportTask",
    (target) => ({ s3BucketName: target }),
    "ExportTask 'writer': 's3BucketName'",
  ],
  [
    "a firewall's log of the web",
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    (target) => ({ logDestinationConfigs: [target] }),
    "WebAclLoggingConfiguration 'writer': 'logDestinationConfigs[0]'",
  ],
  [
    "a log of names that are asked for",
    "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
    (target) => ({ destinationArn: target }),
    "ResolverQueryLogConfig 'writer': 'destinationArn'",
  ],
  [
    "a network firewall's log",
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
    (target) => ({
      loggingConfiguration: {
        logDestinationConfigs: [
          { logDestinationType: "S3", logDestination: { bucketName: target } },
        ],
      },
    }),
    "LoggingConfiguration 'writer': 'loggingConfiguration.logDestinationConfigs[0].logDestination.bucketName'",
  ],
  [
    "a service network's log",
    "aws:vpclattice/accessLogSubscription:AccessLogSubscription",
    (target) => ({ destinationArn: target }),
    "AccessLogSubscription 'writer': 'destinationArn'",
  ],
  [
    "a Hadoop cluster's log",
    "aws:emr/cluster:Cluster",
    (target) => ({ logUri: target }),
    "Cluster 'writer': 'logUri'",
  ],
  [
    "query results of aws-native",
    "aws-native:athena:WorkGroup",
    (target) => ({ workGroupConfiguration: { resultConfiguration: { outputLocation: target } } }),
    "WorkGroup 'writer': 'workGroupConfiguration.resultConfiguration.outputLocation'",
  ],
  [
    "flow logs of aws-native",
    "aws-native:ec2:FlowLog",
    (target) => ({ logDestination: target }),
    "FlowLog 'writer': 'logDestination'",
  ],
  [
    "recordings of aws-native",
    "aws-native:ivs:RecordingConfiguration",
    (target) => ({ destinationConfiguration: { s3: { bucketName: target } } }),
    "RecordingConfiguration 'writer': 'destinationConfiguration.s3.bucketName'",
  ],
  [
    "a delivery stream of aws-native",
    "aws-native:kinesisfirehose:DeliveryStream",
    (target) => ({ extendedS3DestinationConfiguration: { bucketArn: target } }),
    "DeliveryStream 'writer': 'extendedS3DestinationConfiguration.bucketArn'",
  ],
  [
    "a firewall's log of aws-native",
    "aws-native:wafv2:LoggingConfiguration",
    (target) => ({ logDestinationConfigs: [target] }),
    "LoggingConfiguration 'writer': 'logDestinationConfigs[0]'",
  ],
  [
    "a load balancer's log of aws-native",
    "aws-native:elasticloadbalancingv2:LoadBalancer",
    (target) => ({ loadBalancerAttributes: [{ key: "access_logs.s3.bucket", value: target }] }),
    "LoadBalancer 'writer': 'loadBalancerAttributes[0].value'",
  ],
  [
    "vended logs",
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    (target) => ({ deliveryDestinationConfiguration: { destinationResourceArn: target } }),
    "LogDeliveryDestination 'writer': 'deliveryDestinationConfiguration.destinationResourceArn'",
  ],
  [
    "vended logs of aws-native",
    "aws-native:logs:DeliveryDestination",
    (target) => ({ destinationResourceArn: target }),
    "DeliveryDestination 'writer': 'destinationResourceArn'",
  ],
  [
    "what a bot was told",
    "aws:lex/botAlias:BotAlias",
    (target) => ({ conversationLogs: { logSettings: [{ resourceArn: target }] } }),
    "BotAlias 'writer': 'conversationLogs.logSettings[0].resourceArn'",
  ],
  [
    "a share of files",
    "aws:storagegateway/nfsFileShare:NfsFileShare",
    (target) => ({ locationArn: target }),
    "NfsFileShare 'writer': 'locationArn'",
  ],
  [
    "an analysis",
    "aws:s3/analyticsConfiguration:AnalyticsConfiguration",
    (target) => ({
      storageClassAnalysis: {
        dataExport: { destination: { s3BucketDestination: { bucketArn: target } } },
      },
    }),
    "AnalyticsConfiguration 'writer': 'storageClassAnalysis.dataExport.destination.s3BucketDestination.bucketArn'",
  ],
  [
    "what failed to reach another service",
    "aws:appflow/flow:Flow",
    (target) => ({
      destinationFlowConfigs: [
        {
          destinationConnectorProperties: {
            zendesk: { errorHandlingConfig: { bucketName: target } },
          },
        },
      ],
    }),
    "Flow 'writer': 'destinationFlowConfigs[0].destinationConnectorProperties.zendesk.errorHandlingConfig.bucketName'",
  ],
  [
    "an inventory of aws-native",
    "aws-native:s3:Bucket",
    (target) => ({ inventoryConfigurations: [{ destination: { bucketArn: target } }] }),
    "Bucket 'writer': 'inventoryConfigurations[0].destination.bucketArn'",
  ],
  [
    "a pipeline's artifacts of aws-native",
    "aws-native:codepipeline:Pipeline",
    (target) => ({ artifactStores: [{ artifactStore: { location: target } }] }),
    "Pipeline 'writer': 'artifactStores[0].artifactStore.location'",
  ],
];

describe("bucket-properties", () => {
  for (const [kind, type, properties, where] of writers) {
    const writing = (target: string): Program => ({
      vault: bucket,
      writer: { type, properties: { ...properties(target) } },
    });

    for (const target of [
      from("vault.arn"),
      "vault-bucket",
      "vault-bucket/results",
      "arn:aws:s3:::vault-bucket/results",
    ]) {
      it(`compliant: ${kind} in a bucket of the stack, as ${target}`, () =>
        assertCompliant(rule, writing(target), { configuration }));
    }

    for (const target of [
      "archive-2026",
      "arn:aws:s3:::archive-2026",
      "s3://archive-2026/x",
      "s3n://archive-2026",
    ]) {
      it(`compliant: ${kind} in a bucket that the configuration names, as ${target}`, () =>
        assertCompliant(rule, writing(target), { configuration }));
    }

    it(`violation: ${kind} in a bucket of which nothing is known`, () =>
      assertAlwaysSays(
        rule,
        writing("arn:aws:s3:::somewhere"),
        [isForeign(`${where} is the bucket somewhere`)],
        { configuration },
      ));
  }
});
