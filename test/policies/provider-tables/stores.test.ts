// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../policies/framework/rule";
import { stores } from "../../../policies/provider-tables/stores";
import { requireStoreEncryption as rule } from "../../../policies/rules/stores/require-store-encryption";
import { keyOfSibling as key, managed } from "../../support/pack/keyed-stores";
import type { Program } from "../../support/pack/program";
import { providerTypes } from "../../support/pack/provider";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

const must = "data must be encrypted at rest with a customer-managed key";
const violated = (what: string) => violationOf(rule, `${what}; ${must}`);
const program = (type: string, properties: object): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties: { ...properties } },
});

/**
 * Types that take a key and are not judged: other rules ask for it (buckets, logs, secrets, trails), they
 * belong to services that no platform of a classroom is made of, or they copy and pass on what another
 * store has encrypted.
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

describe("stores", () => {
  it("are all that the installed provider has, but for what is said to be none", () => {
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

    it("violation: one of its replicas has no key, or one that AWS manages", () =>
      assertAlwaysSays(rule, table(true, key, "", "alias/aws/dynamodb"), [
        violated(`${of("replicas[1].sseSpecification.kmsMasterKeyId")} ${managed}`),
        violated(
          `${of("replicas[2].sseSpecification.kmsMasterKeyId")} is alias/aws/dynamodb, ` +
            "which means a key that AWS manages",
        ),
      ]));

    it("violation: the switch for all of them is off, which is said once", () =>
      assertAlwaysSays(rule, table(false, key, key), [
        violated(
          `${of("sseSpecification.sseEnabled")} is off, which leaves the data to a key that AWS owns`,
        ),
      ]));

    it("undecidable: the replicas come from outside the program", () => {
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      const properties = {
        sseSpecification: { sseEnabled: true },
        replicas: from("elsewhere.replicas"),
      };
      return assertSays(rule, { elsewhere, ...program(type, properties) }, [
        undecidedOf(`${of("replicas")} is`, must),
      ]);
    });
  });

  it("violation: a table's replica has no key of its own region", () => {
    const serverSideEncryption = { enabled: true, kmsKeyArn: key };
    const replicas = [{ regionName: "eu-west-1", kmsKeyArn: key }, { regionName: "eu-west-2" }];
    return assertAlwaysSays(
      rule,
      program("aws:dynamodb/table:Table", { serverSideEncryption, replicas }),
      [violated(`Table 'it': 'replicas[1].kmsKeyArn' ${managed}`)],
    );
  });

  for (const keyType of [undefined, "AWS_OWNED_CMK"]) {
    it(`violation: a delivery stream names a key, and with ${keyType} for its type does not use it`, () => {
      const serverSideEncryption = { enabled: true, keyArn: key, ...(keyType && { keyType }) };
      const type = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
      const word = keyType === undefined ? "is missing" : "is not CUSTOMER_MANAGED_CMK";
      return assertAlwaysSays(rule, program(type, { serverSideEncryption }), [
        violated(
          `FirehoseDeliveryStream 'it': 'serverSideEncryption.keyType' ${word}, ` +
            "which leaves the data to a key that AWS owns",
        ),
      ]);
    });
  }

  for (const [type, property, word] of [
    ["aws:dsql/cluster:Cluster", "kmsEncryptionKey", "AWS_OWNED_KMS_KEY"],
    ["aws:qldb/ledger:Ledger", "kmsKey", "AWS_OWNED_KMS_KEY"],
    ["aws:neptunegraph/graph:Graph", "kmsKeyIdentifier", "AWS_OWNED_KEY"],
  ] as const) {
    it(`violation: ${type} asks for the key that AWS owns`, () =>
      assertAlwaysSays(rule, { it: { type, properties: { [property]: word } } }, [
        violated(
          `${type.split(":").at(-1)} 'it': '${property}' is ${word}, which leaves the data to a key that AWS owns`,
        ),
      ]));
  }

  it("violation: a delivery stream with a key that AWS owns, unless that is enough", async () => {
    const type = "aws-native:kinesisfirehose:DeliveryStream";
    const properties = { deliveryStreamEncryptionConfigurationInput: { keyType: "AWS_OWNED_CMK" } };
    await assertAlwaysSays(rule, { it: { type, properties } }, [
      violated(
        "DeliveryStream 'it': 'deliveryStreamEncryptionConfigurationInput.keyType' " +
          "is not CUSTOMER_MANAGED_CMK, which leaves the data to a key that AWS owns",
      ),
    ]);
    const configuration = { minimum: "aws-owned" };
    await assertCompliant(rule, { it: { type, properties } }, { configuration });
  });
});
