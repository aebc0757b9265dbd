// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireBucketEncryption as rule } from "../../../../policies/rules/buckets/require-bucket-encryption";
import { from, kindOf, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const program = (type: string, properties: object): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties: { bucket: "class", key: "welcome.pdf", ...properties } },
});

const { complies, violates, undecided } = ruleSpec(rule, {
  must: "an object must be encrypted with a customer-managed key",
  fix:
    "Leave serverSideEncryption out, so that the bucket's encryption counts, " +
    "or set kmsKeyId to a key of your own.",
});
const sseS3Allowed = ruleSpec(rule, { configuration: { minimum: "sse-s3" } });

describe("stored-objects", () => {
  for (const type of [
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
    "aws:s3/objectCopy:ObjectCopy",
  ]) {
    const where = `${kindOf(type)} 'it'`;
    const key = { kmsKeyId: from("key.arn") };

    complies({
      [`${type} with the bucket's encryption, or with a key of the same program`]: [
        program(type, {}),
        program(type, { serverSideEncryption: "", kmsKeyId: "" }),
        program(type, { serverSideEncryption: "aws:kms", ...key }),
      ],
      [`${type} with a key and no algorithm`]: program(type, key),
    });

    violates({
      [`${type} with AES256`]: [
        program(type, { serverSideEncryption: "AES256" }),
        `${where}: 'serverSideEncryption' is AES256, which means AWS's own keys (SSE-S3)`,
      ],
      [`${type} with the key that AWS manages`]: [
        [
          program(type, { serverSideEncryption: "aws:kms" }),
          `${where}: 'kmsKeyId' is missing, which means the key that AWS manages (alias/aws/s3)`,
        ],
        [
          program(type, { kmsKeyId: "alias/aws/s3" }),
          `${where}: 'kmsKeyId' is alias/aws/s3, a key that AWS manages`,
        ],
      ],
    });
  }

  const type = "aws:s3/bucketObjectv2:BucketObjectv2";

  undecided({
    "an object whose encryption comes from outside the program": [
      [
        program(type, { serverSideEncryption: from("elsewhere.algorithm") }),
        "BucketObjectv2 'it': 'serverSideEncryption' is",
      ],
      [
        program(type, { serverSideEncryption: "aws:kms", kmsKeyId: from("elsewhere.key") }),
        "BucketObjectv2 'it': 'kmsKeyId' is",
      ],
    ],
  });

  sseS3Allowed.complies({
    "an object with AES256, where the minimum allows it": program("aws:s3/objectCopy:ObjectCopy", {
      serverSideEncryption: "AES256",
    }),
  });
});
