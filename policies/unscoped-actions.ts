// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which actions accept no resource but `*`, of the services that platforms like ours are made of. About
 * the actions of other services nothing is known here. Source: Service Authorization Reference, with
 * which a test compares it.
 */

const UNSCOPED: Readonly<Record<string, string>> = {
  acm: `
    CreateAcmeEndpoint GetAccountConfiguration ListAcmeEndpoints ListCertificates
    PutAccountConfiguration RequestCertificate SearchCertificates
  `,
  "application-autoscaling": `
    Describe* GetPredictiveScalingForecast
  `,
  autoscaling: `
    Describe* GetPredictiveScalingForecast PutAccountSetting
  `,
  cloudformation: `
    ActivateOrganizationsAccess ActivateType BatchDescribeTypeConfigurations
    CancelResourceRequest CreateGeneratedTemplate CreateResource CreateStackSet
    CreateUploadBucket DeactivateOrganizationsAccess DeactivateType DeleteGeneratedTemplate
    DeleteResource DeregisterType DescribeAccountLimits DescribeGeneratedTemplate
    DescribeOrganizationsAccess DescribePublisher DescribeResourceScan
    DescribeStackDriftDetectionStatus DescribeType DescribeTypeRegistration EstimateTemplateCost
    GetGeneratedTemplate GetHookResult GetResource GetResourceRequestStatus ListAllHookResults
    ListExports ListGeneratedTemplates ListImports ListResource* ListStackSets ListStacks
    ListType* PublishType RegisterPublisher RegisterType SetTypeConfiguration
    SetTypeDefaultVersion StartResourceScan TestType UpdateGeneratedTemplate UpdateResource
    ValidateTemplate
  `,
  cloudwatch: `
    PutMetricData
    AssumeAccessProfile BatchGetServiceLevelIndicatorReport CallWithBearerToken Create*
    DeleteAnomalyDetector DeleteOmniThread DescribeAlarmsForMetric DescribeAnomalyDetectors
    DescribeInsightRules EnableTopologyDiscovery GenerateQuery GenerateQueryResultsSummary
    GetAgentGraph GetContextGraph GetIntelligenceConfiguration GetMetricStatistics
    GetMetricWidgetImage GetOTelEnrichment GetOmniThread GetPreferences GetRecords
    GetSpaceCredentials GetSpaceCredentialsForOrganization GetTelemetryQueryResults
    GetTopologyDiscoveryStatus GetTopologyMap InvokeIntegration Link ListAccessGrants
    ListAccessProfiles ListAlertContributors ListAlerts ListDashboards
    ListDomainAccessGrantsForOrganization ListDomains ListEntitiesForMetric
    ListIngestionEndpoints ListIntegrations ListManagedInsightRules ListMetricStreams
    ListOmniDashboards ListOmniThreads ListServiceLevelObjectives ListServices ListSpace*
    ListTelemetryFields ListTelemetryQuerySessions ListViews PutAnomalyDetector
    PutIntelligenceConfiguration PutManagedInsightRules QueryTraces SearchPrincipals
    StartOTelEnrichment StartOmniThreadSession StartTelemetryQuery StartTelemetryQuerySession
    StopOTelEnrichment StopTelemetryQuery StopTelemetryQuerySession SubmitFeedback
    UpdateOmniThread UpdatePreferences
  `,
  codebuild: `
    DeleteOAuthToken DeleteSourceCredentials ImportSourceCredentials ListBuildBatches ListBuilds
    ListConnectedOAuthAccounts ListCuratedEnvironmentImages ListFleets ListProjects
    ListReportGroups ListReports ListRepositories ListSandboxes ListSharedProjects
    ListSharedReportGroups ListSourceCredentials PersistOAuthToken
  `,
  "cognito-idp": `
    AssociateSoftwareToken ChangePassword Confirm* CreateUserPool DeleteUser
    DeleteUserAttributes DescribeUserPoolDomain ForgetDevice ForgotPassword GetDevice
    GetProvisionedLimit GetTokensFromRefreshToken GetUser GetUserAttributeVerificationCode
    GlobalSignOut InitiateAuth ListDevices ListUserPools ResendConfirmationCode
    RespondToAuthChallenge RevokeToken SetUserMFAPreference SetUserSettings SignUp
    UpdateDeviceStatus UpdateProvisionedLimit UpdateUserAttributes VerifySoftwareToken
    VerifyUserAttribute
  `,
  dynamodb: `
    DescribeEndpoints DescribeLimits DescribeReservedCapacity DescribeReservedCapacityOfferings
    GetAbacStatus InjectError ListBackups ListContributorInsights ListGlobalTables ListStreams
    ListTables PurchaseReservedCapacityOfferings UpdateAbacStatus
  `,
  ec2: `
    AdvertiseByoipCidr AssociateIpamByoasn AssociateTrunkInterface BundleInstance
    CancelBundleTask CancelConversionTask CancelReservedInstancesListing ConfirmProductInstance
    CreateDefaultSubnet CreateDefaultVpc CreateReservedInstancesListing
    CreateSpotDatafeedSubscription DeleteSpotDatafeedSubscription DeleteSubnetCidrReservation
    DeprovisionByoipCidr DeregisterInstanceEventNotificationAttributes Describe*
    DisableAllowedImagesSettings DisableAwsNetworkPerformanceMetricSubscription
    DisableCapacityManager DisableEbsEncryptionByDefault DisableImageBlockPublicAccess
    DisableIpamOrganizationAdminAccount DisableSerialConsoleAccess
    DisableSnapshotBlockPublicAccess DisassociateIpamByoasn DisassociateTrunkInterface
    EnableAllowedImagesSettings EnableAwsNetworkPerformanceMetricSubscription
    EnableCapacityManager EnableEbsEncryptionByDefault EnableImageBlockPublicAccess
    EnableIpamOrganizationAdminAccount EnableReachabilityAnalyzerOrganizationSharing
    EnableSerialConsoleAccess EnableSnapshotBlockPublicAccess ExportTransitGatewayRoutes
    GetAllowedImagesSettings GetAwsNetworkPerformanceData GetCapacityManager*
    GetDefaultCreditSpecification GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault
    GetEnabledIpamPolicy GetHostReservationPurchasePreview GetImageBlockPublicAccessState
    GetInstanceMetadataDefaults GetInstanceTypesFromInstanceRequirements
    GetManagedResourceVisibility GetSerialConsoleAccessStatus GetSnapshotBlockPublicAccessState
    GetSpotPlacementScores GetSubnetCidrReservations GetTransitGatewayAttachmentPropagations
    GetTransitGatewayPrefixListReferences GetTransitGatewayRouteTableAssociations
    GetTransitGatewayRouteTablePropagations GetVpnConnectionDeviceTypes InjectApiError List*
    ModifyAccountVpcEncryptionControl ModifyAvailabilityZoneGroup
    ModifyDefaultCreditSpecification ModifyEbsDefaultKmsKeyId ModifyIdFormat
    ModifyIdentityIdFormat ModifyInstanceMetadataDefaults ModifyManagedResourceVisibility
    ModifyVpcBlockPublicAccessOptions MoveAddressToVpc ProvisionByoipCidr
    PurchaseReservedInstancesOffering PurchaseScheduledInstances
    RegisterInstanceEventNotificationAttributes ReplaceImageCriteriaInAllowedImagesSettings
    ResetEbsDefaultKmsKeyId RestoreAddressToClassic RunScheduledInstances
    StartDeclarativePoliciesReport UpdateCapacityManagerMonitoredTagKeys
    UpdateCapacityManagerOrganizationsAccess WithdrawByoipCidr
  `,
  ec2messages: `
    AcknowledgeMessage DeleteMessage FailMessage GetEndpoint GetMessages SendReply
  `,
  ecr: `
    CreatePullThroughCacheRule CreateRepositoryCreationTemplate DeletePullThroughCacheRule
    DeleteRegistryPolicy DeleteRepositoryCreationTemplate DeleteSigningConfiguration
    DeregisterPullTimeUpdateExclusion DescribePullThroughCacheRules DescribeRegistry
    DescribeRepositoryCreationTemplates GetAccountSetting GetAuthorizationToken
    GetRegistryPolicy GetRegistryScanningConfiguration GetSigningConfiguration
    ListPullTimeUpdateExclusions PutAccountSetting PutRegistryPolicy
    PutRegistryScanningConfiguration PutReplicationConfiguration PutSigningConfiguration
    RegisterPullTimeUpdateExclusion UpdatePullThroughCacheRule UpdateRepositoryCreationTemplate
    ValidatePullThroughCacheRule
  `,
  ecs: `
    DeleteAccountSetting DeregisterTaskDefinition DescribeTaskDefinition DiscoverPollEndpoint
    ListAccountSettings ListClusters ListDaemonTaskDefinitions ListDaemons ListServices
    ListServicesByNamespace ListTaskDefinitionFamilies ListTaskDefinitions PutAccountSetting
    PutAccountSettingDefault
  `,
  elasticloadbalancing: `
    AllowVendedLogDeliveryForResource Describe* SetWebAcl
  `,
  events: `
    ListApiDestinations ListArchives ListConnections ListEndpoints ListEventBuses
    ListEventSources ListPartnerEventSources ListReplays ListRuleNamesByTarget ListRules
    ListSubscribers PutPartnerEvents PutPermission RemovePermission TestEventPattern
  `,
  "execute-api": "",
  firehose: `
    ListDeliveryStreams
  `,
  iam: `
    CreateAccountAlias DeleteAccountAlias DeleteAccountPasswordPolicy DeleteCloudFrontPublicKey
    Disable* EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions
    EnableOutboundWebIdentityFederation GenerateCredentialReport GetAccount*
    GetCloudFrontPublicKey GetContextKeysForCustomPolicy GetCredentialReport
    GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo
    GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities ListAccountAliases
    ListCloudFrontPublicKeys ListDelegationRequests ListGroups ListInstanceProfiles
    ListOpenIDConnectProviders ListOrganizationsFeatures ListPolicies ListRoles
    ListSAMLProviders ListSTSRegionalEndpointsStatus ListServerCertificates ListUsers
    ListVirtualMFADevices PutAccountProperties SetSTSRegionalEndpointStatus
    SetSecurityTokenServicePreferences SimulateCustomPolicy UpdateAccount*
    UpdateCloudFrontPublicKey UploadCloudFrontPublicKey
  `,
  kinesis: `
    DescribeAccountSettings DescribeLimits DisableEnhancedMonitoring EnableEnhancedMonitoring
    InjectApiError ListChannels ListStreams UpdateAccountSettings UpdateShardCount
    UpdateStreamMode
  `,
  kms: `
    ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore
    DescribeCustomKeyStores DisconnectCustomKeyStore GenerateRandom ListAliases ListKeys
    ListRetirableGrants UpdateCustomKeyStore
  `,
  lambda: `
    ConnectMicrovm CreateCodeSigningConfig CreateEventSourceMapping CreateMicrovmImage
    GetAccountSettings ListCapacityProviders ListCodeSigningConfigs ListEventSourceMappings
    ListFunctions ListLayerVersions ListLayers ListManagedMicrovmImages ListMicrovmImages
    ListMicrovms ListNetworkConnectors PassNetworkConnector
  `,
  logs: `
    AssociateSourceToS3TableIntegration CallWithBearerToken CancelExportTask CancelImportTask
    CreateImportTask CreateLogDelivery DeleteAccountPolicy DeleteIndexPolicy DeleteIntegration
    DeleteLogDelivery DeletePipelineRule DeleteQueryDefinition DeleteResourcePolicy
    DescribeAccountPolicies DescribeConfigurationTemplates DescribeDeliveries
    DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations
    DescribeExportTasks DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks
    DescribeIndexPolicies DescribeLogGroups DescribeLookupTables DescribeQueries
    DescribeQueryDefinitions DescribeResourcePolicies DisassociateSourceFromS3TableIntegration
    GetIntegration GetLogDelivery GetLogFields GetStorageTierPolicy Link
    ListAggregateLogGroupSummaries ListEntitiesForLogGroup ListIntegrations ListLogDeliveries
    ListLogGroups* ListScheduledQueries ListSourcesForS3TableIntegration
    ListSyslogConfigurations PutAccountPolicy PutIndexPolicy PutIntegration PutPipelineRule
    PutQueryDefinition PutResourcePolicy PutStorageTierPolicy StopLiveTail StopQuery
    TestMetricFilter TestTransformer UpdateLogDelivery
  `,
  rds: `
    CancelExportTask CreateDBProxy DescribeAccountAttributes DescribeCertificates
    DescribeDBEngineVersions DescribeDBMajorEngineVersions DescribeDBRecommendations
    DescribeEngineDefaultClusterParameters DescribeEngineDefaultParameters
    DescribeEventCategories DescribeEvents DescribeOptionGroupOptions
    DescribeOrderableDBInstanceOptions DescribeRecommendationGroups DescribeRecommendations
    DescribeReservedDBInstancesOfferings DescribeSourceRegions ModifyCertificates
    ModifyDBRecommendation ModifyRecommendation
  `,
  route53: `
    CreateCidrCollection CreateHealthCheck CreateHostedZone CreateReusableDelegationSet
    CreateTrafficPolicy GetAccountLimit GetCheckerIpRanges GetGeoLocation GetHealthCheckCount
    GetHostedZoneCount GetTrafficPolicyInstanceCount ListCidrCollections ListGeoLocations
    ListHealthChecks ListHosted* ListReusableDelegationSets ListTrafficPolicies
    ListTrafficPolicyInstances TestDNSAnswer
  `,
  s3: `
    CreateJob CreateStorageLensGroup GetAccessPoint GetAccountPublicAccessBlock
    ListAccessGrantsInstances ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets
    ListJobs ListMultiRegionAccessPoints ListStorageLensConfigurations ListStorageLensGroups
    PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock PutStorageLensConfiguration
  `,
  secretsmanager: `
    BatchGetSecretValue GetRandomPassword ListSecrets
  `,
  sns: `
    CheckIfPhoneNumberIsOptedOut CreatePlatformApplication CreatePlatformEndpoint
    CreateSMSSandboxPhoneNumber DeleteEndpoint DeletePlatformApplication
    DeleteSMSSandboxPhoneNumber GetEndpointAttributes GetPlatformApplicationAttributes
    GetSMSAttributes GetSMSSandboxAccountStatus ListEndpointsByPlatformApplication
    ListOriginationNumbers ListPhoneNumbersOptedOut ListPlatformApplications
    ListSMSSandboxPhoneNumbers ListSubscriptions ListTopics OptInPhoneNumber
    SetEndpointAttributes SetPlatformApplicationAttributes SetSMSAttributes
    VerifySMSSandboxPhoneNumber
  `,
  sqs: `
    ListQueues
  `,
  ssm: `
    CancelCommand CreateActivation CreateMaintenanceWindow CreateOpsItem CreateOpsMetadata
    CreatePatchBaseline DeleteActivation DeleteInventory DescribeActivations
    DescribeAutomationExecutions DescribeAvailablePatches DescribeInstanceInformation
    DescribeInstancePatchStatesForPatchGroup DescribeInstanceProperties
    DescribeInventoryDeletions DescribeMaintenanceWindowExecutionTaskInvocations
    DescribeMaintenanceWindowExecutionTasks DescribeMaintenanceWindowSchedule
    DescribeMaintenanceWindows DescribeMaintenanceWindowsForTarget DescribeOpsItems
    DescribeParameters DescribePatch* DescribeSessions ExecuteAPI GetCommandInvocation
    GetDeployablePatchSnapshotForInstance GetExecutionPreview GetInventory GetInventorySchema
    GetMaintenanceWindowExecution* GetManifest GetPatchBaselineForPatchGroup ListAssociations
    ListCloudConnectors ListCommandInvocations ListCommands ListComplianceItems
    ListComplianceSummaries ListDocuments ListInventoryEntries ListOps*
    ListResourceComplianceSummaries ListResourceDataSync PutConfigurePackageResult PutInventory
    RegisterManagedInstance StartExecutionPreview
  `,
  ssmmessages: `
    CreateControlChannel CreateDataChannel OpenControlChannel OpenDataChannel
  `,
  states: `
    InvokeHTTPEndpoint ListActivities ListStateMachines RevealSecrets Send* TestState
    ValidateStateMachineDefinition
  `,
  sts: `
    DecodeAuthorizationMessage GetAccessKeyInfo GetCallerIdentity GetDelegatedAccessToken
    GetServiceBearerToken GetSessionToken GetWebIdentityToken TagGetWebIdentityToken
  `,
  tag: `
    DescribeReportCreation Get* ListRequiredTags StartReportCreation TagResources UntagResources
  `,
  xray: `
    BatchGetTraceSummaryById BatchGetTraces CancelTraceRetrieval DeleteResourcePolicy
    GetDistinctTraceGraphs GetEncryptionConfig GetGroups GetIndexingRules GetInsight*
    GetRetrievedTracesGraph GetSampling* GetServiceGraph GetTimeSeriesServiceStatistics
    GetTrace* Link ListResourcePolicies ListRetrievedTraces Put* StartTraceRetrieval
    UpdateIndexingRule UpdateTraceSegmentDestination
  `,
};

const entries: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(UNSCOPED).map(([service, names]) => [
    service,
    names
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => name !== ""),
  ]),
);

/** The services whose actions are known here. */
export const knownServices: readonly string[] = [...entries.keys()];

/**
 * Whether an action, or every action that a pattern means, is only ever allowed on `*`. (Of what
 * `ec2:Describe*` means, nine in ten; metrics have a resource of late that hardly anybody has.)
 */
export function isUnscoped(action: string): boolean {
  const [service = "", name = ""] = action.toLowerCase().split(":");
  return (entries.get(service) ?? []).some((entry) =>
    entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry,
  );
}

/** Whether an action, or something that a pattern means, can be allowed on less than `*`. */
export function isScopable(action: string): boolean {
  const [service = ""] = action.toLowerCase().split(":");
  return entries.has(service) && !isUnscoped(action);
}
