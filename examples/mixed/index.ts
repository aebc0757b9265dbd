// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";

const key = new aws.kms.Key("key", { enableKeyRotation: true });
const customerKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn };

// Right: split, joined by a name written twice.
new aws.s3.Bucket("by-name", { bucket: "classroom-by-name" });
new aws.s3.BucketServerSideEncryptionConfiguration("by-name", {
  bucket: "classroom-by-name",
  rules: [{ applyServerSideEncryptionByDefault: customerKey }],
});

// Right: the deprecated twin, inline.
new aws.s3.BucketV2("twin", {
  serverSideEncryptionConfigurations: [
    { rules: [{ applyServerSideEncryptionByDefaults: [customerKey] }] },
  ],
});

// Wrong: split, but with S3's own key.
const algorithm = new aws.s3.Bucket("aes256");
new aws.s3.BucketServerSideEncryptionConfiguration("aes256", {
  bucket: algorithm.id,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
});

// Wrong: a key, but the one that AWS manages.
new aws.s3.Bucket("managed", {
  serverSideEncryptionConfiguration: {
    rule: {
      applyServerSideEncryptionByDefault: {
        sseAlgorithm: "aws:kms",
        kmsMasterKeyId: "alias/aws/s3",
      },
    },
  },
});

// Wrong: the deprecated twin, with nothing.
new aws.s3.BucketV2("nothing");

// Right: private, and confined to one role and one endpoint.
new aws.apigateway.RestApi("private", {
  endpointConfiguration: { types: "PRIVATE" },
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:role/backend" },
        Action: "execute-api:Invoke",
        Resource: "execute-api:/*",
        Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
      },
    ],
  }),
});

// Wrong: regional, and an HTTP API, which cannot be private.
new aws.apigateway.RestApi("regional", { endpointConfiguration: { types: "REGIONAL" } });
new aws.apigatewayv2.Api("http", { protocolType: "HTTP" });
