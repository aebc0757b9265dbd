// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The carriers of regions among the resources of aws-native, which are called as in CloudFormation. */

import { nativePlaceCarriers } from "./native-place-carriers";
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

export const nativeRegionCarriers = { named, placed: nativePlaceCarriers, spanning } as const;
