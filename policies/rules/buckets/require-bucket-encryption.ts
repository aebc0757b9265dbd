// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: an encryption that another stack configures, or whose key a literal key ARN names. */

import { configuration } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import type { Finding } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { bucketEncryptions } from "../../joins/judged-bucket-settings";
import { isLogTarget } from "../../joins/log-targets";
import type { Strength } from "../../predicates/encryption";
import type { Stack, StackResource } from "../../resources/stack";
import {
  asked,
  type BucketEncryptionOptions,
  judgeBlock,
  judgeBucketWithoutSetting,
  ownBlock,
  ownOrInherited,
  s3,
  tables,
  vectors,
} from "./encryption-blocks";
import { judgeObject, judgeUnknownObject, objectTypes } from "./stored-objects";

export const requireBucketEncryption: Rule<BucketEncryptionOptions> = {
  name: "require-bucket-encryption",
  description: "Buckets must be encrypted by default with a customer-managed KMS key.",
  rationale:
    "Recordings show children and teachers. With a customer-managed key, reading them takes a " +
    "permission on the key as well as on the bucket, and every use of the key is on record. " +
    "Nobody can read the recordings any more once the key is disabled.",
  severity: "high",
  controls: [
    fsbp("S3.17", "S3 general purpose buckets should be encrypted at rest with AWS KMS keys"),
    nist("SC-28(1)", "Protection of information at rest: cryptographic protection"),
    nist("SC-12", "Cryptographic key establishment and management"),
    iso("A.8.24", "Use of cryptography"),
    gdpr(
      "Article 32(1)(a)",
      "Encryption of personal data as a security measure appropriate to the risk",
    ),
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "kms", "encryption", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm " +
    "aws:kms and kmsMasterKeyId set to a key of your own.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  configSchema: configuration("mandatory", {
    minimum: {
      type: "string",
      enum: ["sse-s3", "aws-managed", "customer-key"],
      description:
        "The weakest encryption allowed: AWS's own keys, the KMS key that AWS manages, or a " +
        "customer-managed key. Buckets that receive S3 or load-balancer logs only need sse-s3.",
      default: "customer-key",
    },
  }),
  validator: {
    resource: forTypes(objectTypes, (object, { minimum }) =>
      judgeObject(object, minimum, askedOfObjects(minimum)),
    ),
    stack: {
      ...forTypes(objectTypes, (object: StackResource, { minimum }: BucketEncryptionOptions) =>
        judgeUnknownObject(object, minimum, askedOfObjects(minimum)),
      ),
      ...bucketEncryptions.judges(({ minimum }) => asked[minimum], judgeStated),
      "aws:s3/vectorsVectorBucket:VectorsVectorBucket": ownBlock(
        "encryptionConfigurations",
        vectors,
      ),
      "aws:s3/vectorsIndex:VectorsIndex": ownOrInherited("encryptionConfigurations", vectors),
      "aws:s3tables/tableBucket:TableBucket": ownBlock("encryptionConfiguration", tables),
      "aws:s3tables/table:Table": ownOrInherited("encryptionConfiguration", tables),
      "aws:lightsail/bucket:Bucket": judgeBucketWithoutSetting,
      "aws:s3control/bucket:Bucket": judgeBucketWithoutSetting,
      "aws-native:lightsail:Bucket": judgeBucketWithoutSetting,
      "aws-native:s3outposts:Bucket": judgeBucketWithoutSetting,
      "aws-native:s3tables:TableBucket": ownBlock("encryptionConfiguration", tables),
      "aws-native:s3vectors:VectorBucket": ownBlock("encryptionConfiguration", vectors),
      "aws-native:s3vectors:Index": ownOrInherited("encryptionConfiguration", vectors),
    },
  },
};

function askedOfObjects(minimum: Strength): string {
  return asked[minimum].replace("a bucket", "an object");
}

function judgeStated(
  { resource, reading, of }: StatedSetting,
  { minimum }: BucketEncryptionOptions,
  stack: Stack,
  bucket: StackResource | undefined,
): readonly Finding[] {
  const receivesLogs = bucket !== undefined && isLogTarget(stack, bucket);
  return judgeBlock(resource, reading, s3, receivesLogs ? "sse-s3" : minimum, of);
}
