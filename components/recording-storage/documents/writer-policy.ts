// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../../access/policy-document";
import { awsRegionFacts } from "../../regions/aws-regions";
import type { CoursewareRead } from "../arguments";
import { objectsIn } from "../layout";
import { signedReads } from "./reader-policy";

interface WriterPolicySubject {
  readonly awsRegion: string;
  readonly bucketArn: string;
  readonly keyArn: string;
  /** Whether Agora stores class files too. */
  readonly hasCourseware: boolean;
  readonly coursewareRead: CoursewareRead;
  readonly presignedReadSeconds: number;
}

/** What the IAM user may do that Agora writes with. */
export function writerPolicy(subject: WriterPolicySubject): string {
  return putOnly(subject, [
    "s3:PutObject",
    "s3:AbortMultipartUpload",
    "s3:ListMultipartUploadParts",
  ]);
}

/**
 * The most that the user may ever do, whatever else is attached to it. It holds one action more than the
 * policy, which Agora's recorder needs once a tag is configured.
 */
export function writerBoundary(subject: WriterPolicySubject): string {
  return putOnly(subject, [
    "s3:PutObject",
    "s3:PutObjectTagging",
    "s3:AbortMultipartUpload",
    "s3:ListMultipartUploadParts",
  ]);
}

function putOnly(subject: WriterPolicySubject, Action: readonly string[]): string {
  const { awsRegion, bucketArn, keyArn, hasCourseware, coursewareRead } = subject;
  const { viaService } = awsRegionFacts(awsRegion);
  return policyText([
    {
      Sid: "StoreForAgora",
      Effect: "Allow",
      Action,
      Resource: [
        objectsIn(bucketArn, "recordings"),
        ...(hasCourseware ? [objectsIn(bucketArn, "courseware")] : []),
      ],
    },
    {
      // An upload in parts takes decryption too: S3 reads the parts to join them.
      Sid: "EncryptThroughS3",
      Effect: "Allow",
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: [keyArn],
      Condition: { StringEquals: { "kms:ViaService": viaService("s3") } },
    },
    ...(coursewareRead === "presigned"
      ? [signedReads([objectsIn(bucketArn, "courseware")], subject.presignedReadSeconds)]
      : []),
  ]);
}
