// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
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

/** Makes the secret that holds the App Certificate, under a key of its own. */
export function makeCertificateSecret(
  name: string,
  args: CertificateSecret,
  opts: pulumi.CustomResourceOptions,
): { readonly secret: aws.secretsmanager.Secret; readonly key: aws.kms.Key } {
  const { region, accountId, functionRoleArn, administratorRoleArns, deletionProtection } = args;
  const kept = { ...opts, protect: deletionProtection };
  const key = new aws.kms.Key(
    `${name}-secret-key`,
    {
      description: `Agora App Certificate of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: deletionProtection ? 30 : 7,
    },
    kept,
  );
  const secret = new aws.secretsmanager.Secret(
    `${name}-certificate`,
    {
      description: `Agora App Certificate of ${name}`,
      kmsKeyId: key.arn,
      recoveryWindowInDays: deletionProtection ? 30 : 7,
    },
    kept,
  );
  // The key's policy names the secret and the secret names its key, so the policy comes third.
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

/** AWS's write-only argument keeps the value out of what is read back; Pulumi encrypts what it was given. */
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

/** A write-only value is compared by its version, so the version follows the value; 31 bits fit a signed integer. */
function versionOf(value: string): number {
  return createHash("sha256").update(value).digest().readUInt32BE(0) >>> 1;
}
