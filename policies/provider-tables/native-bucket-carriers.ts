// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The carriers of buckets among the resources of aws-native, which are called as in CloudFormation. */
export const nativeBucketCarriers = `
  aws-native:appflow:Flow destinationFlowConfigList.destinationConnectorProperties.s3|upsolver.bucketName destinationFlowConfigList.destinationConnectorProperties.redshift|snowflake.intermediateBucketName destinationFlowConfigList.destinationConnectorProperties.customConnector|eventBridge|marketo|redshift|salesforce|sapoData|snowflake|zendesk.errorHandlingConfig.bucketName
  aws-native:appstream:Stack agentAccessConfig.s3BucketArn
  aws-native:athena:WorkGroup workGroupConfiguration.resultConfiguration.outputLocation
  aws-native:b2bi:Capability configuration.edi.outputLocation.bucketName
  aws-native:backup:ReportPlan reportDeliveryChannel.s3BucketName
  aws-native:bcmdataexports:Export export.destinationConfigurations.s3Destination.s3Bucket
  aws-native:bedrock:DataSource vectorIngestionConfiguration.customTransformationConfiguration.intermediateStorage.s3Location.uri
  aws-native:bedrock:Flow definition.nodes.configuration.storage.serviceConfiguration.s3.bucketName
  aws-native:bedrock:KnowledgeBase knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.supplementalDataStorageConfiguration.supplementalDataStorageLocations.s3Location.uri
  aws-native:bedrockagentcore:BrowserCustom recordingConfig.s3Location.bucket
  aws-native:bedrockagentcore:Memory memoryStrategies.customMemoryStrategy.configuration.selfManagedConfiguration.invocationConfiguration.payloadDeliveryBucketName
  aws-native:cleanrooms:ConfiguredTable tableReference.athena.outputLocation
  aws-native:cleanrooms:Membership defaultJobResultConfiguration.outputConfiguration.s3.bucket defaultResultConfiguration.outputConfiguration.s3.bucket
  aws-native:cloudformation:GuardHook logBucket
  aws-native:cloudtrail:Trail s3BucketName
  aws-native:codebuild:ReportGroup exportConfig.s3Destination.bucket
  aws-native:codepipeline:Pipeline artifactStore.location artifactStores.artifactStore.location
  aws-native:cognito:LogDeliveryConfiguration logConfigurations.s3Configuration.bucketArn
  aws-native:comprehend:DocumentClassifier outputDataConfig.s3Uri
  aws-native:configuration:ConformancePack deliveryS3Bucket
  aws-native:configuration:DeliveryChannel s3BucketName
  aws-native:configuration:OrganizationConformancePack deliveryS3Bucket
  aws-native:connect:InstanceStorageConfig s3Config.bucketName
  aws-native:customerprofiles:Domain matching.exportingConfig.s3Exporting.s3BucketName ruleBasedMatching.exportingConfig.s3Exporting.s3BucketName
  aws-native:databrew:Job outputLocation.bucket outputs.location.bucket dataCatalogOutputs.s3Options.location.bucket
  aws-native:dataexchange:EventAction action.exportRevisionToS3.revisionDestination.bucket
  aws-native:datasync:LocationS3 s3BucketArn
  aws-native:datasync:Task taskReportConfig.destination.s3.s3BucketArn
  aws-native:deadline:Queue jobAttachmentSettings.s3BucketName
  aws-native:dms:Endpoint redshiftSettings.bucketName s3Settings.bucketName
  aws-native:drs:LaunchConfigurationTemplate exportBucketArn
  aws-native:ec2:CapacityManagerDataExport s3BucketName
  aws-native:ec2:FlowLog logDestination
  aws-native:ec2:VerifiedAccessInstance loggingConfigurations.s3.bucketName
  aws-native:ecs:Cluster configuration.executeCommandConfiguration.logConfiguration.s3BucketName
  aws-native:elasticloadbalancing:LoadBalancer accessLoggingPolicy.s3BucketName
  aws-native:emr:Step logUri
  aws-native:emr:Studio defaultS3Location
  aws-native:emrcontainers:Endpoint configurationOverrides.monitoringConfiguration.s3MonitoringConfiguration.logUri
  aws-native:emrserverless:Application monitoringConfiguration.s3MonitoringConfiguration.logUri
  aws-native:entityresolution:IdMappingWorkflow outputSourceConfig.outputS3Path
  aws-native:entityresolution:MatchingWorkflow outputSourceConfig.outputS3Path
  aws-native:evidently:Project dataDelivery.s3.bucketName
  aws-native:fis:ExperimentTemplate experimentReportConfiguration.outputs.experimentReportS3Configuration.bucketName logConfiguration.s3Configuration.bucketName
  aws-native:gamelift:ContainerFleet logConfiguration.s3BucketName
  aws-native:gameliftstreams:Application applicationLogOutputUri
  aws-native:glue:Job logUri
  aws-native:groundstation:Config configData.s3RecordingConfig.bucketArn
  aws-native:guardduty:PublishingDestination destinationProperties.destinationArn
  aws-native:imagebuilder:InfrastructureConfiguration logging.s3Logs.s3BucketName
  aws-native:internetmonitor:Monitor internetMeasurementsLogDelivery.s3Config.bucketName
  aws-native:iot:TopicRule topicRulePayload.actions.s3.bucketName topicRulePayload.errorAction.s3.bucketName
  aws-native:iotanalytics:Channel channelStorage.customerManagedS3.bucket
  aws-native:iotanalytics:Dataset contentDeliveryRules.destination.s3DestinationConfiguration.bucket
  aws-native:iotanalytics:Datastore datastoreStorage.customerManagedS3.bucket datastoreStorage.iotSiteWiseMultiLayerStorage.customerManagedS3Storage.bucket
  aws-native:iottwinmaker:Workspace s3Location
  aws-native:ivs:RecordingConfiguration destinationConfiguration.s3.bucketName
  aws-native:ivs:StorageConfiguration s3.bucketName
  aws-native:ivschat:LoggingConfiguration destinationConfiguration.s3.bucketName
  aws-native:kafkaconnect:Connector logDelivery.workerLogDelivery.s3.bucket
  aws-native:kinesisfirehose:DeliveryStream s3DestinationConfiguration.bucketArn extendedS3DestinationConfiguration.bucketArn extendedS3DestinationConfiguration.s3BackupConfiguration.bucketArn redshiftDestinationConfiguration.s3Configuration.bucketArn redshiftDestinationConfiguration.s3BackupConfiguration.bucketArn elasticsearchDestinationConfiguration.s3Configuration.bucketArn amazonopensearchserviceDestinationConfiguration.s3Configuration.bucketArn amazonOpenSearchServerlessDestinationConfiguration.s3Configuration.bucketArn splunkDestinationConfiguration.s3Configuration.bucketArn httpEndpointDestinationConfiguration.s3Configuration.bucketArn snowflakeDestinationConfiguration.s3Configuration.bucketArn icebergDestinationConfiguration.s3Configuration.bucketArn
  aws-native:lex:Bot testBotAliasSettings.conversationLogSettings.audioLogSettings.destination.s3Bucket.s3BucketArn
  aws-native:lex:BotAlias conversationLogSettings.audioLogSettings.destination.s3Bucket.s3BucketArn
  aws-native:logs:DeliveryDestination destinationResourceArn
  aws-native:mgn:NetworkMigrationDefinition targetS3Configuration.s3Bucket
  aws-native:msk:Channel icebergDestinationConfiguration.deadLetterQueueS3.bucketArn loggingInfo.s3.bucket s3DestinationConfiguration.deadLetterQueueS3.bucketArn s3DestinationConfiguration.storage.bucketArn
  aws-native:msk:Cluster loggingInfo.brokerLogs.s3.bucket
  aws-native:msk:Replicator logDelivery.replicatorLogDelivery.s3.bucket
  aws-native:networkfirewall:LoggingConfiguration loggingConfiguration.logDestinationConfigs.logDestination.bucketName
  aws-native:pipes:Pipe logConfiguration.s3LogDestination.bucketName
  aws-native:redshift:Cluster loggingProperties.bucketName
  aws-native:rekognition:StreamProcessor s3Destination.bucketName
  aws-native:route53resolver:ResolverQueryLoggingConfig destinationArn
  aws-native:s3:Bucket replicationConfiguration.rules.destination.bucket loggingConfiguration.destinationBucketName inventoryConfigurations.destination.bucketArn analyticsConfigurations.storageClassAnalysis.dataExport.destination.bucketArn
  aws-native:s3:StorageLens storageLensConfiguration.dataExport.s3BucketDestination.arn
  aws-native:s3express:DirectoryBucket inventoryConfigurations.destination.bucketArn
  aws-native:sagemaker:DataQualityJobDefinition dataQualityJobOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws-native:sagemaker:DeviceFleet outputConfig.s3OutputLocation
  aws-native:sagemaker:Domain defaultUserSettings.sharingSettings.s3OutputPath
  aws-native:sagemaker:EndpointConfig asyncInferenceConfig.outputConfig.s3OutputPath asyncInferenceConfig.outputConfig.s3FailurePath dataCaptureConfig.destinationS3Uri productionVariants.coreDumpConfig.destinationS3Uri shadowProductionVariants.coreDumpConfig.destinationS3Uri
  aws-native:sagemaker:FeatureGroup offlineStoreConfig.s3StorageConfig.s3Uri
  aws-native:sagemaker:Hub s3StorageConfig.s3OutputPath
  aws-native:sagemaker:ModelBiasJobDefinition modelBiasJobOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws-native:sagemaker:ModelExplainabilityJobDefinition modelExplainabilityJobOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws-native:sagemaker:ModelQualityJobDefinition modelQualityJobOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws-native:sagemaker:MonitoringSchedule monitoringScheduleConfig.monitoringJobDefinition.monitoringOutputConfig.monitoringOutputs.s3Output.s3Uri
  aws-native:sagemaker:ProcessingJob processingOutputConfig.outputs.s3Output.s3Uri
  aws-native:sagemaker:UserProfile userSettings.sharingSettings.s3OutputPath
  aws-native:ses:MailManagerRuleSet rules.actions.writeToS3.s3Bucket
  aws-native:ses:ReceiptRule rule.actions.s3Action.bucketName
  aws-native:ssm:Association outputLocation.s3Location.outputS3BucketName
  aws-native:ssm:MaintenanceWindowTask loggingInfo.s3Bucket taskInvocationParameters.maintenanceWindowRunCommandParameters.outputS3BucketName
  aws-native:ssm:ResourceDataSync bucketName s3Destination.bucketName
  aws-native:ssmguiconnect:Preferences connectionRecordingPreferences.recordingDestinations.s3Buckets.bucketName
  aws-native:synthetics:Canary artifactS3Location
  aws-native:timestream:InfluxDbCluster logDeliveryConfiguration.s3Configuration.bucketName
  aws-native:timestream:InfluxDbInstance logDeliveryConfiguration.s3Configuration.bucketName
  aws-native:timestream:ScheduledQuery errorReportConfiguration.s3Configuration.bucketName
  aws-native:timestream:Table magneticStoreWriteProperties.magneticStoreRejectedDataLocation.s3Configuration.bucketName
  aws-native:transfer:Workflow steps.copyStepDetails|decryptStepDetails.destinationFileLocation.s3FileLocation.bucket onExceptionSteps.copyStepDetails|decryptStepDetails.destinationFileLocation.s3FileLocation.bucket
  aws-native:vpclattice:AccessLogSubscription destinationArn
  aws-native:wafv2:LoggingConfiguration logDestinationConfigs
  aws-native:workspacesweb:SessionLogger logConfiguration.s3.bucket
`;
