// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import { fullStorage } from "../../support/components/built-recording-storage";
import { only, type Settled } from "../../support/components/settled";

describe("makePrivateBucket", () => {
  let storage: Settled<RecordingStorage>;
  before(async () => {
    storage = await fullStorage();
  });

  for (const name of ["eu", "eu-access-logs", "eu-trail", "eu-vault"]) {
    it(`closes ${name} in all four ways, disables ACLs and keeps versions`, () => {
      const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
      assert.deepEqual(only(storage, block, `${name}-public-access`).inputs, {
        bucket: name,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      });
      const ownership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
      assert.deepEqual(only(storage, ownership, `${name}-ownership`).inputs, {
        bucket: name,
        rule: { objectOwnership: "BucketOwnerEnforced" },
      });
      const versioning = "aws:s3/bucketVersioning:BucketVersioning";
      assert.deepEqual(only(storage, versioning, `${name}-versioning`).inputs, {
        bucket: name,
        versioningConfiguration: { status: "Enabled" },
      });
    });

    it(`refuses plain HTTP and old TLS for every call to ${name}`, () => {
      const { policy } = only(storage, "aws:s3/bucketPolicy:BucketPolicy", `${name}-policy`).inputs;
      const everything = {
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:*"],
        Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
      };
      assert.deepEqual(JSON.parse(String(policy)).Statement.slice(0, 2), [
        {
          Sid: "DenyPlainHttp",
          ...everything,
          Condition: { Bool: { "aws:SecureTransport": ["false"] } },
        },
        {
          Sid: "DenyOldTls",
          ...everything,
          Condition: { NumericLessThan: { "s3:TlsVersion": ["1.2"] } },
        },
      ]);
    });
  }
});
