// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which properties of which resources carry a policy document in IAM's language, and of which kind.
 * Documents in other languages (lifecycle, redrive, data protection, Cedar …) are not among them; a
 * test compares the list with the properties of the installed provider.
 */

import type { Step } from "../resources/reading";

/**
 * What a document is attached to decides how it reads: a key's policy says `Resource: *` and means the
 * key, a trust policy has no resource, an endpoint's only narrows what others allow.
 */
export type PolicyKind = "identity" | "trust" | "resource" | "key" | "endpoint";

export interface Carried {
  readonly path: readonly Step[];
  readonly kind: PolicyKind;
  /** Where the property holds a statement instead of a whole document. */
  readonly isStatement?: true;
}

const at = (kind: PolicyKind, ...path: Step[]): Carried => ({ kind, path });

/** Types whose document is in one property. */
function each(kind: PolicyKind, property: string, types: string): [string, Carried[]][] {
  return types
    .trim()
    .split(/\s+/)
    .map((type) => [type, [at(kind, property)]]);
}

const identities = [
  ...each(
    "identity",
    "policy",
    `
    aws:iam/policy:Policy
    aws:iam/rolePolicy:RolePolicy
    aws:iam/userPolicy:UserPolicy
    aws:iam/groupPolicy:GroupPolicy
    aws:eks/podIdentityAssociation:PodIdentityAssociation
    aws:iot/policy:Policy
    aws:transfer/user:User
    aws:transfer/access:Access
    `,
  ),
  ...each("identity", "sessionPolicy", "aws:rolesanywhere/profile:Profile"),
  ...each(
    "identity",
    "inlinePolicy",
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy aws-native:sso:PermissionSet",
  ),
  ...each(
    "identity",
    "policyDocument",
    `
    aws-native:iam:ManagedPolicy
    aws-native:iam:RolePolicy
    aws-native:iam:UserPolicy
    aws-native:iam:GroupPolicy
    aws-native:iot:Policy
    `,
  ),
];

const resources = [
  ...each(
    "resource",
    "policy",
    `
    aws:acmpca/policy:Policy
    aws:apigateway/restApi:RestApi
    aws:apigateway/restApiPolicy:RestApiPolicy
    aws:apigateway/domainName:DomainName
    aws:backup/vaultPolicy:VaultPolicy
    aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy
    aws:cloudwatch/eventBusPolicy:EventBusPolicy
    aws:codebuild/resourcePolicy:ResourcePolicy
    aws:dsql/clusterPolicy:ClusterPolicy
    aws:dynamodb/resourcePolicy:ResourcePolicy
    aws:ecr/repositoryPolicy:RepositoryPolicy
    aws:ecr/registryPolicy:RegistryPolicy
    aws:ecrpublic/repositoryPolicy:RepositoryPolicy
    aws:efs/fileSystemPolicy:FileSystemPolicy
    aws:glacier/vaultLock:VaultLock
    aws:glue/resourcePolicy:ResourcePolicy
    aws:kinesis/resourcePolicy:ResourcePolicy
    aws:lambda/resourcePolicy:ResourcePolicy
    aws:mediastore/containerPolicy:ContainerPolicy
    aws:msk/clusterPolicy:ClusterPolicy
    aws:networkfirewall/resourcePolicy:ResourcePolicy
    aws:oam/sinkPolicy:SinkPolicy
    aws:opensearchingest/resourcePolicy:ResourcePolicy
    aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy
    aws:redshift/resourcePolicy:ResourcePolicy
    aws:redshiftserverless/resourcePolicy:ResourcePolicy
    aws:s3/bucket:Bucket
    aws:s3/bucketV2:BucketV2
    aws:s3/bucketPolicy:BucketPolicy
    aws:s3/accessPoint:AccessPoint
    aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy
    aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy
    aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy
    aws:s3control/bucketPolicy:BucketPolicy
    aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy
    aws:s3control/accessPointPolicy:AccessPointPolicy
    aws:schemas/registryPolicy:RegistryPolicy
    aws:secretsmanager/secret:Secret
    aws:secretsmanager/secretPolicy:SecretPolicy
    aws:ses/identityPolicy:IdentityPolicy
    aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy
    aws:sns/topic:Topic
    aws:sns/topicPolicy:TopicPolicy
    aws:sqs/queue:Queue
    aws:sqs/queuePolicy:QueuePolicy
    aws:vpclattice/authPolicy:AuthPolicy
    aws:vpclattice/resourcePolicy:ResourcePolicy
    aws-native:apigateway:RestApi
    aws-native:apigateway:DomainNameV2
    aws-native:s3:AccessPoint
    aws-native:s3:MultiRegionAccessPointPolicy
    aws-native:s3outposts:AccessPoint
    aws-native:s3vectors:VectorBucketPolicy
    aws-native:vpclattice:AuthPolicy
    aws-native:vpclattice:ResourcePolicy
    `,
  ),
  ...each(
    "resource",
    "policyDocument",
    `
    aws:amp/resourcePolicy:ResourcePolicy
    aws:cloudwatch/logResourcePolicy:LogResourcePolicy
    aws:codeartifact/domainPermissions:DomainPermissions
    aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy
    aws:xray/resourcePolicy:ResourcePolicy
    aws-native:logs:ResourcePolicy
    aws-native:s3:BucketPolicy
    aws-native:s3express:BucketPolicy
    aws-native:s3objectlambda:AccessPointPolicy
    aws-native:s3outposts:BucketPolicy
    aws-native:sns:TopicPolicy
    aws-native:sns:TopicInlinePolicy
    aws-native:sqs:QueueInlinePolicy
    aws-native:xray:ResourcePolicy
    `,
  ),
  ...each(
    "resource",
    "accessPolicy",
    `
    aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy
    aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy
    aws:glacier/vault:Vault
    aws-native:backup:BackupVault
    `,
  ),
  ...each(
    "resource",
    "accessPolicies",
    `
    aws:elasticsearch/domain:Domain
    aws:elasticsearch/domainPolicy:DomainPolicy
    aws:opensearch/domain:Domain
    aws:opensearch/domainPolicy:DomainPolicy
    aws-native:opensearchservice:Domain
    `,
  ),
  ...each(
    "resource",
    "resourcePolicy",
    `
    aws:s3tables/tableBucketPolicy:TableBucketPolicy
    aws:s3tables/tablePolicy:TablePolicy
    aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy
    aws-native:kinesis:ResourcePolicy
    aws-native:secretsmanager:ResourcePolicy
    aws-native:s3tables:TableBucketPolicy
    aws-native:s3tables:TablePolicy
    `,
  ),
  ...each(
    "resource",
    "deliveryDestinationPolicy",
    "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy",
  ),
  ...each("resource", "repositoryPolicyText", "aws-native:ecr:Repository"),
  ...each(
    "resource",
    "repositoryPolicy",
    "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
  ),
  ...each("resource", "policyText", "aws-native:ecr:RegistryPolicy"),
  ...each("resource", "namespaceResourcePolicy", "aws-native:redshift:Cluster"),
  ...each("resource", "fileSystemPolicy", "aws-native:efs:FileSystem"),
];

const endpoints = [
  ...each(
    "endpoint",
    "policy",
    "aws:ec2/vpcEndpoint:VpcEndpoint aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
  ),
  ...each("endpoint", "policyDocument", "aws-native:ec2:VpcEndpoint"),
];

const keys = [
  ...each(
    "key",
    "policy",
    `
    aws:kms/key:Key
    aws:kms/keyPolicy:KeyPolicy
    aws:kms/externalKey:ExternalKey
    aws:kms/replicaKey:ReplicaKey
    aws:kms/replicaExternalKey:ReplicaExternalKey
    `,
  ),
  ...each("key", "keyPolicy", "aws-native:kms:Key aws-native:kms:ReplicaKey"),
];

export const carriers: Readonly<Record<string, readonly Carried[]>> = {
  ...Object.fromEntries([...identities, ...resources, ...endpoints, ...keys]),
  "aws:iam/role:Role": [
    at("trust", "assumeRolePolicy"),
    at("identity", "inlinePolicies", "policy"),
  ],
  "aws-native:iam:Role": [
    at("trust", "assumeRolePolicyDocument"),
    at("identity", "policies", "policyDocument"),
  ],
  "aws-native:iam:User": [at("identity", "policies", "policyDocument")],
  "aws-native:iam:Group": [at("identity", "policies", "policyDocument")],
  "aws-native:dynamodb:GlobalTable": [
    at("resource", "replicas", "resourcePolicy", "policyDocument"),
    at("resource", "replicas", "replicaStreamSpecification", "resourcePolicy", "policyDocument"),
  ],
  "aws-native:dynamodb:Table": [
    at("resource", "resourcePolicy", "policyDocument"),
    at("resource", "streamSpecification", "resourcePolicy", "policyDocument"),
  ],
  "aws-native:events:EventBusPolicy": [
    { kind: "resource", path: ["statement"], isStatement: true },
  ],
  "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy": [
    at("resource", "details", "policy"),
  ],
  "aws:odb/network:Network": [
    at("endpoint", "kmsPolicyDocument"),
    at("endpoint", "s3PolicyDocument"),
    at("endpoint", "stsPolicyDocument"),
  ],
};
