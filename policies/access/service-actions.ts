// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which actions exist on which resources, for questions that need it: an action and a resource that never
 * meet make false alarms. Source: Service Authorization Reference, with which a test compares it.
 */

import type { ActionsOnResources } from "./question";

/** Resources of one type: the service's name, and its actions on them. */
const ACTIONS = {
  bucket: {
    service: "s3",
    names: `
      AllowVendedLogDeliveryForResource CreateBucket CreateBucketMetadataTableConfiguration
      DeleteBucket DeleteBucketMetadataTableConfiguration DeleteBucketPolicy
      DeleteBucketWebsite GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac
      GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging
      GetBucketMetadataTableConfiguration GetBucketNotification
      GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy
      GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment
      GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration
      GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration
      GetMetricsConfiguration GetReplicationConfiguration ListBucket
      ListBucketMultipartUploads ListBucketVersions ListTagsForResource PauseReplication
      PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl
      PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration
      PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
      PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite
      PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration
      PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration
      TagResource UntagResource UpdateBucketMetadataAnnotationTableConfiguration
      UpdateBucketMetadataInventoryTableConfiguration
      UpdateBucketMetadataJournalTableConfiguration
`,
  },
  object: {
    service: "s3",
    names: `
      AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectAnnotation
      DeleteObjectTagging DeleteObjectVersion DeleteObjectVersionAnnotation
      DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAnnotation
      GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging
      GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation
      GetObjectVersionAnnotationForReplication GetObjectVersionAttributes
      GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent
      InitiateReplication ListMultipartUploadParts ListObjectAnnotations
      ListObjectVersionAnnotations ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl
      PutObjectAnnotation PutObjectLegalHold PutObjectRetention PutObjectTagging
      PutObjectVersionAcl PutObjectVersionAnnotation PutObjectVersionTagging ReplicateDelete
      ReplicateObject ReplicateObjectAnnotation ReplicateTags RestoreObject
      UpdateObjectEncryption
`,
  },
  secret: {
    service: "secretsmanager",
    names: `
      CancelRotateSecret CreateSecret DeleteResourcePolicy DeleteSecret DescribeSecret
      GetResourcePolicy GetSecretValue ListSecretVersionIds PutResourcePolicy PutSecretValue
      RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret
      StopReplicationToReplica TagResource UntagResource UpdateSecret UpdateSecretVersionStage
      ValidateResourcePolicy
`,
  },
  key: {
    service: "kms",
    names: `
      CancelKeyDeletion CreateAlias CreateGrant Decrypt DeleteAlias DeleteImportedKeyMaterial
      DeriveSharedSecret DescribeKey DisableKey DisableKeyRotation EnableKey EnableKeyRotation
      Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext
      GenerateDataKeyWithoutPlaintext GenerateMac GetKeyLastUsage GetKeyPolicy
      GetKeyRotationStatus GetParametersForImport GetPublicKey ImportKeyMaterial ListGrants
      ListKeyPolicies ListKeyRotations ListResourceTags PutKeyPolicy ReEncryptFrom ReEncryptTo
      ReplicateKey RetireGrant RevokeGrant RotateKeyOnDemand ScheduleKeyDeletion Sign
      SynchronizeMultiRegionKey TagResource UntagResource UpdateAlias UpdateKeyDescription
      UpdatePrimaryRegion Verify VerifyMac
`,
  },
  queue: {
    service: "sqs",
    names: `
      AddPermission CancelMessageMoveTask ChangeMessageVisibility CreateQueue DeleteMessage
      DeleteQueue GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues
      ListMessageMoveTasks ListQueueTags PurgeQueue ReceiveMessage RemovePermission
      SendMessage SetQueueAttributes StartMessageMoveTask TagQueue UntagQueue
`,
  },
  topic: {
    service: "sns",
    names: `
      AddPermission ConfirmSubscription CreateTopic DeleteTopic GetDataProtectionPolicy
      GetSubscriptionAttributes GetTopicAttributes ListSubscriptionsByTopic
      ListTagsForResource Publish PutDataProtectionPolicy RemovePermission
      SetSubscriptionAttributes SetTopicAttributes Subscribe TagResource Unsubscribe
      UntagResource
`,
  },
} as const;

export type ResourceType = keyof typeof ACTIONS;

/** The names of all actions on resources of a type. */
export function actionsOn(type: ResourceType): string[] {
  const { service, names } = ACTIONS[type];
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `${service}:${name}`);
}

/** Everything that can be done to a bucket and to what is in it. */
export function onBucket(arn: string): ActionsOnResources[] {
  return [
    { actions: actionsOn("bucket"), resources: [arn] },
    { actions: actionsOn("object"), resources: [`${arn}/*`] },
  ];
}

/** Calls of an API; what else there is, is for caches and WebSockets. */
export function callsOf(apiArn: string): ActionsOnResources[] {
  return [{ actions: ["execute-api:Invoke"], resources: [`${apiArn}/*`] }];
}

/** Everything that can be done to a resource that has no parts of its own. */
export function on(type: Exclude<ResourceType, "bucket" | "object">, arn: string) {
  return [{ actions: actionsOn(type), resources: [arn] }] satisfies ActionsOnResources[];
}
