// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../access/policy-document";

/** Policy of the network's S3 endpoint: only principals of this account read, and only buckets of this account. */
export function s3EndpointPolicy(accountId: string): string {
  return policyText([
    {
      Sid: "ReachOwnBuckets",
      Effect: "Allow",
      Principal: "*",
      Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"],
      Resource: ["*"],
      Condition: {
        StringEquals: {
          "aws:PrincipalAccount": [accountId],
          "aws:ResourceAccount": [accountId],
        },
      },
    },
  ]);
}
