// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { buildStorage, fullStorage } from "../../support/components/built-recording-storage";
import { dependenciesOf, only } from "../../support/components/settled";

const encryption =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

describe("makeAccessLogs", () => {
  it("logs every access to each bucket but the logs' own, after S3 may write there", async () => {
    const storage = await fullStorage();
    for (const [kind, bucket] of [
      ["storage", "eu"],
      ["trail", "eu-trail"],
      ["vault", "eu-vault"],
    ] as const) {
      const logging = only(storage, "aws:s3/bucketLogging:BucketLogging", `eu-${kind}-logging`);
      assert.deepEqual(logging.inputs, {
        bucket,
        targetBucket: "eu-access-logs",
        targetPrefix: `${kind}/`,
      });
      assert.deepEqual(await dependenciesOf(logging), [
        "aws:s3/bucketPolicy:BucketPolicy eu-access-logs-policy",
      ]);
    }
  });

  it("encrypts access logs with S3's own key, the only one that AWS delivers to", async () => {
    const { rules } = only(await fullStorage(), encryption, "eu-access-logs-encryption").inputs;
    assert.deepEqual(rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
        bucketKeyEnabled: false,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
  });

  it("expires after the retention of logs", async () => {
    const storage = await buildStorage({ logRetentionDays: 30 });
    for (const name of ["eu-access-logs-lifecycle", "eu-trail-lifecycle"]) {
      const [rule] = only(storage, lifecycle, name).inputs.rules as { expiration: object }[];
      assert.deepEqual(rule?.expiration, { days: 30 });
    }
    assert.equal(only(storage, "aws:cloudwatch/logGroup:LogGroup").inputs.retentionInDays, 30);
  });
});
