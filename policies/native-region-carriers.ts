// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The carriers of regions among the resources of aws-native, which are called as in CloudFormation. */

import {
  type Carriers,
  inbound,
  isOn,
  joins,
  json,
  multiRegionKey,
  place,
  region,
  when,
} from "./region-carrier";

const linked = when(
  "regionLinkingMode",
  ["ALL_REGIONS", "ALL_REGIONS_EXCEPT_SPECIFIED"],
  "collects from all",
);
const httpAction = (action: string) => [
  region(`${action}.http.auth.sigv4.signingRegion`),
  place(`${action}.http.url`),
];
const textMessages = [
  region("smsConfiguration.snsRegion"),
  region("smsConfiguration.eumsSms.region"),
];
const staticFiles = ["imageStaticFile", "spatialStaticFile"].map((file) =>
  inbound(region(`definition.staticFiles.${file}.source.s3Options.region`)),
);

/** The names of regions. */
const named: Carriers = {
  "aws-native:appflow:ConnectorProfile": [
    region("connectorProfileConfig.connectorProfileProperties.snowflake.region"),
  ],
  "aws-native:appsync:DataSource": [
    region("dynamoDbConfig.awsRegion"),
    region("elasticsearchConfig.awsRegion"),
    region("openSearchServiceConfig.awsRegion"),
    region("relationalDatabaseConfig.rdsHttpEndpointConfig.awsRegion"),
    region("httpConfig.authorizationConfig.awsIamConfig.signingRegion"),
  ],
  "aws-native:bedrock:Guardrail": [
    when("crossRegionConfig", [], "sends what it checks to other regions"),
  ],
  "aws-native:bedrockagentcore:GatewayTarget": [
    region("credentialProviderConfigurations.credentialProvider.iamCredentialProvider.region"),
  ],
  "aws-native:cassandra:Keyspace": [region("replicationSpecification.regionList")],
  "aws-native:cassandra:Table": [region("replicaSpecifications.region")],
  "aws-native:chime:MediaPipelineKinesisVideoStreamPool": [region("streamConfiguration.region")],
  "aws-native:cleanrooms:Collaboration": [region("allowedResultRegions")],
  "aws-native:cleanrooms:ConfiguredTable": [
    inbound(region("tableReference.athena.region")),
    inbound(region("tableReference.glue.region")),
  ],
  "aws-native:cloudformation:StackSet": [region("stackInstancesGroup.regions")],
  "aws-native:cognito:UserPool": textMessages,
  "aws-native:cognito:UserPoolDomain": [region("routing.failover.secondaryRegion")],
  "aws-native:cognito:UserPoolRegionalConfigurationAttachment": textMessages,
  "aws-native:cognito:UserPoolReplica": [region("regionName")],
  "aws-native:configuration:AggregationAuthorization": [region("authorizedAwsRegion")],
  "aws-native:configuration:ConfigurationAggregator": [
    "accountAggregationSources",
    "organizationAggregationSource",
  ].flatMap((source) => [
    inbound(region(`${source}.awsRegions`)),
    isOn(`${source}.allAwsRegions`, "collects from every region"),
  ]),
  "aws-native:datazone:Connection": [region("awsLocation.awsRegion")],
  "aws-native:datazone:Environment": [region("environmentAccountRegion")],
  "aws-native:datazone:EnvironmentBlueprintConfiguration": [region("enabledRegions")],
  "aws-native:datazone:EnvironmentProfile": [region("awsAccountRegion")],
  "aws-native:datazone:ProjectProfile": [region("environmentConfigurations.awsRegion.regionName")],
  "aws-native:devopsagent:Service": [
    region("serviceDetails.mcpServerSigV4.authorizationConfig.region"),
  ],
  "aws-native:drs:SourceNetwork": [inbound(region("originRegion"))],
  "aws-native:dynamodb:GlobalTable": [
    region("replicas.region"),
    region("globalTableWitnesses.region"),
  ],
  "aws-native:ec2:TransitGatewayPeeringAttachment": [region("peerRegion")],
  "aws-native:ec2:VpcEndpoint": [region("serviceRegion"), place("serviceName")],
  "aws-native:ec2:VpcEndpointService": [region("supportedRegions")],
  "aws-native:ec2:VpcPeeringConnection": [region("peerRegion")],
  "aws-native:ecr:ReplicationConfiguration": [
    region("replicationConfiguration.rules.destinations.region"),
  ],
  "aws-native:efs:FileSystem": [region("replicationConfiguration.destinations.region")],
  "aws-native:elasticache:ReplicationGroup": [joins("globalReplicationGroupId")],
  "aws-native:glue:Database": [inbound(region("databaseInput.targetDatabase.region"))],
  "aws-native:groundstation:Config": [
    region("configData.dataflowEndpointConfig.dataflowEndpointRegion"),
  ],
  "aws-native:imagebuilder:DistributionConfiguration": [region("distributions.region")],
  "aws-native:iot:TopicRule": ["actions", "errorAction"].flatMap((action) =>
    httpAction(`topicRulePayload.${action}`),
  ),
  "aws-native:kms:Key": [multiRegionKey],
  "aws-native:lex:Bot": [region("replication.replicaRegions")],
  "aws-native:mediaconnect:RouterInput": [region("regionName")],
  "aws-native:mediaconnect:RouterNetworkInterface": [region("regionName")],
  "aws-native:mediaconnect:RouterOutputResource": [region("regionName")],
  "aws-native:memorydb:Cluster": [joins("multiRegionClusterName")],
  "aws-native:neptune:DbCluster": [joins("globalClusterIdentifier")],
  "aws-native:observabilityadmin:OrganizationCentralizationRule": [
    region("rule.destination.region"),
    region("rule.destination.destinationLogsConfiguration.backupConfiguration.region"),
    region("rule.destination.destinationMetricsConfiguration.backupConfiguration.region"),
    inbound(region("rule.source.regions")),
  ],
  "aws-native:odb:OdbNetwork": [inbound(region("crossRegionS3RestoreSources"))],
  "aws-native:paymentcryptography:Key": [region("replicationRegions")],
  "aws-native:quicksight:Analysis": staticFiles,
  "aws-native:quicksight:Dashboard": staticFiles,
  "aws-native:rds:DbCluster": [joins("globalClusterIdentifier")],
  "aws-native:rds:DbInstance": [region("automaticBackupReplicationRegion")],
  "aws-native:redshift:Cluster": [region("destinationRegion")],
  "aws-native:redshiftserverless:Namespace": [
    region("snapshotCopyConfigurations.destinationRegion"),
  ],
  "aws-native:resourceexplorer2:Index": [
    when("type", ["AGGREGATOR"], "collects the names and tags of every region"),
  ],
  "aws-native:route53globalresolver:GlobalResolver": [
    region("observabilityRegion"),
    region("regions"),
  ],
  "aws-native:sagemaker:Domain": [region("domainSettings.unifiedStudioSettings.domainRegion")],
  "aws-native:secretsmanager:Secret": [region("replicaRegions.region")],
  "aws-native:securityhub:AggregatorV2": [inbound(region("linkedRegions")), linked],
  "aws-native:securityhub:FindingAggregator": [inbound(region("regions")), linked],
  "aws-native:securitylake:DataLake": [region("replicationConfiguration.regions")],
  "aws-native:servicecatalog:CloudFormationProvisionedProduct": [
    region("provisioningPreferences.stackSetRegions"),
  ],
  "aws-native:servicecatalog:StackSetConstraint": [region("regionList")],
  "aws-native:ses:MultiRegionEndpoint": [region("details.routeDetails.region")],
  "aws-native:ssm:Association": [region("outputLocation.s3Location.outputS3Region")],
  "aws-native:ssm:MaintenanceWindowTask": [region("loggingInfo.region")],
  "aws-native:ssm:ResourceDataSync": [
    region("bucketRegion"),
    region("s3Destination.bucketRegion"),
    inbound(region("syncSource.sourceRegions")),
    isOn("syncSource.includeFutureRegions", "collects from every region that is to come"),
  ],
  "aws-native:ssmincidents:ReplicationSet": [region("regions.regionName")],
};

/** What lies in a region: in which one, a sibling may have to tell. */
const placed: Carriers = {
  "aws-native:amazonmq:Broker": [inbound(place("dataReplicationPrimaryBrokerArn"))],
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
  "aws-native:dsql:Cluster": [
    region("multiRegionProperties.witnessRegion"),
    place("multiRegionProperties.clusters"),
  ],
  "aws-native:dynamodb:Table": [
    inbound(place("importSourceSpecification.s3BucketSource.s3Bucket")),
    place("kinesisStreamSpecification.streamArn"),
  ],
  "aws-native:events:Endpoint": [
    place("eventBuses.eventBusArn"),
    region("routingConfig.failoverConfig.secondary.route"),
  ],
  "aws-native:events:EventBus": [place("deadLetterConfig.arn")],
  "aws-native:events:Rule": [place("targets.arn"), place("targets.deadLetterConfig.arn")],
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
  "aws-native:sns:Subscription": [
    place("endpoint"),
    inbound(place("topicArn")),
    inbound(region("region")),
    json("redrivePolicy", "deadLetterTargetArn"),
  ],
  "aws-native:sns:Topic": [place("subscription.endpoint")],
  "aws-native:sqs:Queue": [json("redrivePolicy", "deadLetterTargetArn")],
};

/** Types that are there to span regions. */
const spanning = [
  "aws-native:arcregionswitch:Plan",
  "aws-native:docdb:GlobalCluster",
  "aws-native:elasticache:GlobalReplicationGroup",
  "aws-native:memorydb:MultiRegionCluster",
  "aws-native:neptune:GlobalCluster",
  "aws-native:networkmanager:CoreNetwork",
  "aws-native:rds:GlobalCluster",
];

export const nativeRegionCarriers = { named, placed, spanning } as const;
