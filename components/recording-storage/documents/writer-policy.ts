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

/** Permissions of Agora's IAM user. */
export function writerPolicy(subject: WriterPolicySubject): string {
  return putOnly(subject, [
    "s3:PutObject",
    "s3:AbortMultipartUpload",
    "s3:ListMultipartUploadParts",
  ]);
}

/**
 * Permissions boundary of Agora's IAM user. It has one more action than the policy: Agora's recorder needs
 * it when a tag is configured.
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
      // A multipart upload needs decryption too: S3 reads the parts to join them.
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
