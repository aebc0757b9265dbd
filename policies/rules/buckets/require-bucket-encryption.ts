// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: an encryption that another stack configures, nor whose key a literal key ARN is. */

import { configuration, type Options } from "../../framework/configuration";
import { type Finding, undecided, violation } from "../../framework/finding";
import { from, type Rule } from "../../framework/rule";
import type { StatedSetting } from "../../joins/bucket-settings";
import { bucketEncryptions } from "../../joins/judged-bucket-settings";
import { isLogTarget } from "../../joins/log-targets";
import { encryptionBy, reaches, type Spelling, type Strength } from "../../predicates/encryption";
import type { Reading } from "../../resources/reading";
import { type Resource, type Stack, type StackResource, written } from "../../resources/stack";
import { judgeObject, judgeUnknownObject, objectTypes } from "./stored-objects";

interface BucketEncryptionOptions extends Options {
  readonly minimum: Strength;
}

const s3: Spelling = { algorithm: "sseAlgorithm", key: "kmsMasterKeyId" };
const vectors: Spelling = { algorithm: "sseType", key: "kmsKeyArn" };
const tables: Spelling = { algorithm: "sseAlgorithm", key: "kmsKeyArn" };

const asked: Readonly<Record<Strength, string>> = {
  "sse-s3": "a bucket must be encrypted",
  "aws-managed": "a bucket must be encrypted with a KMS key",
  "customer-key": "a bucket must be encrypted with a customer-managed key",
};

export const requireBucketEncryption: Rule<BucketEncryptionOptions> = {
  name: "require-bucket-encryption",
  description: "Buckets must be encrypted by default with a customer-managed KMS key.",
  rationale:
    "Recordings show children and teachers. With a key of the customer's, reading them takes a permission on the key as well as on the bucket, every use of the key is on record, and taking the key away takes the recordings away from everybody.",
  severity: "high",
  controls: [
    {
      framework: "AWS Foundational Security Best Practices",
      version: "1.0.0",
      reference: "S3.17",
      specification: "S3 general purpose buckets should be encrypted at rest with AWS KMS keys",
    },
    {
      framework: "NIST SP 800-53",
      version: "5",
      reference: "SC-28(1)",
      specification: "Protection of information at rest: cryptographic protection",
    },
    {
      framework: "NIST SP 800-53",
      version: "5",
      reference: "SC-12",
      specification: "Cryptographic key establishment and management",
    },
    {
      framework: "ISO/IEC 27001",
      version: "2022",
      reference: "A.8.24",
      specification: "Use of cryptography",
    },
    {
      framework: "GDPR",
      version: "2016/679",
      reference: "Article 32(1)(a)",
      specification: "Encryption of personal data as a security measure appropriate to the risk",
    },
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "kms", "encryption", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm aws:kms and kmsMasterKeyId set to a key of your own.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  configSchema: configuration("mandatory", {
    minimum: {
      type: "string",
      enum: ["sse-s3", "aws-managed", "customer-key"],
      description:
        "The weakest encryption allowed: AWS's own keys, the KMS key that AWS manages, or a key of the customer's. Buckets that receive S3 or load-balancer logs are only asked for sse-s3.",
      default: "customer-key",
    },
  }),
  examples: {
    fails: [
      {
        shows: "A bucket without a word about encryption gets AWS's own keys.",
        resources: { recordings: { type: "aws:s3/bucket:Bucket" } },
      },
    ],
    passes: [
      {
        shows: "A key made in the same program encrypts the bucket.",
        resources: {
          key: { type: "aws:kms/key:Key", properties: { enableKeyRotation: true } },
          recordings: { type: "aws:s3/bucket:Bucket" },
          encryption: {
            type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            properties: {
              bucket: from("recordings.id"),
              rules: [
                {
                  applyServerSideEncryptionByDefault: {
                    sseAlgorithm: "aws:kms",
                    kmsMasterKeyId: from("key.arn"),
                  },
                },
              ],
            },
          },
        },
      },
    ],
  },
  validator: {
    resource: byObject((object, { minimum }) =>
      judgeObject(object, minimum, askedOfObjects(minimum)),
    ),
    stack: {
      ...byObject((object: StackResource, { minimum }) =>
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

type Judge = (
  resource: StackResource,
  options: BucketEncryptionOptions,
  stack: Stack,
) => readonly Finding[];

function byObject<T extends Resource>(
  judge: (object: T, options: BucketEncryptionOptions) => readonly Finding[],
) {
  return Object.fromEntries(objectTypes.map((type) => [type, judge]));
}

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

function ownBlock(property: string, spelling: Spelling): Judge {
  return (resource, { minimum }) =>
    written(resource, property).flatMap((block) => judgeBlock(resource, block, spelling, minimum));
}

/** Without a block of its own it has the encryption of the bucket that it is in. */
function ownOrInherited(property: string, spelling: Spelling): Judge {
  return (resource, { minimum }) =>
    written(resource, property)
      .filter(({ state }) => state !== "absent")
      .flatMap((block) => judgeBlock(resource, block, spelling, minimum));
}

/** Lightsail's and Outposts' buckets take no key: what S3 does by itself is all that they have. */
function judgeBucketWithoutSetting(
  bucket: StackResource,
  { minimum }: BucketEncryptionOptions,
): readonly Finding[] {
  const found =
    "cannot be set on this kind of bucket, which leaves the objects to AWS's own keys (SSE-S3)";
  return minimum === "sse-s3"
    ? []
    : [violation(bucket, "encryption", found, asked[minimum], { fix: "Use an aws.s3.Bucket." })];
}

function judgeBlock(
  resource: StackResource,
  block: Reading,
  spelling: Spelling,
  minimum: Strength,
  of?: StackResource,
): readonly Finding[] {
  const encryption = encryptionBy(block, spelling, resource);
  if (reaches(encryption, minimum)) {
    return [];
  }
  return encryption.open
    ? [undecided(resource, encryption.property, asked[minimum], { of })]
    : [violation(resource, encryption.property, encryption.found, asked[minimum], { of })];
}
