// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { guard } from "./guard";

const regions = {
  frankfurt: { region: "eu-central-1", endpoint: "vpce-0123456789abcdef0" },
  singapore: { region: "ap-southeast-1", endpoint: "vpce-0fedcba9876543210" },
} as const;

/**
 * Each region has one provider, one key, three buckets and one bucket for their logs.
 * The buckets say what they are in several ways.
 */
for (const [place, { region, endpoint }] of Object.entries(regions)) {
  const opts = { provider: new aws.Provider(place, { region }) };
  const key = new aws.kms.Key(`${place}-key`, { enableKeyRotation: true }, opts);

  const logs = new aws.s3.Bucket(`${place}-logs`, {}, opts);
  guard(`${place}-logs`, logs.bucket, opts);

  for (const name of ["lessons", "homework"]) {
    const bucket = new aws.s3.Bucket(`${place}-${name}`, {}, opts);
    encrypt(`${place}-${name}`, bucket.bucket, key, opts);
    guard(`${place}-${name}`, bucket.bucket, opts);
    new aws.s3.BucketLogging(
      `${place}-${name}-logging`,
      { bucket: bucket.id, targetBucket: logs.id, targetPrefix: `${name}/` },
      opts,
    );
  }

  const inline = new aws.s3.Bucket(
    `${place}-inline`,
    {
      serverSideEncryptionConfiguration: {
        rule: {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        },
      },
      logging: { targetBucket: logs.id, targetPrefix: "inline/" },
    },
    opts,
  );
  guard(`${place}-inline`, inline.bucket, opts);

  new aws.cloudtrail.Trail(
    `${place}-trail`,
    {
      s3BucketName: logs.id,
      kmsKeyId: key.arn,
      enableLogFileValidation: true,
      eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
    },
    opts,
  );

  new aws.apigateway.RestApi(
    `${place}-tokens`,
    { endpointConfiguration: { types: "PRIVATE" }, policy: forBackendThrough(endpoint) },
    opts,
  );
}

/** The encryption of a bucket in a resource of its own, joined by the bucket's name. */
function encrypt(
  name: string,
  bucket: pulumi.Input<string>,
  key: aws.kms.Key,
  opts: pulumi.CustomResourceOptions,
): void {
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    {
      bucket,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
          bucketKeyEnabled: true,
        },
      ],
    },
    opts,
  );
}

/** One role may call, and only through the endpoint. */
function forBackendThrough(endpoint: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:role/backend" },
        Action: "execute-api:Invoke",
        Resource: "execute-api:/*",
        Condition: { StringEquals: { "aws:SourceVpce": endpoint } },
      },
    ],
  });
}
