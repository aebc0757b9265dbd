// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { recoveryDays } from "../operations/deletion-protection";
import { secretKeyPolicy } from "./documents/secret-key-policy";
import { secretPolicy } from "./documents/secret-policy";

interface CertificateSecret {
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly functionRoleArn: pulumi.Output<string>;
  readonly administratorRoleArns: pulumi.Output<string[]>;
  readonly certificate: pulumi.Output<string> | undefined;
  readonly deletionProtection: boolean;
}

/** Makes the secret for the App Certificate, and its own KMS key. */
export function makeCertificateSecret(
  name: string,
  args: CertificateSecret,
  opts: pulumi.CustomResourceOptions,
): { readonly secret: aws.secretsmanager.Secret; readonly key: aws.kms.Key } {
  const { region, accountId, functionRoleArn, administratorRoleArns, deletionProtection } = args;
  const protectedOpts = { ...opts, protect: deletionProtection };
  const key = new aws.kms.Key(
    `${name}-secret-key`,
    {
      description: `Agora App Certificate of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: recoveryDays(deletionProtection),
    },
    protectedOpts,
  );
  const secret = new aws.secretsmanager.Secret(
    `${name}-certificate`,
    {
      description: `Agora App Certificate of ${name}`,
      kmsKeyId: key.arn,
      recoveryWindowInDays: recoveryDays(deletionProtection),
    },
    protectedOpts,
  );
  // The secret refers to its key, and the key's policy to the secret, so the policy is a resource of its own.
  const keyPolicy = new aws.kms.KeyPolicy(
    `${name}-secret-key-policy`,
    {
      keyId: key.id,
      policy: pulumi
        .output({ awsRegion: region, accountId, secretArn: secret.arn })
        .apply(secretKeyPolicy),
    },
    opts,
  );
  const policy = new aws.secretsmanager.SecretPolicy(
    `${name}-certificate-policy`,
    {
      secretArn: secret.arn,
      blockPublicPolicy: true,
      policy: pulumi
        .output({ secretArn: secret.arn, functionRoleArn, administratorRoleArns })
        .apply(secretPolicy),
    },
    opts,
  );
  if (args.certificate !== undefined) {
    makeValue(name, secret, args.certificate, { ...opts, dependsOn: [keyPolicy, policy] });
  }
  return { secret, key };
}

/** AWS never returns a write-only value. Pulumi keeps an encrypted copy of what it was given. */
function makeValue(
  name: string,
  secret: aws.secretsmanager.Secret,
  certificate: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  const value = pulumi.secret(certificate).apply((primary) => JSON.stringify({ primary }));
  new aws.secretsmanager.SecretVersion(
    `${name}-certificate-value`,
    {
      secretId: secret.id,
      secretStringWo: value,
      secretStringWoVersion: value.apply(versionOf),
    },
    opts,
  );
}

/**
 * Pulumi compares the version of a write-only value, not the value, so the version is a digest of the
 * value. 31 bits fit a signed integer.
 */
function versionOf(value: string): number {
  return createHash("sha256").update(value).digest().readUInt32BE(0) >>> 1;
}
