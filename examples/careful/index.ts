// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

const regions = { frankfurt: "eu-central-1", singapore: "ap-southeast-1" };

/** One provider, one key and three buckets a region; every bucket says its encryption in another way. */
for (const [place, region] of Object.entries(regions)) {
  const opts = { provider: new aws.Provider(place, { region: region as aws.Region }) };
  const key = new aws.kms.Key(`${place}-key`, { enableKeyRotation: true }, opts);

  for (const name of ["lessons", "homework"]) {
    const bucket = new aws.s3.Bucket(`${place}-${name}`, {}, opts);
    encrypt(`${place}-${name}`, bucket.bucket, key, opts);
  }

  new aws.s3.Bucket(
    `${place}-inline`,
    {
      serverSideEncryptionConfiguration: {
        rule: {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        },
      },
    },
    opts,
  );

  new aws.apigateway.RestApi(
    `${place}-tokens`,
    { endpointConfiguration: { types: "PRIVATE" } },
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
