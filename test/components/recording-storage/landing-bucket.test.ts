// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  buildStorage,
  courseware,
  defaultStorage,
  keyArn,
} from "../../support/components/built-recording-storage";
import { endingWith } from "../../support/components/late-problem";
import { dependenciesOf, listed, only } from "../../support/components/settled";

describe("the bucket for recordings and class files", () => {
  it("gets its name from Pulumi and is encrypted with its own key, never the uploader's", async () => {
    const storage = await defaultStorage();
    assert.deepEqual(only(storage, "aws:s3/bucket:Bucket", "eu").inputs, {});
    const encryption =
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    assert.deepEqual(only(storage, encryption, "eu-encryption").inputs, {
      bucket: "eu",
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: keyArn("eu-key"),
          },
          bucketKeyEnabled: true,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
    });
    assert.deepEqual(only(storage, "aws:kms/key:Key", "eu-key").inputs, {
      description: "Recordings of eu",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
  });

  it("has CORS only with class files, and only for their origins", async () => {
    const type = "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration";
    assert.ok(!listed(await defaultStorage()).some((child) => child.startsWith(type)));
    assert.deepEqual(only(await buildStorage({ courseware }), type).inputs, {
      bucket: "eu",
      corsRules: [
        {
          allowedOrigins: courseware.corsOrigins,
          allowedMethods: ["GET", "HEAD", "PUT"],
          allowedHeaders: ["Content-Type"],
          exposeHeaders: ["ETag"],
          maxAgeSeconds: 3600,
        },
      ],
    });
  });

  it("refuses an origin that is known late and is not exact", async () => {
    const corsOrigins = [pulumi.output("https://*.example.com")];
    await assert.rejects(
      buildStorage({ courseware: { retentionDays: 1, corsOrigins } }),
      endingWith(
        "RecordingStorage 'eu': 'courseware.corsOrigins' must be exact origins " +
          'like https://classroom.example.com, got "https://*.example.com".',
      ),
    );
  });

  it("blocks public access before its policy, and keeps versions before its lifecycle", async () => {
    const storage = await defaultStorage();
    const policy = only(storage, "aws:s3/bucketPolicy:BucketPolicy", "eu-policy");
    assert.deepEqual(await dependenciesOf(policy), [
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock eu-public-access",
    ]);
    const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    assert.deepEqual(await dependenciesOf(only(storage, lifecycle, "eu-lifecycle")), [
      "aws:s3/bucketVersioning:BucketVersioning eu-versioning",
    ]);
  });

  it("can be an existing bucket, with the settings of a new one", async () => {
    const storage = await buildStorage({ importBucketName: "recordings-of-before" });
    const bucket = only(storage, "aws:s3/bucket:Bucket", "eu");
    assert.deepEqual(bucket.inputs, { bucket: "recordings-of-before" });
    assert.equal(bucket.opts.import, "recordings-of-before");
    assert.equal(bucket.opts.protect, true);
    assert.deepEqual(listed(storage), listed(await defaultStorage()));
    const policy = only(storage, "aws:s3/bucketPolicy:BucketPolicy", "eu-policy").inputs.policy;
    assert.match(String(policy), /arn:aws:s3:::recordings-of-before"/);
  });
});
