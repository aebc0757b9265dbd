// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { PolicyStatement } from "../../access/policy-document";

const algorithm = "s3:x-amz-server-side-encryption";
const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";

/**
 * No way to store an object under another key than the bucket's. Uploads that say nothing about encryption
 * get that key by default and are let through, because Agora's browser uploads say nothing; a condition
 * with IfExists would refuse those too.
 */
export function ownKeyOnly(bucketArn: string, keyArn: string): PolicyStatement[] {
  const denyUpload = (
    Sid: string,
    Condition: NonNullable<PolicyStatement["Condition"]>,
  ): PolicyStatement => ({
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:PutObject"],
    Resource: [`${bucketArn}/*`],
    Condition,
  });
  return [
    denyUpload("DenyOtherAlgorithm", {
      Null: { [algorithm]: ["false"] },
      StringNotEquals: { [algorithm]: ["aws:kms"] },
    }),
    denyUpload("DenyOtherKey", {
      Null: { [keyId]: ["false"] },
      StringNotEquals: { [keyId]: [keyArn] },
    }),
    // Without a key's id, S3 would take the key that AWS manages, not the bucket's.
    denyUpload("DenyAlgorithmWithoutKey", { Null: { [algorithm]: ["false"], [keyId]: ["true"] } }),
    denyUpload("DenyUploadersOwnKey", {
      Null: { "s3:x-amz-server-side-encryption-customer-algorithm": ["false"] },
    }),
  ];
}
