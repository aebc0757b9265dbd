// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Questions about the headers with which objects are stored. */

import type { Document } from "./documents";
import type { ActionsOnResources, RequestLike } from "./question";
import type { Property } from "./questions";

interface Bucket {
  readonly documents: readonly Document[];
  readonly bucketArn: string;
}

const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const UPLOADERS_KEY = "s3:x-amz-server-side-encryption-customer-algorithm";

/**
 * An upload that says how to encrypt must say it rightly: the algorithm is KMS's, the key is this one, and
 * the algorithm never comes without the key, for S3 would then take the key that AWS manages.
 */
export function refusesOtherKeys({
  documents,
  bucketArn,
  keyArn,
}: Bucket & { readonly keyArn: string }): Property {
  const wrong: readonly RequestLike["Condition"][] = [
    { Null: { [ALGORITHM]: "false" }, StringNotEquals: { [ALGORITHM]: "aws:kms" } },
    { Null: { [KEY_ID]: "false" }, StringNotEquals: { [KEY_ID]: keyArn } },
    { Null: { [ALGORITHM]: "false", [KEY_ID]: "true" } },
  ];
  return {
    says: `no object under another key than ${keyArn}`,
    expects: "none",
    asks: wrong.map((condition) => ({
      notDeniedBy: documents,
      where: [{ Condition: condition ?? {} }],
      among: uploadsTo(bucketArn),
    })),
  };
}

/** An upload that brings a key of the uploader's own (SSE-C), which then nobody else can read, is refused. */
export function refusesUploadersOwnKeys({ documents, bucketArn }: Bucket): Property {
  return {
    says: "no object under a key of the uploader's own",
    expects: "none",
    asks: [
      {
        notDeniedBy: documents,
        where: [{ Condition: { Null: { [UPLOADERS_KEY]: "false" } } }],
        among: uploadsTo(bucketArn),
      },
    ],
  };
}

/** An upload that leaves encryption to the bucket is let through. */
export function acceptsUploadsWithoutHeaders({ documents, bucketArn }: Bucket): Property {
  return {
    says: "an upload without encryption headers is possible",
    expects: "found",
    asks: [
      {
        notDeniedBy: documents,
        where: [
          {
            Condition: {
              Null: { [ALGORITHM]: "true", [KEY_ID]: "true", [UPLOADERS_KEY]: "true" },
              Bool: { "aws:SecureTransport": "true" },
            },
          },
        ],
        among: uploadsTo(bucketArn),
      },
    ],
  };
}

function uploadsTo(bucketArn: string): ActionsOnResources[] {
  return [{ actions: ["s3:PutObject"], resources: [`${bucketArn}/*`] }];
}
