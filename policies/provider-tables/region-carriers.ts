// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which properties of which resources make data go to another region, or fetch it from one. A test
 * compares the list with the region-named properties of the installed provider; that of aws-native stands apart.
 */

import { nativeRegionCarriers } from "./native-region-carriers";
import { placeCarriers } from "./place-carriers";
import {
  type Carriers,
  inbound,
  isOn,
  joins,
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
  placed: { ...placeCarriers, ...nativeRegionCarriers.placed },
  spanning: [...spanning, ...nativeRegionCarriers.spanning],
};
