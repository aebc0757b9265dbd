// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which actions act on which resources, for the services whose actions and resources could otherwise
 * meet in a request that never occurs. Source: Service Authorization Reference; a test compares.
 */

import type { Part } from "./decide";

export type Service = "s3" | "execute-api" | "kms" | "secretsmanager" | "lambda" | "sqs" | "sns";

const OBJECT_ACTIONS = [
  "s3:GetObject*",
  "s3:PutObject*",
  "s3:DeleteObject*",
  "s3:ListObject*",
  "s3:RestoreObject",
  "s3:UpdateObject*",
  "s3:ReplicateObject*",
  "s3:ReplicateDelete",
  "s3:ReplicateTags",
  "s3:InitiateReplication",
  "s3:AbortMultipartUpload",
  "s3:ListMultipartUploadParts",
  "s3:BypassGovernanceRetention",
  "s3:ObjectOwnerOverrideToBucketOwner",
];

const BUCKET_ACTIONS = [
  "s3:CreateBucket*",
  "s3:GetBucket*",
  "s3:PutBucket*",
  "s3:DeleteBucket*",
  "s3:ListBucket*",
  "s3:UpdateBucket*",
  "s3:Get*Configuration",
  "s3:Put*Configuration",
  "s3:PauseReplication",
  "s3:AllowVendedLogDeliveryForResource",
  "s3:ListTagsForResource",
  "s3:TagResource",
  "s3:UntagResource",
];

const ANY_OBJECT = "arn:*:s3:::*/*";

export const PAIRS: Readonly<Record<Service, readonly Part[]>> = {
  s3: [
    { Action: OBJECT_ACTIONS, Resource: ANY_OBJECT },
    { Action: BUCKET_ACTIONS, NotResource: ANY_OBJECT },
  ],
  "execute-api": [{ Action: "execute-api:*", Resource: "arn:*:execute-api:*:*:*" }],
  kms: [{ Action: "kms:*", Resource: "arn:*:kms:*:*:*" }],
  secretsmanager: [{ Action: "secretsmanager:*", Resource: "arn:*:secretsmanager:*:*:*" }],
  lambda: [{ Action: "lambda:*", Resource: "arn:*:lambda:*:*:*" }],
  sqs: [{ Action: "sqs:*", Resource: "arn:*:sqs:*:*:*" }],
  sns: [{ Action: "sns:*", Resource: "arn:*:sns:*:*:*" }],
};
