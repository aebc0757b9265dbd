// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Where programs say what about a bucket: the types and properties of every setting that rules judge.
 * Directory buckets are left out of the settings that AWS does not have for them.
 */

import { BucketSettings } from "./bucket-settings";

/** Where a program says how a bucket encrypts what nobody says otherwise of. */
export const bucketEncryptions = new BucketSettings({
  named: "serverSideEncryptionConfiguration",
  inline: {
    "aws:s3/bucket:Bucket": [
      "serverSideEncryptionConfiguration",
      "rule",
      "applyServerSideEncryptionByDefault",
    ],
    "aws:s3/bucketV2:BucketV2": [
      "serverSideEncryptionConfigurations",
      "rules",
      "applyServerSideEncryptionByDefaults",
    ],
    "aws:s3/directoryBucket:DirectoryBucket": undefined,
    "aws-native:s3:Bucket": [
      "bucketEncryption",
      "serverSideEncryptionConfiguration",
      "serverSideEncryptionByDefault",
    ],
    "aws-native:s3express:DirectoryBucket": [
      "bucketEncryption",
      "serverSideEncryptionConfiguration",
      "serverSideEncryptionByDefault",
    ],
  },
  split: {
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": [
      "rules",
      "applyServerSideEncryptionByDefault",
    ],
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2": [
      "rules",
      "applyServerSideEncryptionByDefault",
    ],
  },
});

/** A directory bucket is never public and takes no switches. */
export const accessBlocks = new BucketSettings({
  named: "publicAccessBlock",
  inline: {
    "aws:s3/bucket:Bucket": undefined,
    "aws:s3/bucketV2:BucketV2": undefined,
    "aws-native:s3:Bucket": ["publicAccessBlockConfiguration"],
  },
  split: { "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": [] },
});

/** Lists that AWS has a name for. */
export const cannedAcls = new BucketSettings({
  named: "acl",
  inline: {
    "aws:s3/bucket:Bucket": ["acl"],
    "aws:s3/bucketV2:BucketV2": ["acl"],
    "aws-native:s3:Bucket": ["accessControl"],
  },
  split: {
    "aws:s3/bucketAcl:BucketAcl": ["acl"],
    "aws:s3/bucketAclV2:BucketAclV2": ["acl"],
  },
});

/** The groups that are granted something. */
export const grantedGroups = new BucketSettings({
  named: "grants",
  inline: {
    "aws:s3/bucket:Bucket": ["grants", "uri"],
    "aws:s3/bucketV2:BucketV2": ["grants", "uri"],
  },
  split: {
    "aws:s3/bucketAcl:BucketAcl": ["accessControlPolicy", "grants", "grantee", "uri"],
    "aws:s3/bucketAclV2:BucketAclV2": ["accessControlPolicy", "grants", "grantee", "uri"],
  },
});

/** The groups that are granted the logs which a bucket sends elsewhere: no word about its own objects. */
export const logGroups = new BucketSettings({
  named: "targetGrants",
  inline: {
    "aws:s3/bucket:Bucket": undefined,
    "aws:s3/bucketV2:BucketV2": undefined,
    "aws-native:s3:Bucket": undefined,
  },
  split: {
    "aws:s3/bucketLogging:BucketLogging": ["targetGrants", "grantee", "uri"],
    "aws:s3/bucketLoggingV2:BucketLoggingV2": ["targetGrants", "grantee", "uri"],
  },
});

/** Where a program writes the policy of a bucket. */
export const bucketPolicies = new BucketSettings({
  named: "policy",
  inline: {
    "aws:s3/bucket:Bucket": ["policy"],
    "aws:s3/bucketV2:BucketV2": ["policy"],
    "aws:s3/directoryBucket:DirectoryBucket": undefined,
    "aws-native:s3:Bucket": undefined,
    "aws-native:s3express:DirectoryBucket": undefined,
  },
  split: {
    "aws:s3/bucketPolicy:BucketPolicy": ["policy"],
    "aws-native:s3:BucketPolicy": ["policyDocument"],
    "aws-native:s3express:BucketPolicy": ["policyDocument"],
  },
});

/** Where a program makes a bucket a website. */
export const websites = new BucketSettings({
  named: "website",
  inline: {
    "aws:s3/bucket:Bucket": ["website"],
    "aws:s3/bucketV2:BucketV2": ["websites"],
    "aws-native:s3:Bucket": ["websiteConfiguration"],
  },
  split: {
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": [],
    "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2": [],
  },
});

/** Where a program asks a bucket to keep what is overwritten and deleted. */
export const versionings = new BucketSettings({
  named: "versioning",
  inline: {
    "aws:s3/bucket:Bucket": ["versioning", "enabled"],
    "aws:s3/bucketV2:BucketV2": ["versionings", "enabled"],
    "aws-native:s3:Bucket": ["versioningConfiguration", "status"],
  },
  split: {
    "aws:s3/bucketVersioning:BucketVersioning": ["versioningConfiguration", "status"],
    "aws:s3/bucketVersioningV2:BucketVersioningV2": ["versioningConfiguration", "status"],
  },
});

/** Where a program says whose the objects of a bucket are. */
export const ownerships = new BucketSettings({
  named: "ownershipControls",
  inline: {
    "aws:s3/bucket:Bucket": undefined,
    "aws:s3/bucketV2:BucketV2": undefined,
    "aws-native:s3:Bucket": ["ownershipControls", "rules", "objectOwnership"],
  },
  split: { "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ["rule", "objectOwnership"] },
});

/** Where a program says when objects of a bucket are deleted: its rules, one by one. */
export const lifecycles = new BucketSettings({
  named: "lifecycleRules",
  inline: {
    "aws:s3/bucket:Bucket": ["lifecycleRules"],
    "aws:s3/bucketV2:BucketV2": ["lifecycleRules"],
    "aws-native:s3:Bucket": ["lifecycleConfiguration", "rules"],
  },
  split: {
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ["rules"],
    "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2": ["rules"],
  },
});

/** Where a program asks for a record of the requests to a bucket; version 6 of the provider has a list. */
export const loggings = new BucketSettings({
  named: "logging",
  inline: {
    "aws:s3/bucket:Bucket": [["loggings", "logging"], "targetBucket"],
    "aws:s3/bucketV2:BucketV2": ["loggings", "targetBucket"],
    "aws-native:s3:Bucket": ["loggingConfiguration"],
  },
  split: {
    "aws:s3/bucketLogging:BucketLogging": ["targetBucket"],
    "aws:s3/bucketLoggingV2:BucketLoggingV2": ["targetBucket"],
  },
});

/** Where a program says which web sites may read a bucket in their visitors' browsers. */
export const corsOrigins = new BucketSettings({
  named: "corsRules",
  inline: {
    "aws:s3/bucket:Bucket": ["corsRules", "allowedOrigins"],
    "aws:s3/bucketV2:BucketV2": ["corsRules", "allowedOrigins"],
    "aws-native:s3:Bucket": ["corsConfiguration", "corsRules", "allowedOrigins"],
  },
  split: {
    "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": ["corsRules", "allowedOrigins"],
    "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2": ["corsRules", "allowedOrigins"],
  },
});
