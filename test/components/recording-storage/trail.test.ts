// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fullStorage, keyArn } from "../../support/components/built-recording-storage";
import { ACCOUNT, dependenciesOf, only } from "../../support/components/settled";

const encryption =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

describe("makeTrail", () => {
  it("records data events of the storage and its vault, in this region", async () => {
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

  it("lets the trail write to its bucket and use the key, before the trail exists", async () => {
    const storage = await fullStorage();
    const trailArn = `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/eu`;
    for (const [type, name] of [
      ["aws:s3/bucketPolicy:BucketPolicy", "eu-trail-policy"],
      ["aws:kms/keyPolicy:KeyPolicy", "eu-key-policy"],
    ] as const) {
      assert.ok(String(only(storage, type, name).inputs.policy).includes(`["${trailArn}"]`), name);
    }
  });
});
