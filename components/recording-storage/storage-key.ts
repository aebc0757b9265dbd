// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { recoveryDays } from "../operations/deletion-protection";
import { storageKeyPolicy } from "./documents/storage-key-policy";

interface StorageKey {
  readonly description: string;
  readonly deletionProtection: boolean;
}

/** Makes the KMS key of some buckets, without the policy, which `makeStorageKeyPolicy` makes after the buckets. */
export function makeStorageKey(
  name: string,
  { description, deletionProtection }: StorageKey,
  opts: pulumi.CustomResourceOptions,
): aws.kms.Key {
  return new aws.kms.Key(
    `${name}-key`,
    {
      description,
      enableKeyRotation: true,
      deletionWindowInDays: recoveryDays(deletionProtection),
    },
    { ...opts, protect: deletionProtection },
  );
}

interface StorageKeyPolicy {
  readonly key: aws.kms.Key;
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly bucketArns: readonly pulumi.Output<string>[];
  /** @default - none */
  readonly trailArn?: pulumi.Output<string>;
}

/** Makes the policy of a key: it may be used for some buckets only. */
export function makeStorageKeyPolicy(
  name: string,
  { key, region, accountId, bucketArns, trailArn }: StorageKeyPolicy,
  opts: pulumi.CustomResourceOptions,
): aws.kms.KeyPolicy {
  return new aws.kms.KeyPolicy(
    `${name}-key-policy`,
    {
      keyId: key.id,
      policy: pulumi
        .output({ awsRegion: region, accountId, bucketArns, trailArn })
        .apply(storageKeyPolicy),
    },
    opts,
  );
}
