// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which properties of which resources make data go to another region, or fetch it from one. A test
 * compares the list with the region-named properties of the installed provider; that of aws-native stands apart.
 */

import { nativeRegionCarriers } from "./native-region-carriers";
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

/** The names of regions: a resource alone tells whether they are others than its own. */
const named: Carriers = {
  "aws:appflow/connectorProfile:ConnectorProfile": [
    region("connectorProfileConfig.connectorProfileProperties.snowflake.region"),
  ],
  "aws:appsync/dataSource:DataSource": [
    region("dynamodbConfig.region"),
    region("elasticsearchConfig.region"),
    region("opensearchserviceConfig.region"),
    region("relationalDatabaseConfig.httpEndpointConfig.region"),
    region("httpConfig.authorizationConfig.awsIamConfig.signingRegion"),
  ],
  "aws:auditmanager/frameworkShare:FrameworkShare": [region("destinationRegion")],
  "aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget": [
    region("credentialProviderConfiguration.callerIamCredentials.region"),
    region("credentialProviderConfiguration.gatewayIamRole.region"),
  ],
  "aws:bedrock/guardrail:Guardrail": [
    when("crossRegionConfig", [], "sends what it checks to other regions"),
  ],
  "aws:cfg/aggregateAuthorization:AggregateAuthorization": [region("authorizedAwsRegion")],
  "aws:cfg/configurationAggregator:ConfigurationAggregator": [
    "accountAggregationSource",
    "organizationAggregationSource",
  ].flatMap((source) => [
    inbound(region(`${source}.regions`)),
    isOn(`${source}.allRegions`, "collects from every region"),
  ]),
  "aws:chime/sdkvoiceSipMediaApplication:SdkvoiceSipMediaApplication": [region("awsRegion")],
  "aws:chime/sdkvoiceSipRule:SdkvoiceSipRule": [region("targetApplications.awsRegion")],
  "aws:chime/voiceConnector:VoiceConnector": [region("awsRegion")],
  "aws:cloudformation/stackInstances:StackInstances": [region("regions")],
  "aws:cloudformation/stackSetInstance:StackSetInstance": [region("stackSetInstanceRegion")],
  "aws:cognito/userPool:UserPool": [region("smsConfiguration.snsRegion")],
  "aws:connect/botAssociation:BotAssociation": [region("lexBot.lexRegion")],
  "aws:datazone/environment:Environment": [region("accountRegion")],
  "aws:datazone/environmentBlueprintConfiguration:EnvironmentBlueprintConfiguration": [
    region("enabledRegions"),
  ],
  "aws:datazone/environmentProfile:EnvironmentProfile": [region("awsAccountRegion")],
  "aws:directoryservice/serviceRegion:ServiceRegion": [region("regionName")],
  "aws:docdb/cluster:Cluster": [joins("globalClusterIdentifier")],
  "aws:dynamodb/globalTable:GlobalTable": [region("replicas.regionName")],
  "aws:dynamodb/table:Table": [
    region("replicas.regionName"),
    region("globalTableWitness.regionName"),
    inbound(place("restoreSourceTableArn")),
  ],
  "aws:ebs/snapshotCopy:SnapshotCopy": [inbound(region("sourceRegion"))],
  "aws:ec2/amiCopy:AmiCopy": [inbound(region("sourceAmiRegion"))],
  "aws:ec2/vpcEndpoint:VpcEndpoint": [region("serviceRegion"), place("serviceName")],
  "aws:ec2/vpcEndpointService:VpcEndpointService": [region("supportedRegions")],
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": [region("peerRegion")],
  "aws:ec2transitgateway/peeringAttachment:PeeringAttachment": [region("peerRegion")],
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": [
    region("replicationConfiguration.rules.destinations.region"),
  ],
  "aws:efs/replicationConfiguration:ReplicationConfiguration": [region("destination.region")],
  "aws:elasticache/replicationGroup:ReplicationGroup": [joins("globalReplicationGroupId")],
  "aws:glue/catalogDatabase:CatalogDatabase": [inbound(region("targetDatabase.region"))],
  "aws:glue/catalogTable:CatalogTable": [inbound(region("targetTable.region"))],
  "aws:imagebuilder/distributionConfiguration:DistributionConfiguration": [
    region("distributions.region"),
  ],
  "aws:keyspaces/keyspace:Keyspace": [region("replicationSpecification.regionLists")],
  "aws:kms/externalKey:ExternalKey": [multiRegionKey],
  "aws:kms/key:Key": [multiRegionKey],
  "aws:memorydb/cluster:Cluster": [joins("multiRegionClusterName")],
  "aws:neptune/cluster:Cluster": [joins("globalClusterIdentifier")],
  "aws:networkflowmonitor/scope:Scope": [inbound(region("targets.region"))],
  "aws:observabilityadmin/centralizationRuleForOrganization:CentralizationRuleForOrganization": [
    region("rule.destination.region"),
    region("rule.destination.destinationLogsConfiguration.backupConfiguration.region"),
    region("rule.destination.destinationMetricsConfiguration.backupConfiguration.region"),
    inbound(region("rule.source.regions")),
  ],
  "aws:odb/network:Network": [inbound(region("crossRegionS3RestoreSourcesAccesses"))],
  "aws:opensearch/outboundConnection:OutboundConnection": [
    region("localDomainInfo.region"),
    region("remoteDomainInfo.region"),
  ],
  "aws:rds/cluster:Cluster": [joins("globalClusterIdentifier")],
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": [region("destinationRegion")],
  "aws:rds/snapshotCopy:SnapshotCopy": [region("destinationRegion")],
  "aws:redshift/dataShareConsumerAssociation:DataShareConsumerAssociation": [
    region("consumerRegion"),
  ],
  "aws:redshift/snapshotCopy:SnapshotCopy": [region("destinationRegion")],
  "aws:resourceexplorer/index:Index": [
    when("type", ["AGGREGATOR"], "collects the names and tags of every region"),
  ],
  "aws:secretsmanager/secret:Secret": [region("replicas.region")],
  "aws:securityhub/aggregatorV2:AggregatorV2": [
    inbound(region("linkedRegions")),
    when("regionLinkingMode", ["ALL_REGIONS", "ALL_REGIONS_EXCEPT_SPECIFIED"], "collects from all"),
  ],
  "aws:securityhub/findingAggregator:FindingAggregator": [
    inbound(region("specifiedRegions")),
    when("linkingMode", ["ALL_REGIONS", "ALL_REGIONS_EXCEPT_SPECIFIED"], "collects from all"),
  ],
  "aws:securitylake/awsLogSource:AwsLogSource": [inbound(region("source.regions"))],
  "aws:securitylake/dataLake:DataLake": [
    region("configuration|configurations.region"),
    region(
      "configuration|configurations.replicationConfiguration|replicationConfigurations.regions",
    ),
  ],
  "aws:servicecatalog/provisionedProduct:ProvisionedProduct": [
    region("stackSetProvisioningPreferences.regions"),
  ],
  "aws:sesv2/multiRegionEndpoint:MultiRegionEndpoint": [region("details.routesDetails.region")],
  "aws:ssm/association:Association": [region("outputLocation.s3Region")],
  "aws:ssm/resourceDataSync:ResourceDataSync": [region("s3Destination.region")],
  "aws:ssmincidents/replicationSet:ReplicationSet": [region("regions|region.name")],
  "aws:storagegateway/nfsFileShare:NfsFileShare": [region("bucketRegion")],
  "aws:storagegateway/smbFileShare:SmbFileShare": [region("bucketRegion")],
};

/** What lies in a region: in which one, a sibling may have to tell. */
const placed: Carriers = {
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
  "aws:dsql/cluster:Cluster": [
    region("multiRegionProperties.witnessRegion"),
    place("multiRegionProperties.clusters"),
  ],
  "aws:dsql/clusterPeering:ClusterPeering": [region("witnessRegion"), place("clusters")],
  "aws:datasync/task:Task": [place("destinationLocationArn"), inbound(place("sourceLocationArn"))],
  "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination": [place("streamArn")],
  "aws:dynamodb/table:Table": [inbound(place("importTable.s3BucketSource.bucket"))],
  "aws:dynamodb/tableExport:TableExport": [inbound(place("tableArn"))],
  "aws:dynamodb/tableReplica:TableReplica": [inbound(place("globalTableArn"))],
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
  "aws:mq/broker:Broker": [inbound(place("dataReplicationPrimaryBrokerArn"))],
  "aws:msk/replicator:Replicator": [place("kafkaClusters.amazonMskCluster.mskClusterArn")],
  "aws:neptune/cluster:Cluster": [inbound(place("replicationSourceIdentifier"))],
  "aws:oam/link:Link": [place("sinkIdentifier")],
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
  "aws:sns/topicSubscription:TopicSubscription": [
    place("endpoint"),
    inbound(place("topic")),
    json("redrivePolicy", "deadLetterTargetArn"),
  ],
  "aws:sqs/queue:Queue": [json("redrivePolicy", "deadLetterTargetArn")],
  "aws:sqs/redrivePolicy:RedrivePolicy": [json("redrivePolicy", "deadLetterTargetArn")],
};

/** Types that are there to span regions. */
const spanning = `
  aws:arcregionswitch/plan:Plan aws:neptune/globalCluster:GlobalCluster
  aws:docdb/globalCluster:GlobalCluster
  aws:elasticache/globalReplicationGroup:GlobalReplicationGroup
  aws:memorydb/multiRegionCluster:MultiRegionCluster
  aws:networkmanager/coreNetwork:CoreNetwork
  aws:rds/globalCluster:GlobalCluster
`
  .trim()
  .split(/\s+/);

export const regionCarriers = {
  named: { ...named, ...nativeRegionCarriers.named },
  placed: { ...placed, ...nativeRegionCarriers.placed },
  spanning: [...spanning, ...nativeRegionCarriers.spanning],
};
