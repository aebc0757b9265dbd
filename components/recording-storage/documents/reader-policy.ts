// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type PolicyStatement, policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";
import type { CoursewareRead } from "../arguments";
import { objectsIn } from "../layout";

interface ReaderPolicySubject {
  readonly awsRegion: string;
  readonly bucketArn: string;
  readonly keyArn: string;
  /** S3 endpoint that reads use. @default - the reader can only sign URLs */
  readonly s3EndpointId?: string;
  readonly presignedReadSeconds: number;
  readonly coursewareRead: CoursewareRead;
}

/**
 * Identity policy for roles that play recordings back. They read through the endpoint, and sign short-lived
 * URLs for browsers.
 */
export function readerPolicy(subject: ReaderPolicySubject): string {
  const { awsRegion, bucketArn, keyArn, s3EndpointId, coursewareRead } = subject;
  const { viaService } = awsRegionFacts(awsRegion);
  return policyText([
    ...(s3EndpointId === undefined ? [] : readThrough(bucketArn, s3EndpointId)),
    signedReads(
      [
        objectsIn(bucketArn, "recordings"),
        ...(coursewareRead === "presigned" ? [objectsIn(bucketArn, "courseware")] : []),
      ],
      subject.presignedReadSeconds,
    ),
    {
      Sid: "DecryptThroughS3",
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: [keyArn],
      Condition: { StringEquals: { "kms:ViaService": viaService("s3") } },
    },
  ]);
}

function readThrough(bucketArn: string, s3EndpointId: string): PolicyStatement[] {
  const Condition = { StringEquals: { "aws:SourceVpce": [s3EndpointId] } };
  return [
    {
      Sid: "ReadThroughEndpoint",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: [`${bucketArn}/*`],
      Condition,
    },
    {
      Sid: "ListThroughEndpoint",
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: [bucketArn],
      Condition,
    },
  ];
}

/** Allows reads by a presigned URL whose signature is not older than `seconds`. */
export function signedReads(Resource: readonly string[], seconds: number): PolicyStatement {
  return {
    Sid: "SignReadsForBrowsers",
    Effect: "Allow",
    Action: ["s3:GetObject"],
    Resource,
    Condition: {
      StringEquals: { "s3:authType": ["REST-QUERY-STRING"] },
      NumericLessThanEquals: { "s3:signatureAge": [String(seconds * 1000)] },
    },
  };
}
