// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

type LifecycleRule = aws.types.input.s3.BucketLifecycleConfigurationRule;

interface PrivateBucket {
  /** Customer-managed key. @default - S3's own encryption */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whether S3 derives the keys of many objects from one data key. */
  readonly bucketKeyEnabled: boolean;
  /** Text of the bucket's policy. */
  readonly policy: (bucketArn: pulumi.Output<string>) => pulumi.Output<string>;
  readonly lifecycle: pulumi.Input<LifecycleRule[]>;
  /** Whether versions can be locked. S3 fixes this when the bucket is made. @default false */
  readonly objectLockEnabled?: boolean;
  /** Existing bucket to import. @default - a bucket is made */
  readonly importBucketName?: string;
  readonly deletionProtection: boolean;
}

/** A bucket, and the resources that must exist before it is used. */
export interface MadeBucket {
  readonly bucket: aws.s3.Bucket;
  readonly policy: aws.s3.BucketPolicy;
  readonly versioning: aws.s3.BucketVersioning;
}

/** Makes a bucket without public access and ACLs, encrypted and versioned, with a policy and a lifecycle. */
export function makePrivateBucket(
  name: string,
  args: PrivateBucket,
  opts: pulumi.CustomResourceOptions,
): MadeBucket {
  const { kmsKeyArn, importBucketName, objectLockEnabled, deletionProtection } = args;
  const bucket = new aws.s3.Bucket(
    name,
    {
      ...(importBucketName && { bucket: importBucketName }),
      ...(objectLockEnabled && { objectLockEnabled }),
    },
    {
      ...opts,
      protect: deletionProtection,
      ...(importBucketName && { import: importBucketName }),
    },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    {
      bucket: bucket.id,
      rules: [
        {
          applyServerSideEncryptionByDefault: kmsKeyArn
            ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn }
            : { sseAlgorithm: "AES256" },
          bucketKeyEnabled: args.bucketKeyEnabled,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
    },
    opts,
  );
  const block = new aws.s3.BucketPublicAccessBlock(
    `${name}-public-access`,
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    opts,
  );
  new aws.s3.BucketOwnershipControls(
    `${name}-ownership`,
    { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
    opts,
  );
  const versioning = new aws.s3.BucketVersioning(
    `${name}-versioning`,
    { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
    opts,
  );
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    { bucket: bucket.id, rules: args.lifecycle },
    // The rules for old versions need versioning.
    { ...opts, dependsOn: [versioning] },
  );
  const policy = new aws.s3.BucketPolicy(
    `${name}-policy`,
    { bucket: bucket.id, policy: args.policy(bucket.arn) },
    // S3 refuses to change policy and access block at the same time.
    { ...opts, dependsOn: [block] },
  );
  return { bucket, policy, versioning };
}
