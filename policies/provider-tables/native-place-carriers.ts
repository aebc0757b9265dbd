// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The same among the resources of aws-native, which are called as in CloudFormation. */

import {
  type Carriers,
  inbound,
  json,
  place,
  places,
  region,
  userPoolTriggers,
} from "./region-carrier";

export const nativePlaceCarriers: Carriers = {
  "aws-native:amazonmq:Broker": [inbound(place("dataReplicationPrimaryBrokerArn"))],
  "aws-native:apigateway:Method": [place("integration.uri")],
  "aws-native:apigatewayv2:Integration": [place("integrationUri")],
  "aws-native:appflow:Flow": [
    inbound(place("sourceFlowConfig.sourceConnectorProperties.s3.bucketName")),
  ],
  "aws-native:backup:BackupPlan": [
    place("backupPlan.backupPlanRule.copyActions.destinationBackupVaultArn"),
    place("backupPlan.backupPlanRule.targetLogicallyAirGappedBackupVaultArn"),
  ],
  "aws-native:cloudtrail:Trail": [place("cloudWatchLogsLogGroupArn"), place("kmsKeyId")],
  "aws-native:cloudwatch:MetricStream": [place("firehoseArn")],
  "aws-native:codepipeline:Pipeline": [
    region("artifactStores.region"),
    region("stages.actions.region"),
    ...["beforeEntry", "onFailure", "onSuccess"].map((point) =>
      region(`stages.${point}.conditions.rules.region`),
    ),
  ],
  "aws-native:cognito:LogDeliveryConfiguration": places(
    "logConfigurations",
    "cloudWatchLogsConfiguration.logGroupArn",
    "firehoseConfiguration.streamArn",
  ),
  "aws-native:cognito:UserPool": [
    ...userPoolTriggers,
    place("lambdaConfig.inboundFederation.lambdaArn"),
  ],
  "aws-native:connect:InstanceStorageConfig": [
    place("kinesisFirehoseConfig.firehoseArn"),
    place("kinesisStreamConfig.streamArn"),
  ],
  "aws-native:datasync:Task": [
    place("destinationLocationArn"),
    inbound(place("sourceLocationArn")),
  ],
  "aws-native:dlm:LifecyclePolicy": [
    region("crossRegionCopyTargets.targetRegion"),
    region("policyDetails.crossRegionCopyTargets.targetRegion"),
    region("policyDetails.schedules.crossRegionCopyRules.target|targetRegion"),
    region("policyDetails.actions.crossRegionCopy.target"),
  ],
  "aws-native:dms:Endpoint": [place("kinesisSettings.streamArn")],
  "aws-native:dsql:Cluster": [
    region("multiRegionProperties.witnessRegion"),
    place("multiRegionProperties.clusters"),
  ],
  "aws-native:dynamodb:Table": [
    inbound(place("importSourceSpecification.s3BucketSource.s3Bucket")),
    place("kinesisStreamSpecification.streamArn"),
  ],
  "aws-native:ecs:TaskDefinition": [
    inbound(place("containerDefinitions.image")),
    region("containerDefinitions.logConfiguration.options.awslogs-region"),
  ],
  "aws-native:events:Endpoint": [
    place("eventBuses.eventBusArn"),
    region("routingConfig.failoverConfig.secondary.route"),
  ],
  "aws-native:events:EventBus": [place("deadLetterConfig.arn")],
  "aws-native:events:Rule": [place("targets.arn"), place("targets.deadLetterConfig.arn")],
  "aws-native:iot:TopicRule": ["actions", "errorAction"].flatMap((action) =>
    places(`topicRulePayload.${action}`, "lambda.functionArn", "sns.targetArn", "sqs.queueUrl"),
  ),
  "aws-native:kinesisfirehose:DeliveryStream": [
    region(
      "extendedS3DestinationConfiguration.dataFormatConversionConfiguration.schemaConfiguration.region",
    ),
    inbound(place("kinesisStreamSourceConfiguration.kinesisStreamArn")),
    inbound(place("mskSourceConfiguration.mskClusterArn")),
    place("httpEndpointDestinationConfiguration.endpointConfiguration.url"),
  ],
  "aws-native:kms:ReplicaKey": [inbound(place("primaryKeyArn"))],
  "aws-native:lambda:EventInvokeConfig": [
    place("destinationConfig.onFailure.destination"),
    place("destinationConfig.onSuccess.destination"),
  ],
  "aws-native:lambda:EventSourceMapping": [
    inbound(place("eventSourceArn")),
    place("destinationConfig.onFailure.destination"),
  ],
  "aws-native:lambda:Function": [
    inbound(place("code.imageUri")),
    inbound(place("layers")),
    place("deadLetterConfig.targetArn"),
    place("kmsKeyArn"),
    place("code.sourceKmsKeyArn"),
  ],
  "aws-native:logs:AccountPolicy": [json("policyDocument", "DestinationArn")],
  "aws-native:logs:Destination": [place("targetArn")],
  "aws-native:logs:SubscriptionFilter": [place("destinationArn")],
  "aws-native:msk:Replicator": [place("kafkaClusters.amazonMskCluster.mskClusterArn")],
  "aws-native:oam:Link": [place("sinkIdentifier")],
  "aws-native:pipes:Pipe": [
    inbound(place("source")),
    place("target"),
    place("enrichment"),
    place("sourceParameters.dynamoDbStreamParameters.deadLetterConfig.arn"),
    place("sourceParameters.kinesisStreamParameters.deadLetterConfig.arn"),
  ],
  "aws-native:rds:DbCluster": [
    inbound(region("sourceRegion")),
    inbound(place("replicationSourceIdentifier")),
  ],
  "aws-native:rds:DbInstance": [
    inbound(region("sourceRegion")),
    inbound(place("sourceDbInstanceIdentifier")),
    inbound(place("sourceDbInstanceAutomatedBackupsArn")),
  ],
  "aws-native:rds:Integration": [inbound(place("sourceArn")), place("targetArn")],
  "aws-native:redshift:Integration": [inbound(place("sourceArn")), place("targetArn")],
  "aws-native:s3:Bucket": [
    place("replicationConfiguration.rules.destination.encryptionConfiguration.replicaKmsKeyId"),
    place("notificationConfiguration.lambdaConfigurations.function"),
    place("notificationConfiguration.queueConfigurations.queue"),
    place("notificationConfiguration.topicConfigurations.topic"),
  ],
  "aws-native:s3tables:TableBucket": [
    place("replicationConfiguration.rules.destinations.destinationTableBucketArn"),
  ],
  "aws-native:scheduler:Schedule": [place("target.arn"), place("target.deadLetterConfig.arn")],
  "aws-native:ses:ConfigurationSetEventDestination": places(
    "eventDestination",
    "eventBridgeDestination.eventBusArn",
    "kinesisFirehoseDestination.deliveryStreamArn",
    "snsDestination.topicArn",
  ),
  "aws-native:ses:MailManagerRuleSet": places(
    "rules.actions",
    "invokeLambda.functionArn",
    "publishToSns.topicArn",
  ),
  "aws-native:ses:ReceiptRule": [
    place("rule.actions.lambdaAction.functionArn"),
    ...["bounce", "lambda", "s3", "sns", "stop", "workmail"].map((kind) =>
      place(`rule.actions.${kind}Action.topicArn`),
    ),
  ],
  "aws-native:sns:Subscription": [
    place("endpoint"),
    inbound(place("topicArn")),
    inbound(region("region")),
    json("redrivePolicy", "deadLetterTargetArn"),
  ],
  "aws-native:sns:Topic": [place("subscription.endpoint")],
  "aws-native:sqs:Queue": [json("redrivePolicy", "deadLetterTargetArn")],
};
