// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which properties of which resources name a bucket that data is written to, or read from, by its name
 * or by its ARN, neither of which tells the bucket's region.
 */

import type { Step } from "../resources/reading";
import { nativeBucketCarriers } from "./native-bucket-carriers";
import { stepsOf } from "./region-carrier";

const logs = "accessLogs.bucket connectionLogs.bucket healthCheckLogs.bucket";

const table = `
  aws:alb/loadBalancer:LoadBalancer ${logs}
  aws:applicationloadbalancing/loadBalancer:LoadBalancer ${logs}
  aws:appfabric/ingestionDestination:IngestionDestination destinationConfiguration.auditLog.destination.s3Bucket.bucketName
  aws:appflow/flow:Flow destinationFlowConfigs.destinationConnectorProperties.s3.bucketName destinationFlowConfigs.destinationConnectorProperties.redshift|snowflake.intermediateBucketName destinationFlowConfigs.destinationConnectorProperties.upsolver.bucketName destinationFlowConfigs.destinationConnectorProperties.customConnector|eventBridge|honeycode|marketo|redshift|salesforce|sapoData|snowflake|zendesk.errorHandlingConfig.bucketName
  aws:athena/database:Database bucket
  aws:athena/workgroup:Workgroup configuration.resultConfiguration.outputLocation
  aws:backup/reportPlan:ReportPlan reportDeliveryChannel.s3BucketName
  aws:bcmdata/export:Export export.destinationConfigurations.s3Destinations.s3Bucket
  aws:bedrock/agentDataSource:AgentDataSource vectorIngestionConfiguration.customTransformationConfiguration.intermediateStorage.s3Location.uri
  aws:bedrock/agentFlow:AgentFlow definition.nodes.configuration.storage.serviceConfiguration.s3.bucketName
  aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.supplementalDataStorageConfiguration.storageLocations.s3Location.uri
  aws:bedrock/agentcoreBrowser:AgentcoreBrowser recording.s3Location.bucket
  aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy configuration.selfManagedConfiguration.invocationConfiguration.payloadDeliveryBucketName
  aws:bedrock/customModel:CustomModel outputDataConfig.s3Uri
  aws:bedrock/evaluationJob:EvaluationJob outputDataConfig.s3Uri
  aws:bedrockmodel/invocationJob:InvocationJob outputDataConfig.s3OutputDataConfig.s3Uri
  aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration loggingConfig.s3Config.bucketName loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName
  aws:cfg/conformancePack:ConformancePack deliveryS3Bucket
  aws:cfg/deliveryChannel:DeliveryChannel s3BucketName
  aws:cfg/organizationConformancePack:OrganizationConformancePack deliveryS3Bucket
  aws:chime/sdkvoiceGlobalSettings:SdkvoiceGlobalSettings voiceConnector.cdrBucket
  aws:chimesdkmediapipelines/mediaInsightsPipelineConfiguration:MediaInsightsPipelineConfiguration elements.s3RecordingSinkConfiguration.destination elements.amazonTranscribeCallAnalyticsProcessorConfiguration.postCallAnalyticsSettings.outputLocation
  aws:cleanrooms/membership:Membership defaultResultConfiguration.outputConfiguration.s3.bucket
  aws:cloudtrail/trail:Trail s3BucketName
  aws:cloudwatch/internetMonitor:InternetMonitor internetMeasurementsLogDelivery.s3Config.bucketName
  aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination deliveryDestinationConfiguration.destinationResourceArn
  aws:codebuild/project:Project artifacts.location secondaryArtifacts.location logsConfig.s3Logs.location cache.location
  aws:codebuild/reportGroup:ReportGroup exportConfig.s3Destination.bucket
  aws:codepipeline/pipeline:Pipeline artifactStores.location
  aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration logConfigurations.s3Configuration.bucketArn
  aws:comprehend/documentClassifier:DocumentClassifier outputDataConfig.s3Uri
  aws:connect/instanceStorageConfig:InstanceStorageConfig storageConfig.s3Config.bucketName
  aws:cur/reportDefinition:ReportDefinition s3Bucket
  aws:customerprofiles/domain:Domain matching.exportingConfig.s3Exporting.s3BucketName ruleBasedMatching.exportingConfig.s3Exporting.s3BucketName
  aws:dataexchange/eventAction:EventAction action.exportRevisionToS3.revisionDestination.bucket
  aws:datasync/s3Location:S3Location s3BucketArn
  aws:datasync/task:Task taskReportConfig.s3Destination.s3BucketArn
  aws:dms/endpoint:Endpoint redshiftSettings.bucketName
  aws:dms/s3Endpoint:S3Endpoint bucketName
  aws:dynamodb/tableExport:TableExport s3Bucket
  aws:ec2/flowLog:FlowLog logDestination
  aws:ec2/spotDatafeedSubscription:SpotDatafeedSubscription bucket
  aws:ecs/cluster:Cluster configuration.executeCommandConfiguration.logConfiguration.s3BucketName
  aws:elasticloadbalancingv2/loadBalancer:LoadBalancer ${logs}
  aws:elastictranscoder/pipeline:Pipeline outputBucket contentConfig.bucket thumbnailConfig.bucket
  aws:elasticloadbalancing/loadBalancer:LoadBalancer accessLogs.bucket
  aws:elb/loadBalancer:LoadBalancer accessLogs.bucket
  aws:emr/cluster:Cluster logUri
  aws:emr/studio:Studio defaultS3Location
  aws:emrcontainers/jobTemplate:JobTemplate jobTemplateData.configurationOverrides.monitoringConfiguration.s3MonitoringConfiguration.logUri
  aws:emrserverless/application:Application monitoringConfiguration.s3MonitoringConfiguration.logUri
  aws:evidently/project:Project dataDelivery.s3Destination.bucket
  aws:fis/experimentTemplate:ExperimentTemplate experimentReportConfiguration.outputs.s3Configuration.bucketName logConfiguration.s3Configuration.bucketName
  aws:guardduty/publishingDestination:PublishingDestination destinationArn
  aws:imagebuilder/distributionConfiguration:DistributionConfiguration distributions.s3ExportConfiguration.s3Bucket
  aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration logging.s3Logs.s3BucketName
  aws:iot/topicRule:TopicRule s3.bucketName errorAction.s3.bucketName
  aws:ivs/recordingConfiguration:RecordingConfiguration destinationConfiguration.s3.bucketName
  aws:ivschat/loggingConfiguration:LoggingConfiguration destinationConfiguration.s3.bucketName
  aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream extendedS3Configuration.bucketArn extendedS3Configuration.s3BackupConfiguration.bucketArn redshiftConfiguration.s3Configuration.bucketArn redshiftConfiguration.s3BackupConfiguration.bucketArn elasticsearchConfiguration.s3Configuration.bucketArn opensearchConfiguration.s3Configuration.bucketArn opensearchserverlessConfiguration.s3Configuration.bucketArn splunkConfiguration.s3Configuration.bucketArn httpEndpointConfiguration.s3Configuration.bucketArn snowflakeConfiguration.s3Configuration.bucketArn icebergConfiguration.s3Configuration.bucketArn
  aws:lb/loadBalancer:LoadBalancer ${logs}
  aws:lex/botAlias:BotAlias conversationLogs.logSettings.resourceArn
  aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration s3Destination.bucketName
  aws:mailmanager/ruleSet:RuleSet rules.actions.writeToS3.s3Bucket
  aws:medialive/channel:Channel destinations.settings.url
  aws:msk/channel:Channel icebergDestination.deadLetterQueueS3.bucketArn loggingInfo.s3.bucket s3Destination.deadLetterQueueS3.bucketArn s3Destination.storage.bucketArn
  aws:msk/cluster:Cluster loggingInfo.brokerLogs.s3.bucket
  aws:msk/replicator:Replicator logDelivery.replicatorLogDelivery.s3.bucket
  aws:mskconnect/connector:Connector logDelivery.workerLogDelivery.s3.bucket
  aws:networkfirewall/loggingConfiguration:LoggingConfiguration loggingConfiguration.logDestinationConfigs.logDestination.bucketName
  aws:pipes/pipe:Pipe logConfiguration.s3LogDestination.bucketName
  aws:rds/exportTask:ExportTask s3BucketName
  aws:redshift/logging:Logging bucketName
  aws:rekognition/streamProcessor:StreamProcessor output.s3Destination.bucket
  aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig destinationArn
  aws:s3/analyticsConfiguration:AnalyticsConfiguration storageClassAnalysis.dataExport.destination.s3BucketDestination.bucketArn
  aws:s3/bucket:Bucket replicationConfiguration.rules.destination.bucket logging|loggings.targetBucket
  aws:s3/bucketLogging:BucketLogging targetBucket
  aws:s3/bucketLoggingV2:BucketLoggingV2 targetBucket
  aws:s3/bucketObject:BucketObject bucket
  aws:s3/bucketObjectv2:BucketObjectv2 bucket
  aws:s3/bucketReplicationConfig:BucketReplicationConfig rules.destination.bucket
  aws:s3/bucketV2:BucketV2 replicationConfigurations.rules.destinations.bucket loggings.targetBucket
  aws:s3/inventory:Inventory destination.bucket.bucketArn
  aws:s3/objectCopy:ObjectCopy bucket
  aws:s3control/storageLensConfiguration:StorageLensConfiguration storageLensConfiguration.dataExport.s3BucketDestination.arn storageLensConfiguration.expandedPrefixesDataExport.s3BucketDestination.arn
  aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition dataQualityJobOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws:sagemaker/deviceFleet:DeviceFleet outputConfig.s3OutputLocation
  aws:sagemaker/domain:Domain defaultUserSettings.sharingSettings.s3OutputPath
  aws:sagemaker/endpointConfiguration:EndpointConfiguration asyncInferenceConfig.outputConfig.s3OutputPath asyncInferenceConfig.outputConfig.s3FailurePath dataCaptureConfig.destinationS3Uri productionVariants.coreDumpConfig.destinationS3Uri shadowProductionVariants.coreDumpConfig.destinationS3Uri
  aws:sagemaker/featureGroup:FeatureGroup offlineStoreConfig.s3StorageConfig.s3Uri
  aws:sagemaker/flowDefinition:FlowDefinition outputConfig.s3OutputPath
  aws:sagemaker/hub:Hub s3StorageConfig.s3OutputPath
  aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob trainingJobDefinition|trainingJobDefinitions.outputDataConfig.s3OutputPath trainingJobDefinition|trainingJobDefinitions.checkpointConfig.s3Uri
  aws:sagemaker/labelingJob:LabelingJob outputConfig.s3OutputPath
  aws:sagemaker/modelCardExportJob:ModelCardExportJob outputConfig.s3OutputPath
  aws:sagemaker/monitoringSchedule:MonitoringSchedule monitoringScheduleConfig.monitoringJobDefinition.monitoringOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws:sagemaker/trainingJob:TrainingJob outputDataConfig.s3OutputPath checkpointConfig.s3Uri debugHookConfig.s3OutputPath debugRuleConfigurations.s3OutputPath profilerConfig.s3OutputPath profilerRuleConfigurations.s3OutputPath tensorBoardOutputConfig.s3OutputPath
  aws:sagemaker/userProfile:UserProfile userSettings.sharingSettings.s3OutputPath
  aws:ses/receiptRule:ReceiptRule s3Actions.bucketName
  aws:signer/signingJob:SigningJob destination.s3.bucket
  aws:sns/smsPreferences:SmsPreferences usageReportS3Bucket
  aws:ssm/association:Association outputLocation.s3BucketName
  aws:ssm/maintenanceWindowTask:MaintenanceWindowTask taskInvocationParameters.runCommandParameters.outputS3Bucket
  aws:ssm/resourceDataSync:ResourceDataSync s3Destination.bucketName
  aws:storagegateway/nfsFileShare:NfsFileShare locationArn
  aws:storagegateway/smbFileShare:SmbFileShare locationArn
  aws:synthetics/canary:Canary artifactS3Location
  aws:timestreaminfluxdb/dbCluster:DbCluster logDeliveryConfiguration.s3Configuration.bucketName
  aws:timestreaminfluxdb/dbInstance:DbInstance logDeliveryConfiguration.s3Configuration.bucketName
  aws:timestreamquery/scheduledQuery:ScheduledQuery errorReportConfiguration.s3Configuration.bucketName
  aws:timestreamwrite/table:Table magneticStoreWriteProperties.magneticStoreRejectedDataLocation.s3Configuration.bucketName
  aws:transfer/workflow:Workflow steps.copyStepDetails|decryptStepDetails.destinationFileLocation.s3FileLocation.bucket onExceptionSteps.copyStepDetails|decryptStepDetails.destinationFileLocation.s3FileLocation.bucket
  aws:verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration accessLogs.s3.bucketName
  aws:vpclattice/accessLogSubscription:AccessLogSubscription destinationArn
  aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration logDestinationConfigs
  aws:workspacesweb/sessionLogger:SessionLogger logConfiguration.s3.bucket
  ${nativeBucketCarriers.trim()}
`;

const sources = `
  aws:appflow/flow:Flow sourceFlowConfig.sourceConnectorProperties.s3.bucketName
  aws:dynamodb/table:Table importTable.s3BucketSource.bucket
  aws:rds/cluster:Cluster s3Import.bucketName
  aws:rds/instance:Instance s3Import.bucketName
  aws:s3/objectCopy:ObjectCopy source
  aws-native:appflow:Flow sourceFlowConfig.sourceConnectorProperties.s3.bucketName
  aws-native:dynamodb:Table importSourceSpecification.s3BucketSource.s3Bucket
`;

type Paths = Readonly<Record<string, readonly (readonly Step[])[]>>;

/** Buckets that data is written to. */
export const bucketCarriers = pathsIn(table);

/** Buckets that data is read from. */
export const bucketSources = pathsIn(sources);

function pathsIn(lines: string): Paths {
  return Object.fromEntries(
    lines
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" "))
      .map(([type = "", ...paths]) => [type, paths.map(stepsOf)]),
  );
}

/** The bucket's name in a name, an ARN or an address (such as s3://), with a path behind it or not. */
export function bucketNameIn(text: string): string {
  return text.replace(/^(?:arn:[\w-]+:s3:::|s3(?:a|n|ssl)?:\/\/|\/)?([^/]+).*/s, "$1");
}
