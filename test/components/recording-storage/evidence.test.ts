// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  buildStorage,
  fullStorage,
  keyArn,
} from "../../support/components/built-recording-storage";
import { ACCOUNT, dependenciesOf, only } from "../../support/components/settled";

const encryption =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

describe("evidence about a storage", () => {
  it("logs every access to each bucket but the logs' own, once S3 may write there", async () => {
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

  it("keeps access logs under S3's own key, the only one that AWS delivers them under", async () => {
    const { rules } = only(await fullStorage(), encryption, "eu-access-logs-encryption").inputs;
    assert.deepEqual(rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
        bucketKeyEnabled: false,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
  });

  it("follows every object of the storage and its vault by a trail of this region", async () => {
    const storage = await fullStorage();
    const trail = only(storage, "aws:cloudtrail/trail:Trail");
    assert.deepEqual(trail.inputs, {
      name: "eu",
      s3BucketName: "eu-trail",
      kmsKeyId: keyArn("eu-key"),
      enableLogFileValidation: true,
      includeGlobalServiceEvents: false,
      isMultiRegionTrail: false,
      advancedEventSelectors: [
        {
          name: "Objects of the storage",
          fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
            {
              field: "resources.ARN",
              startsWiths: ["arn:aws:s3:::eu/", "arn:aws:s3:::eu-vault/"],
            },
          ],
        },
      ],
    });
    assert.deepEqual(await dependenciesOf(trail), [
      "aws:kms/keyPolicy:KeyPolicy eu-key-policy",
      "aws:s3/bucketPolicy:BucketPolicy eu-trail-policy",
    ]);
    assert.deepEqual(only(storage, encryption, "eu-trail-encryption").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: "aws:kms",
          kmsMasterKeyId: keyArn("eu-key"),
        },
        bucketKeyEnabled: false,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
  });

  it("lets the trail, by its name to be, write to its bucket and with the key", async () => {
    const storage = await fullStorage();
    const trailArn = `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/eu`;
    for (const [type, name] of [
      ["aws:s3/bucketPolicy:BucketPolicy", "eu-trail-policy"],
      ["aws:kms/keyPolicy:KeyPolicy", "eu-key-policy"],
    ] as const) {
      assert.ok(String(only(storage, type, name).inputs.policy).includes(`["${trailArn}"]`), name);
    }
  });

  it("ends after the retention of logs", async () => {
    const storage = await buildStorage({ logRetentionDays: 30 });
    for (const name of ["eu-access-logs-lifecycle", "eu-trail-lifecycle"]) {
      const [rule] = only(storage, lifecycle, name).inputs.rules as { expiration: object }[];
      assert.deepEqual(rule?.expiration, { days: 30 });
    }
    assert.equal(only(storage, "aws:cloudwatch/logGroup:LogGroup").inputs.retentionInDays, 30);
  });
});
