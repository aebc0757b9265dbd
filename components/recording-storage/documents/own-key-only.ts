// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { PolicyStatement } from "../../access/policy-document";

const algorithm = "s3:x-amz-server-side-encryption";
const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";

/**
 * Denies uploads under any key but the bucket's. An upload without encryption headers gets that key by
 * default and is allowed, because Agora's browser uploads send no such headers. A condition with IfExists
 * would deny those too.
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
    // Without a key id, S3 uses the AWS managed key, not the bucket's.
    denyUpload("DenyAlgorithmWithoutKey", { Null: { [algorithm]: ["false"], [keyId]: ["true"] } }),
    denyUpload("DenyUploadersOwnKey", {
      Null: { "s3:x-amz-server-side-encryption-customer-algorithm": ["false"] },
    }),
  ];
}
