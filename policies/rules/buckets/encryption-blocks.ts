// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Judges the blocks that set the encryption of a bucket, or of a table or an index in it. */

import type { Options } from "../../framework/configuration";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { StackJudge } from "../../framework/rule";
import { encryptionBy, reaches, type Spelling, type Strength } from "../../predicates/encryption";
import type { Reading } from "../../resources/reading";
import { type StackResource, written } from "../../resources/stack";

export interface BucketEncryptionOptions extends Options {
  readonly minimum: Strength;
}

export const s3: Spelling = { algorithm: "sseAlgorithm", key: "kmsMasterKeyId" };
export const vectors: Spelling = { algorithm: "sseType", key: "kmsKeyArn" };
export const tables: Spelling = { algorithm: "sseAlgorithm", key: "kmsKeyArn" };

export const asked: Readonly<Record<Strength, string>> = {
  "sse-s3": "a bucket must be encrypted",
  "aws-managed": "a bucket must be encrypted with a KMS key",
  "customer-key": "a bucket must be encrypted with a customer-managed key",
};

export function ownBlock(
  property: string,
  spelling: Spelling,
): StackJudge<BucketEncryptionOptions> {
  return (resource, { minimum }) =>
    written(resource, property).flatMap((block) => judgeBlock(resource, block, spelling, minimum));
}

/** Without a block of its own, a table or an index has the encryption of its bucket. */
export function ownOrInherited(
  property: string,
  spelling: Spelling,
): StackJudge<BucketEncryptionOptions> {
  return (resource, { minimum }) =>
    written(resource, property)
      .filter(({ state }) => state !== "absent")
      .flatMap((block) => judgeBlock(resource, block, spelling, minimum));
}

/** Buckets of Lightsail and Outposts take no key. They only have S3's own encryption. */
export function judgeBucketWithoutSetting(
  bucket: StackResource,
  { minimum }: BucketEncryptionOptions,
): readonly Finding[] {
  const found =
    "cannot be set on this kind of bucket, which leaves the objects to AWS's own keys (SSE-S3)";
  return minimum === "sse-s3"
    ? []
    : [violation(bucket, "encryption", found, asked[minimum], { fix: "Use an aws.s3.Bucket." })];
}

export function judgeBlock(
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
