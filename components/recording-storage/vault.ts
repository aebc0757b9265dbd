// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";
import { replicationPolicy } from "./documents/replication-policy";
import { vaultPolicy } from "./documents/vault-policy";
import { folders } from "./layout";
import { lifecycleOf } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";
import type { VaultArgs } from "./recording-storage";
import type { SettledArguments } from "./settled-arguments";
import { makeStorageKey, setStorageKeyPolicy } from "./storage-key";

interface Original {
  readonly made: MadeBucket;
  readonly keyArn: pulumi.Output<string>;
}

/** Makes the copy of recordings that nobody can delete before its time, and the replication that fills it. */
export function makeVault(
  name: string,
  args: SettledArguments & { readonly vault: VaultArgs },
  original: Original,
  opts: pulumi.CustomResourceOptions,
): MadeBucket {
  const { vault, deletionProtection } = args;
  const key = makeStorageKey(`${name}-vault`, `Locked recordings of ${name}`, args, opts);
  const role = makeReplicationRole(name, args, original.made.bucket.arn, opts);
  const made = makePrivateBucket(
    `${name}-vault`,
    {
      kmsKeyArn: key.arn,
      bucketKeyEnabled: true,
      objectLockEnabled: true,
      // What is locked S3 keeps until the lock is over, whatever the lifecycle says.
      lifecycle: pulumi.output(vault.retentionDays).apply(lifecycleOf),
      policy: (bucketArn) =>
        pulumi.output({ bucketArn, replicationRoleArn: role.arn }).apply(vaultPolicy),
      deletionProtection,
    },
    opts,
  );
  const keyPolicy = setStorageKeyPolicy(
    `${name}-vault`,
    key,
    { ...args, bucketArns: [made.bucket.arn] },
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
          bucketArn: original.made.bucket.arn,
          keyArn: original.keyArn,
          vaultArn: made.bucket.arn,
          vaultKeyArn: key.arn,
        })
        .apply(replicationPolicy),
    },
    opts,
  );
  replicate(
    name,
    { from: original.made.bucket, to: made.bucket, keyArn: key.arn, role },
    // Nothing may arrive before it would be locked.
    { ...opts, dependsOn: [original.made.versioning, lock, permissions, keyPolicy] },
  );
  return made;
}

function makeReplicationRole(
  name: string,
  { awsRegion, accountId }: SettledArguments,
  bucketArn: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): aws.iam.Role {
  const service = awsRegionFacts(awsRegion).servicePrincipal("s3");
  return new aws.iam.Role(
    `${name}-replication`,
    {
      description: `Copies the recordings of ${name} to their vault`,
      assumeRolePolicy: pulumi.all([accountId, bucketArn]).apply(([account, bucket]) =>
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

/** Class files are no records, so they stay out of the vault, and so do deletions. */
function replicate(
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
