// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type Format, type Formats, joined, named } from "./format";

/** S3 encrypts with its own key, and keeps no versions, until a resource of its own says otherwise. */
const bucket: Format = {
  idIs: "bucket",
  outputs: ({ account, region }, id) => ({
    arn: `arn:${account.partition}:s3:::${id}`,
    bucketDomainName: `${id}.s3.${account.dnsSuffix}`,
    bucketRegionalDomainName: `${id}.s3.${region}.${account.dnsSuffix}`,
    bucketRegion: region,
    requestPayer: "BucketOwner",
    websiteDomain: "",
    websiteEndpoint: "",
    versioning: { enabled: false, mfaDelete: false },
    versionings: [{ enabled: false, mfaDelete: false }],
    serverSideEncryptionConfiguration: {
      rule: {
        applyServerSideEncryptionByDefault: { kmsMasterKeyId: "", sseAlgorithm: "AES256" },
        bucketKeyEnabled: false,
      },
    },
    serverSideEncryptionConfigurations: [
      {
        rules: [
          {
            applyServerSideEncryptionByDefaults: [{ kmsMasterKeyId: "", sseAlgorithm: "AES256" }],
            bucketKeyEnabled: false,
          },
        ],
      },
    ],
  }),
};

/** The settings of a bucket that are resources of their own: each is known by its bucket. */
const SETTINGS = [
  "AccelerateConfiguration",
  "Acl",
  "CorsConfiguration",
  "LifecycleConfiguration",
  "Logging",
  "Notification",
  "ObjectLockConfiguration",
  "OwnershipControls",
  "Policy",
  "PublicAccessBlock",
  "ReplicationConfig",
  "RequestPaymentConfiguration",
  "ServerSideEncryptionConfiguration",
  "Versioning",
  "WebsiteConfiguration",
];

export const STORAGE: Formats = {
  "aws:dynamodb/table:Table": named("dynamodb", "table/", (resource) => ({
    pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 0 },
    ttl: { attributeName: "", enabled: false },
    // A stream has an identity only once it is switched on.
    ...(resource.inputs.streamEnabled !== true && { streamArn: "", streamLabel: "" }),
  })),
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketObject:BucketObject": { id: joined("/", "bucket", "key") },
  "aws:s3/bucketObjectv2:BucketObjectv2": { id: joined("/", "bucket", "key") },
  "aws:s3/bucketV2:BucketV2": bucket,
  ...Object.fromEntries(
    SETTINGS.flatMap((name) => [`Bucket${name}`, `Bucket${name}V2`]).map((name) => [
      `aws:s3/b${name.slice(1)}:${name}`,
      { idIs: "bucket" },
    ]),
  ),
};
