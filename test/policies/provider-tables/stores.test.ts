// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { stores } from "../../../policies/provider-tables/stores";
import { requireStoreEncryption as rule } from "../../../policies/rules/stores/require-store-encryption";
import { keyOfSibling as key, managed } from "../../support/pack/keyed-stores";
import { from, kindOf, one, type Program } from "../../support/pack/program";
import { providerTypes } from "../../support/pack/provider";
import { ruleSpec } from "../../support/pack/rule-spec";

const program = (type: string, properties: object): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties: { ...properties } },
});

/**
 * Types that take a key and are not judged. Other rules judge their key (buckets, logs, secrets,
 * trails), or they belong to services that no classroom platform uses, or they copy and pass on what
 * another store has encrypted.
 */
const others = new Set(
  `
  aws:agentregistry/registry:Registry
  aws:amp/workspace:Workspace
  aws:appconfig/configurationProfile:ConfigurationProfile
  aws:appconfig/deployment:Deployment
  aws:appintegrations/dataIntegration:DataIntegration
  aws:apprunner/service:Service
  aws:appsync/apiCache:ApiCache
  aws:athena/database:Database
  aws:auditmanager/accountRegistration:AccountRegistration
  aws:bedrock/agentAgent:AgentAgent
  aws:bedrock/agentDataSource:AgentDataSource
  aws:bedrock/agentFlow:AgentFlow
  aws:bedrock/agentPrompt:AgentPrompt
  aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator
  aws:bedrock/agentcoreGateway:AgentcoreGateway
  aws:bedrock/agentcoreMemory:AgentcoreMemory
  aws:bedrock/agentcorePolicyEngine:AgentcorePolicyEngine
  aws:bedrock/customModel:CustomModel
  aws:bedrock/evaluationJob:EvaluationJob
  aws:bedrock/guardrail:Guardrail
  aws:cfg/deliveryChannel:DeliveryChannel
  aws:chime/sdkvoiceVoiceProfileDomain:SdkvoiceVoiceProfileDomain
  aws:chime/voiceConnector:VoiceConnector
  aws:cleanrooms/collaboration:Collaboration
  aws:cloudfront/fieldLevelEncryptionProfile:FieldLevelEncryptionProfile
  aws:cloudtrail/trail:Trail
  aws:cloudwatch/eventBus:EventBus
  aws:cloudwatch/eventConnection:EventConnection
  aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector
  aws:cloudwatch/logGroup:LogGroup
  aws:codeartifact/domain:Domain
  aws:codebuild/project:Project
  aws:codecommit/repository:Repository
  aws:codegurureviewer/repositoryAssociation:RepositoryAssociation
  aws:comprehend/documentClassifier:DocumentClassifier
  aws:comprehend/entityRecognizer:EntityRecognizer
  aws:customerprofiles/domain:Domain
  aws:datasync/locationHdfs:LocationHdfs
  aws:datazone/domain:Domain
  aws:dax/cluster:Cluster
  aws:devopsguru/serviceIntegration:ServiceIntegration
  aws:directconnect/connection:Connection
  aws:dms/endpoint:Endpoint
  aws:dms/instanceProfile:InstanceProfile
  aws:dms/replicationInstance:ReplicationInstance
  aws:dms/s3Endpoint:S3Endpoint
  aws:docdb/clusterInstance:ClusterInstance
  aws:docdb/globalCluster:GlobalCluster
  aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate
  aws:dynamodb/tableExport:TableExport
  aws:ec2/amiCopy:AmiCopy
  aws:ec2/vpnConnection:VpnConnection
  aws:ec2transitgateway/transitGateway:TransitGateway
  aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate
  aws:eks/cluster:Cluster
  aws:elastictranscoder/pipeline:Pipeline
  aws:emr/cluster:Cluster
  aws:emr/studio:Studio
  aws:emrcontainers/jobTemplate:JobTemplate
  aws:finspace/kxEnvironment:KxEnvironment
  aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings
  aws:glue/securityConfiguration:SecurityConfiguration
  aws:grafana/workspace:Workspace
  aws:guardduty/publishingDestination:PublishingDestination
  aws:imagebuilder/component:Component
  aws:imagebuilder/containerRecipe:ContainerRecipe
  aws:imagebuilder/workflow:Workflow
  aws:kendra/index:Index
  aws:lambda/capacityProvider:CapacityProvider
  aws:lambda/eventSourceMapping:EventSourceMapping
  aws:lambda/function:Function
  aws:location/geofenceCollection:GeofenceCollection
  aws:location/tracker:Tracker
  aws:m2/application:Application
  aws:m2/environment:Environment
  aws:mailmanager/archive:Archive
  aws:memorydb/snapshot:Snapshot
  aws:msk/channel:Channel
  aws:mwaa/environment:Environment
  aws:neptune/globalCluster:GlobalCluster
  aws:networkfirewall/firewall:Firewall
  aws:networkfirewall/firewallPolicy:FirewallPolicy
  aws:networkfirewall/ruleGroup:RuleGroup
  aws:networkfirewall/tlsInspectionConfiguration:TlsInspectionConfiguration
  aws:observabilityadmin/s3TableIntegration:S3TableIntegration
  aws:opensearch/application:Application
  aws:opensearch/serverlessCollection:ServerlessCollection
  aws:opensearchingest/pipeline:Pipeline
  aws:pipes/pipe:Pipe
  aws:qbusiness/application:Application
  aws:rds/clusterActivityStream:ClusterActivityStream
  aws:rds/clusterInstance:ClusterInstance
  aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy
  aws:rds/customDbEngineVersion:CustomDbEngineVersion
  aws:rds/exportTask:ExportTask
  aws:rds/globalCluster:GlobalCluster
  aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication
  aws:rds/integration:Integration
  aws:rds/snapshotCopy:SnapshotCopy
  aws:redshift/integration:Integration
  aws:redshift/snapshotCopyGrant:SnapshotCopyGrant
  aws:rekognition/streamProcessor:StreamProcessor
  aws:resiliencehub/v2Policy:V2Policy
  aws:resiliencehub/v2Service:V2Service
  aws:resiliencehub/v2System:V2System
  aws:s3/bucket:Bucket
  aws:s3/bucketObject:BucketObject
  aws:s3/bucketObjectv2:BucketObjectv2
  aws:s3/bucketV2:BucketV2
  aws:s3/objectCopy:ObjectCopy
  aws:s3/vectorsIndex:VectorsIndex
  aws:s3/vectorsVectorBucket:VectorsVectorBucket
  aws:s3tables/table:Table
  aws:s3tables/tableBucket:TableBucket
  aws:sagemaker/domain:Domain
  aws:sagemaker/endpointConfiguration:EndpointConfiguration
  aws:sagemaker/notebookInstance:NotebookInstance
  aws:sagemaker/trainingJob:TrainingJob
  aws:scheduler/schedule:Schedule
  aws:secretsmanager/secret:Secret
  aws:securityhub/connectorV2:ConnectorV2
  aws:sfn/activity:Activity
  aws:sfn/stateMachine:StateMachine
  aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume
  aws:storagegateway/nfsFileShare:NfsFileShare
  aws:storagegateway/smbFileShare:SmbFileShare
  aws:storagegateway/storedIscsiVolume:StoredIscsiVolume
  aws:synthetics/canary:Canary
  aws:timestreamquery/scheduledQuery:ScheduledQuery
  aws:workmail/organization:Organization
  aws:workspaces/workspace:Workspace
  aws:workspacesweb/browserSettings:BrowserSettings
  aws:workspacesweb/dataProtectionSettings:DataProtectionSettings
  aws:workspacesweb/ipAccessSettings:IpAccessSettings
  aws:workspacesweb/portal:Portal
  aws:workspacesweb/sessionLogger:SessionLogger
  aws:workspacesweb/userSettings:UserSettings
  `
    .trim()
    .split(/\s+/),
);

const keyed =
  /\n {4}(?!\w*[tT]ransit)\w*([kK]msKey|[kK]msMasterKey|[kK]msEncryptionKey|ncryptionKey|ncrypted|ncryption)\w*\??: /;

const ownedKey = "which leaves the data to a key that AWS owns";

const { violates, undecided } = ruleSpec(rule, {
  must: "data must be encrypted at rest with a customer-managed key",
});

describe("stores", () => {
  it("are all types of the installed provider that take a key, except the listed others", () => {
    const installed = providerTypes(/./)
      .filter(({ declaration }) => {
        const [, args = ""] = /export interface \w+Args \{(.*?)\n\}/s.exec(declaration) ?? [];
        return keyed.test(args);
      })
      .map(({ token }) => token);
    const unknown = installed.filter((token) => !stores.has(token) && !others.has(token));
    assert.deepEqual(unknown, []);
    assert.deepEqual(
      [...others].filter((token) => !installed.includes(token) || stores.has(token)),
      [],
    );
  });

  describe("a table with replicas", () => {
    const type = "aws-native:dynamodb:GlobalTable";
    const table = (sseEnabled: unknown, ...keys: unknown[]): Program => {
      const replicas = keys.map((kmsMasterKeyId) => ({ sseSpecification: { kmsMasterKeyId } }));
      return program(type, { sseSpecification: { sseEnabled }, replicas });
    };
    const of = (path: string) => `GlobalTable 'it': '${path}'`;

    violates({
      "one of its replicas has no key, or one that AWS manages": [
        table(true, key, "", "alias/aws/dynamodb"),
        `${of("replicas[1].sseSpecification.kmsMasterKeyId")} ${managed}`,
        `${of("replicas[2].sseSpecification.kmsMasterKeyId")} is alias/aws/dynamodb, ` +
          "which means a key that AWS manages",
      ],
      "the switch for all of them is off, which is reported once": [
        table(false, key, key),
        `${of("sseSpecification.sseEnabled")} is off, ${ownedKey}`,
      ],
    });

    undecided({
      "the replicas come from outside the program": [
        program(type, {
          sseSpecification: { sseEnabled: true },
          replicas: from("elsewhere.replicas"),
        }),
        `${of("replicas")} is`,
      ],
    });
  });

  violates({
    "a table with a replica without a key of its own region": [
      program("aws:dynamodb/table:Table", {
        serverSideEncryption: { enabled: true, kmsKeyArn: key },
        replicas: [{ regionName: "eu-west-1", kmsKeyArn: key }, { regionName: "eu-west-2" }],
      }),
      `Table 'it': 'replicas[1].kmsKeyArn' ${managed}`,
    ],
  });

  const stream = (keyType?: string) =>
    program("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", {
      serverSideEncryption: { enabled: true, keyArn: key, ...(keyType && { keyType }) },
    });
  const keyType = "FirehoseDeliveryStream 'it': 'serverSideEncryption.keyType'";

  violates({
    "a delivery stream with a key but without a key type, which does not use the key": [
      stream(),
      `${keyType} is missing, ${ownedKey}`,
    ],
    "a delivery stream with a key and the type AWS_OWNED_CMK, which does not use the key": [
      stream("AWS_OWNED_CMK"),
      `${keyType} is not CUSTOMER_MANAGED_CMK, ${ownedKey}`,
    ],
  });

  for (const [type, property, word] of [
    ["aws:dsql/cluster:Cluster", "kmsEncryptionKey", "AWS_OWNED_KMS_KEY"],
    ["aws:qldb/ledger:Ledger", "kmsKey", "AWS_OWNED_KMS_KEY"],
    ["aws:neptunegraph/graph:Graph", "kmsKeyIdentifier", "AWS_OWNED_KEY"],
  ] as const) {
    violates({
      [`${type} asks for the key that AWS owns`]: [
        one(type, { [property]: word }),
        `${kindOf(type)} 'it': '${property}' is ${word}, ${ownedKey}`,
      ],
    });
  }

  const nativeStream = one("aws-native:kinesisfirehose:DeliveryStream", {
    deliveryStreamEncryptionConfigurationInput: { keyType: "AWS_OWNED_CMK" },
  });

  violates({
    "a delivery stream of aws-native with a key that AWS owns": [
      nativeStream,
      "DeliveryStream 'it': 'deliveryStreamEncryptionConfigurationInput.keyType' " +
        `is not CUSTOMER_MANAGED_CMK, ${ownedKey}`,
    ],
  });

  ruleSpec(rule, { configuration: { minimum: "aws-owned" } }).complies({
    "a delivery stream of aws-native with a key that AWS owns, where the minimum allows it":
      nativeStream,
  });
});
