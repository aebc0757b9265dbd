// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";
import type { VaultArgs } from "./arguments";
import { replicationPolicy } from "./documents/replication-policy";
import { vaultPolicy } from "./documents/vault-policy";
import { folders } from "./layout";
import { lifecycleOf } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";
import { makeStorageKey, makeStorageKeyPolicy } from "./storage-key";

interface Vault {
  readonly awsRegion: string;
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly deletionProtection: boolean;
  readonly vault: VaultArgs;
  /** Bucket whose recordings are copied, and its key. */
  readonly landing: MadeBucket;
  readonly keyArn: pulumi.Output<string>;
}

/** Makes the bucket with the locked copies of recordings, its key, and the replication that fills it. */
export function makeVault(
  name: string,
  args: Vault,
  opts: pulumi.CustomResourceOptions,
): MadeBucket {
  const { landing, vault, deletionProtection } = args;
  const key = makeStorageKey(
    `${name}-vault`,
    { description: `Locked recordings of ${name}`, deletionProtection },
    opts,
  );
  const role = makeReplicationRole(name, args, opts);
  const made = makePrivateBucket(
    `${name}-vault`,
    {
      kmsKeyArn: key.arn,
      bucketKeyEnabled: true,
      objectLockEnabled: true,
      // S3 keeps a locked object until its lock ends, whatever the lifecycle says.
      lifecycle: pulumi.output(vault.retentionDays).apply(lifecycleOf),
      policy: (bucketArn) =>
        pulumi.output({ bucketArn, replicationRoleArn: role.arn }).apply(vaultPolicy),
      deletionProtection,
    },
    opts,
  );
  const keyPolicy = makeStorageKeyPolicy(
    `${name}-vault`,
    { ...args, key, bucketArns: [made.bucket.arn] },
    opts,
  );
  const lock = new aws.s3.BucketObjectLockConfiguration(
    `${name}-vault-lock`,
    {
      bucket: made.bucket.id,
      rule: { defaultRetention: { mode: vault.mode, days: vault.retentionDays } },
    },
    { ...opts, dependsOn: [made.versioning] },
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-replication`,
    {
      role: role.id,
      policy: pulumi
        .output({
          awsRegion: args.region,
          bucketArn: landing.bucket.arn,
          keyArn: args.keyArn,
          vaultArn: made.bucket.arn,
          vaultKeyArn: key.arn,
        })
        .apply(replicationPolicy),
    },
    opts,
  );
  makeReplication(
    name,
    { from: landing.bucket, to: made.bucket, keyArn: key.arn, role },
    // The lock must exist before the first copy arrives.
    { ...opts, dependsOn: [landing.versioning, lock, permissions, keyPolicy] },
  );
  return made;
}

function makeReplicationRole(
  name: string,
  { awsRegion, accountId, landing }: Vault,
  opts: pulumi.CustomResourceOptions,
): aws.iam.Role {
  const service = awsRegionFacts(awsRegion).servicePrincipal("s3");
  return new aws.iam.Role(
    `${name}-replication`,
    {
      description: `Copies the recordings of ${name} to their vault`,
      assumeRolePolicy: pulumi.all([accountId, landing.bucket.arn]).apply(([account, bucket]) =>
        serviceTrust(service, {
          StringEquals: { "aws:SourceAccount": [account] },
          ArnEquals: { "aws:SourceArn": [bucket] },
        }),
      ),
    },
    opts,
  );
}

interface Replication {
  readonly from: aws.s3.Bucket;
  readonly to: aws.s3.Bucket;
  /** Key of the copies. */
  readonly keyArn: pulumi.Output<string>;
  readonly role: aws.iam.Role;
}

/** Copies recordings, but no class files and no deletions. */
function makeReplication(
  name: string,
  { from, to, keyArn, role }: Replication,
  opts: pulumi.CustomResourceOptions,
): void {
  new aws.s3.BucketReplicationConfig(
    `${name}-replication`,
    {
      bucket: from.id,
      role: role.arn,
      rules: [
        {
          id: "vault",
          status: "Enabled",
          priority: 0,
          filter: { prefix: `${folders.recordings}/` },
          deleteMarkerReplication: { status: "Disabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: to.arn,
            encryptionConfiguration: { replicaKmsKeyId: keyArn },
          },
        },
      ],
    },
    opts,
  );
}
