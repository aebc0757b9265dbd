// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which properties of which resources name a bucket that data is written to, by its name or by its
 * ARN, neither of which tells the bucket's region.
 */

import type { Step } from "./reading";
import { stepsOf } from "./region-carriers";

const logs = "accessLogs.bucket connectionLogs.bucket healthCheckLogs.bucket";

const table = `
  aws:alb/loadBalancer:LoadBalancer ${logs}
  aws:appflow/flow:Flow destinationFlowConfigs.destinationConnectorProperties.s3.bucketName
  aws:athena/workgroup:Workgroup configuration.resultConfiguration.outputLocation
  aws:backup/reportPlan:ReportPlan reportDeliveryChannel.s3BucketName
  aws:bedrock/agentcoreBrowser:AgentcoreBrowser recording.s3Location.bucket
  aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration loggingConfig.s3Config.bucketName loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName
  aws:cfg/conformancePack:ConformancePack deliveryS3Bucket
  aws:cfg/deliveryChannel:DeliveryChannel s3BucketName
  aws:cloudtrail/trail:Trail s3BucketName
  aws:codebuild/project:Project artifacts.location secondaryArtifacts.location logsConfig.s3Logs.location cache.location
  aws:codebuild/reportGroup:ReportGroup exportConfig.s3Destination.bucket
  aws:codepipeline/pipeline:Pipeline artifactStores.location
  aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration logConfigurations.s3Configuration.bucketArn
  aws:connect/instanceStorageConfig:InstanceStorageConfig storageConfig.s3Config.bucketName
  aws:customerprofiles/domain:Domain matching.exportingConfig.s3Exporting.s3BucketName ruleBasedMatching.exportingConfig.s3Exporting.s3BucketName
  aws:datasync/s3Location:S3Location s3BucketArn
  aws:dms/s3Endpoint:S3Endpoint bucketName
  aws:dynamodb/tableExport:TableExport s3Bucket
  aws:ec2/flowLog:FlowLog logDestination
  aws:ecs/cluster:Cluster configuration.executeCommandConfiguration.logConfiguration.s3BucketName
  aws:elastictranscoder/pipeline:Pipeline outputBucket contentConfig.bucket thumbnailConfig.bucket
  aws:elb/loadBalancer:LoadBalancer accessLogs.bucket
  aws:elasticloadbalancingv2/loadBalancer:LoadBalancer ${logs}
  aws:emr/cluster:Cluster logUri
  aws:evidently/project:Project dataDelivery.s3Destination.bucket
  aws:guardduty/publishingDestination:PublishingDestination destinationArn
  aws:iot/topicRule:TopicRule s3.bucketName errorAction.s3.bucketName
  aws:ivs/recordingConfiguration:RecordingConfiguration destinationConfiguration.s3.bucketName
  aws:ivschat/loggingConfiguration:LoggingConfiguration destinationConfiguration.s3.bucketName
  aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream extendedS3Configuration.bucketArn extendedS3Configuration.s3BackupConfiguration.bucketArn redshiftConfiguration.s3Configuration.bucketArn redshiftConfiguration.s3BackupConfiguration.bucketArn elasticsearchConfiguration.s3Configuration.bucketArn opensearchConfiguration.s3Configuration.bucketArn opensearchserverlessConfiguration.s3Configuration.bucketArn splunkConfiguration.s3Configuration.bucketArn httpEndpointConfiguration.s3Configuration.bucketArn snowflakeConfiguration.s3Configuration.bucketArn icebergConfiguration.s3Configuration.bucketArn
  aws:lb/loadBalancer:LoadBalancer ${logs}
  aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration s3Destination.bucketName
  aws:mailmanager/ruleSet:RuleSet rules.actions.writeToS3.s3Bucket
  aws:msk/cluster:Cluster loggingInfo.brokerLogs.s3.bucket
  aws:networkfirewall/loggingConfiguration:LoggingConfiguration loggingConfiguration.logDestinationConfigs.logDestination.bucketName
  aws:rds/exportTask:ExportTask s3BucketName
  aws:redshift/logging:Logging bucketName
  aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig destinationArn
  aws:s3/bucket:Bucket replicationConfiguration.rules.destination.bucket logging|loggings.targetBucket
  aws:s3/bucketLogging:BucketLogging targetBucket
  aws:s3/bucketLoggingV2:BucketLoggingV2 targetBucket
  aws:s3/bucketReplicationConfig:BucketReplicationConfig rules.destination.bucket
  aws:s3/bucketV2:BucketV2 replicationConfigurations.rules.destinations.bucket loggings.targetBucket
  aws:s3/inventory:Inventory destination.bucket.bucketArn
  aws:s3/objectCopy:ObjectCopy bucket
  aws:ses/receiptRule:ReceiptRule s3Actions.bucketName
  aws:ssm/association:Association outputLocation.s3BucketName
  aws:ssm/resourceDataSync:ResourceDataSync s3Destination.bucketName
  aws:vpclattice/accessLogSubscription:AccessLogSubscription destinationArn
  aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration logDestinationConfigs
  aws-native:athena:WorkGroup workGroupConfiguration.resultConfiguration.outputLocation
  aws-native:cloudtrail:Trail s3BucketName
  aws-native:ec2:FlowLog logDestination
  aws-native:ivs:RecordingConfiguration destinationConfiguration.s3.bucketName
  aws-native:kinesisfirehose:DeliveryStream s3DestinationConfiguration.bucketArn extendedS3DestinationConfiguration.bucketArn extendedS3DestinationConfiguration.s3BackupConfiguration.bucketArn
  aws-native:route53resolver:ResolverQueryLoggingConfig destinationArn
  aws-native:s3:Bucket replicationConfiguration.rules.destination.bucket loggingConfiguration.destinationBucketName
  aws-native:vpclattice:AccessLogSubscription destinationArn
  aws-native:wafv2:LoggingConfiguration logDestinationConfigs
`;

export const bucketCarriers: Readonly<Record<string, readonly (readonly Step[])[]>> =
  Object.fromEntries(
    table
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" "))
      .map(([type = "", ...paths]) => [type, paths.map(stepsOf)]),
  );

/** The bucket's name in a name, an ARN or an address (s3:// or s3n://), with a path behind it or not. */
export function bucketNameIn(text: string): string {
  const [, name = text] = /^(?:arn:[\w-]+:s3:::|s3[an]?:\/\/)?([^/]+)/.exec(text) ?? [];
  return name;
}
