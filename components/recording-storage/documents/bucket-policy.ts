// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";

interface BucketPolicySubject {
  readonly bucketArn: string;
  readonly keyArn: string;
}

/**
 * Policy of the recordings' bucket: TLS only, and no way to store an object under another key. Uploads
 * that say nothing about encryption get the bucket's key and are let through, because Agora's
 * browser uploads say nothing; a condition with IfExists would refuse those too.
 */
export function bucketPolicy({ bucketArn, keyArn }: BucketPolicySubject): string {
  const all = [bucketArn, `${bucketArn}/*`];
  return policyText([
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:*"],
      Resource: all,
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
    },
    {
      Sid: "DenyOldTls",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:*"],
      Resource: all,
      Condition: { NumericLessThan: { "s3:TlsVersion": ["1.2"] } },
    },
    denyUpload(bucketArn, "DenyOtherAlgorithm", {
      Null: { [algorithm]: ["false"] },
      StringNotEquals: { [algorithm]: ["aws:kms"] },
    }),
    denyUpload(bucketArn, "DenyOtherKey", {
      Null: { [keyId]: ["false"] },
      StringNotEquals: { [keyId]: [keyArn] },
    }),
    // Without a key's id, S3 would take the key that AWS manages, not the bucket's.
    denyUpload(bucketArn, "DenyAlgorithmWithoutKey", {
      Null: { [algorithm]: ["false"], [keyId]: ["true"] },
    }),
  ]);
}

const algorithm = "s3:x-amz-server-side-encryption";
const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";

function denyUpload(
  bucketArn: string,
  Sid: string,
  Condition: NonNullable<PolicyStatement["Condition"]>,
): PolicyStatement {
  return {
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:PutObject"],
    Resource: [`${bucketArn}/*`],
    Condition,
  };
}
