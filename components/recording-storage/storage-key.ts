// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { storageKeyPolicy } from "./documents/storage-key-policy";
import type { SettledArguments } from "./settled-arguments";

/** Makes a key for buckets; its policy comes later, because it names them. */
export function makeStorageKey(
  name: string,
  description: string,
  { deletionProtection }: SettledArguments,
  opts: pulumi.CustomResourceOptions,
): aws.kms.Key {
  return new aws.kms.Key(
    `${name}-key`,
    { description, enableKeyRotation: true, deletionWindowInDays: deletionProtection ? 30 : 7 },
    { ...opts, protect: deletionProtection },
  );
}

interface KeyUse {
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly bucketArns: readonly pulumi.Output<string>[];
  /** @default - none */
  readonly trailArn?: pulumi.Output<string>;
}

/** Lets a key be used for some buckets, and nothing else. */
export function setStorageKeyPolicy(
  name: string,
  key: aws.kms.Key,
  { region, accountId, bucketArns, trailArn }: KeyUse,
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
