// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which properties name what lies in a region: in which one, a sibling may have to tell. */

import {
  type Carriers,
  inbound,
  json,
  place,
  places,
  region,
  userPoolTriggers,
} from "./region-carrier";

export const placeCarriers: Carriers = {
  "aws:apigateway/integration:Integration": [place("uri")],
  "aws:apigatewayv2/integration:Integration": [place("integrationUri")],
  "aws:appflow/flow:Flow": [
    inbound(place("sourceFlowConfig.sourceConnectorProperties.s3.bucketName")),
  ],
  "aws:backup/plan:Plan": [
    place("rules.copyActions.destinationVaultArn"),
    place("rules.targetLogicallyAirGappedBackupVaultArn"),
  ],
  "aws:cloudtrail/trail:Trail": [place("cloudWatchLogsGroupArn"), place("kmsKeyId")],
  "aws:cloudwatch/eventBus:EventBus": [place("deadLetterConfig.arn")],
  "aws:cloudwatch/eventEndpoint:EventEndpoint": [
    place("eventBuses.eventBusArn"),
    region("routingConfig.failoverConfig.secondary.route"),
  ],
  "aws:cloudwatch/eventTarget:EventTarget": [place("arn"), place("deadLetterConfig.arn")],
  "aws:cloudwatch/logDestination:LogDestination": [place("targetArn")],
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": [place("destinationArn")],
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": [json("policyDocument", "DestinationArn")],
  "aws:cloudwatch/metricStream:MetricStream": [place("firehoseArn")],
  "aws:codepipeline/pipeline:Pipeline": [
    region("artifactStores.region"),
    region("stages.actions.region"),
    ...["beforeEntry", "onFailure", "onSuccess"].map((point) =>
      region(`stages.${point}.condition.rules.region`),
    ),
  ],
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": [
    region("policyDetails.schedules.crossRegionCopyRules.target|targetRegion"),
    region("policyDetails.action.crossRegionCopies.target"),
  ],
  "aws:dms/endpoint:Endpoint": [place("kinesisSettings.streamArn")],
  "aws:dsql/cluster:Cluster": [
    region("multiRegionProperties.witnessRegion"),
    place("multiRegionProperties.clusters"),
  ],
  "aws:dsql/clusterPeering:ClusterPeering": [region("witnessRegion"), place("clusters")],
  "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": places(
    "logConfigurations",
    "cloudWatchLogsConfiguration.logGroupArn",
    "firehoseConfiguration.streamArn",
  ),
  "aws:cognito/userPool:UserPool": userPoolTriggers,
  "aws:connect/instanceStorageConfig:InstanceStorageConfig": places(
    "storageConfig",
    "kinesisFirehoseConfig.firehoseArn",
    "kinesisStreamConfig.streamArn",
  ),
  "aws:datasync/task:Task": [place("destinationLocationArn"), inbound(place("sourceLocationArn"))],
  "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination": [place("streamArn")],
  "aws:dynamodb/table:Table": [inbound(place("importTable.s3BucketSource.bucket"))],
  "aws:dynamodb/tableExport:TableExport": [inbound(place("tableArn"))],
  "aws:dynamodb/tableReplica:TableReplica": [inbound(place("globalTableArn"))],
  "aws:ecs/taskDefinition:TaskDefinition": [
    json("containerDefinitions", "image", "logConfiguration.options.awslogs-region"),
  ],
  "aws:iot/topicRule:TopicRule": [
    ...["https", "errorAction.http"].map((action) => place(`${action}.url`)),
    ...["lambdas", "errorAction.lambda"].map((action) => place(`${action}.functionArn`)),
    ...["sns", "errorAction.sns"].map((action) => place(`${action}.targetArn`)),
    ...["sqs", "errorAction.sqs"].map((action) => place(`${action}.queueUrl`)),
  ],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    region("extendedS3Configuration.dataFormatConversionConfiguration.schemaConfiguration.region"),
    inbound(place("kinesisSourceConfiguration.kinesisStreamArn")),
    inbound(place("mskSourceConfiguration.mskClusterArn")),
    place("httpEndpointConfiguration.url"),
  ],
  "aws:kms/replicaExternalKey:ReplicaExternalKey": [inbound(place("primaryKeyArn"))],
  "aws:kms/replicaKey:ReplicaKey": [inbound(place("primaryKeyArn"))],
  "aws:lambda/eventSourceMapping:EventSourceMapping": [
    inbound(place("eventSourceArn")),
    place("destinationConfig.onFailure.destinationArn"),
  ],
  "aws:lambda/function:Function": [
    inbound(place("imageUri")),
    inbound(place("layers")),
    place("deadLetterConfig.targetArn"),
    place("kmsKeyArn"),
    place("sourceKmsKeyArn"),
  ],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": [
    place("destinationConfig.onFailure.destination"),
    place("destinationConfig.onSuccess.destination"),
  ],
  "aws:mailmanager/ruleSet:RuleSet": places(
    "rules.actions",
    "invokeLambda.functionArn",
    "publishToSns.topicArn",
  ),
  "aws:mq/broker:Broker": [inbound(place("dataReplicationPrimaryBrokerArn"))],
  "aws:msk/replicator:Replicator": [place("kafkaClusters.amazonMskCluster.mskClusterArn")],
  "aws:neptune/cluster:Cluster": [inbound(place("replicationSourceIdentifier"))],
  "aws:oam/link:Link": [place("sinkIdentifier")],
  "aws:pinpoint/eventStream:EventStream": [place("destinationStreamArn")],
  "aws:pipes/pipe:Pipe": [
    inbound(place("source")),
    place("target"),
    place("enrichment"),
    place("sourceParameters.dynamodbStreamParameters.deadLetterConfig.arn"),
    place("sourceParameters.kinesisStreamParameters.deadLetterConfig.arn"),
  ],
  "aws:rds/cluster:Cluster": [
    inbound(region("sourceRegion")),
    inbound(place("replicationSourceIdentifier")),
    inbound(place("s3Import.bucketName")),
  ],
  "aws:rds/instance:Instance": [
    inbound(place("replicateSourceDb")),
    inbound(place("restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn")),
    inbound(place("s3Import.bucketName")),
  ],
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": [
    inbound(place("sourceDbInstanceArn")),
  ],
  "aws:rds/integration:Integration": [inbound(place("sourceArn")), place("targetArn")],
  "aws:redshift/integration:Integration": [inbound(place("sourceArn")), place("targetArn")],
  "aws:s3/bucket:Bucket": [place("replicationConfiguration.rules.destination.replicaKmsKeyId")],
  "aws:s3/bucketV2:BucketV2": [
    place("replicationConfigurations.rules.destinations.replicaKmsKeyId"),
  ],
  "aws:s3/bucketNotification:BucketNotification": [
    place("lambdaFunctions.lambdaFunctionArn"),
    place("queues.queueArn"),
    place("topics.topicArn"),
  ],
  "aws:s3/objectCopy:ObjectCopy": [inbound(place("source"))],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": [
    place("rules.destination.encryptionConfiguration.replicaKmsKeyId"),
  ],
  "aws:s3tables/tableBucketReplication:TableBucketReplication": [
    place("rule.destinations.destinationTableBucketArn"),
  ],
  "aws:scheduler/schedule:Schedule": [place("target.arn"), place("target.deadLetterConfig.arn")],
  "aws:ses/eventDestination:EventDestination": [
    place("kinesisDestination.streamArn"),
    place("snsDestination.topicArn"),
  ],
  "aws:ses/receiptRule:ReceiptRule": [
    place("lambdaActions.functionArn"),
    ...["bounce", "lambda", "s3", "sns", "stop", "workmail"].map((kind) =>
      place(`${kind}Actions.topicArn`),
    ),
  ],
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": places(
    "eventDestination",
    "eventBridgeDestination.eventBusArn",
    "kinesisFirehoseDestination.deliveryStreamArn",
    "snsDestination.topicArn",
  ),
  "aws:sns/topicSubscription:TopicSubscription": [
    place("endpoint"),
    inbound(place("topic")),
    json("redrivePolicy", "deadLetterTargetArn"),
  ],
  "aws:sqs/queue:Queue": [json("redrivePolicy", "deadLetterTargetArn")],
  "aws:sqs/redrivePolicy:RedrivePolicy": [json("redrivePolicy", "deadLetterTargetArn")],
};
