// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Properties } from "../properties";
import { type Format, type Formats, joined, named } from "./format";

const noVersions = { enabled: false, mfaDelete: false };
const s3Key = { kmsMasterKeyId: "", sseAlgorithm: "AES256" };

/** S3 encrypts with its own key, and keeps no versions, until a resource of its own says otherwise. */
function bucket(readBack: Properties): Format {
  return {
    idIs: "bucket",
    outputs: ({ account, region }, id) => ({
      arn: `arn:${account.partition}:s3:::${id}`,
      bucketDomainName: `${id}.s3.${account.dnsSuffix}`,
      bucketRegion: region,
      bucketRegionalDomainName: `${id}.s3.${region}.${account.dnsSuffix}`,
      requestPayer: "BucketOwner",
      websiteDomain: "",
      websiteEndpoint: "",
      ...readBack,
    }),
  };
}

/** The settings of a bucket that are resources of their own and have an older twin, which ends in V2. */
const settingsWithTwin = [
  "AccelerateConfiguration",
  "Acl",
  "CorsConfiguration",
  "LifecycleConfiguration",
  "Logging",
  "ObjectLockConfiguration",
  "RequestPaymentConfiguration",
  "ServerSideEncryptionConfiguration",
  "Versioning",
  "WebsiteConfiguration",
];

/** All of them: each is known by its bucket. */
const bucketSettings = [
  ...settingsWithTwin.flatMap((name) => [name, `${name}V2`]),
  "Notification",
  "OwnershipControls",
  "Policy",
  "PublicAccessBlock",
  "ReplicationConfig",
];

export const storageFormats: Formats = {
  "aws:dynamodb/table:Table": named("dynamodb", "table/", (resource) => ({
    pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 0 },
    ttl: { attributeName: "", enabled: false },
    // A stream has an identity only once it is switched on.
    ...(resource.inputs.streamEnabled !== true && { streamArn: "", streamLabel: "" }),
  })),
  "aws:s3/bucket:Bucket": bucket({
    serverSideEncryptionConfiguration: {
      rule: { applyServerSideEncryptionByDefault: s3Key, bucketKeyEnabled: false },
    },
    versioning: noVersions,
  }),
  "aws:s3/bucketObject:BucketObject": { id: joined("/", "bucket", "key") },
  "aws:s3/bucketObjectv2:BucketObjectv2": { id: joined("/", "bucket", "key") },
  "aws:s3/bucketV2:BucketV2": bucket({
    serverSideEncryptionConfigurations: [
      { rules: [{ applyServerSideEncryptionByDefaults: [s3Key], bucketKeyEnabled: false }] },
    ],
    versionings: [noVersions],
  }),
  ...Object.fromEntries(
    bucketSettings.map((name) => [`aws:s3/bucket${name}:Bucket${name}`, { idIs: "bucket" }]),
  ),
};
