// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";
import type { CoursewareRead } from "../arguments";
import { objectsIn, uploadSignatureSeconds } from "../layout";
import { ownKeyOnly } from "./own-key-only";
import { tlsOnly } from "./tls-only";

interface BucketPolicySubject {
  readonly bucketArn: string;
  readonly keyArn: string;
  /** S3 endpoint that reads must use. @default - reads may use any path */
  readonly s3EndpointId?: string;
  readonly presignedReadSeconds: number;
  readonly coursewareRead: CoursewareRead;
}

const reads = ["s3:GetObject", "s3:GetObjectVersion"];
const presigned = "REST-QUERY-STRING";

/**
 * Policy of the bucket for recordings and class files. It allows nothing, which identity policies do, and
 * denies what no identity policy may allow.
 */
export function bucketPolicy(subject: BucketPolicySubject): string {
  const { bucketArn, keyArn, presignedReadSeconds, coursewareRead } = subject;
  return policyText([
    ...tlsOnly(bucketArn),
    ...ownKeyOnly(bucketArn, keyArn),
    denyOldSignature("DenyOldSignedReads", reads, bucketArn, presignedReadSeconds),
    denyOldSignature("DenyOldSignedUploads", ["s3:PutObject"], bucketArn, uploadSignatureSeconds),
    ...readsElsewhere(subject),
    ...(coursewareRead === "none" ? [signedCoursewareReads(subject)] : []),
  ]);
}

/** S3 measures the age of a signature in milliseconds. */
function denyOldSignature(
  Sid: string,
  Action: readonly string[],
  bucketArn: string,
  seconds: number,
): PolicyStatement {
  return {
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action,
    Resource: [`${bucketArn}/*`],
    Condition: { NumericGreaterThan: { "s3:signatureAge": [String(seconds * 1000)] } },
  };
}

/** Exempts presigned URLs, because browsers use them from everywhere. */
function readsElsewhere({ bucketArn, s3EndpointId }: BucketPolicySubject): PolicyStatement[] {
  return s3EndpointId === undefined
    ? []
    : [
        {
          Sid: "DenyReadsPastEndpoint",
          Effect: "Deny",
          Principal: "*",
          Action: reads,
          Resource: [`${bucketArn}/*`],
          Condition: {
            StringNotEquals: { "aws:SourceVpce": [s3EndpointId], "s3:authType": [presigned] },
          },
        },
      ];
}

function signedCoursewareReads({ bucketArn, s3EndpointId }: BucketPolicySubject): PolicyStatement {
  return {
    Sid: "DenySignedCoursewareReads",
    Effect: "Deny",
    Principal: "*",
    Action: reads,
    Resource: [objectsIn(bucketArn, "courseware")],
    Condition: {
      StringEquals: { "s3:authType": [presigned] },
      ...(s3EndpointId && { StringNotEquals: { "aws:SourceVpce": [s3EndpointId] } }),
    },
  };
}
