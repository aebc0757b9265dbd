// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Objects that a program stores with an encryption of their own. S3 uses it instead of the bucket's. */

import { type Finding, undecided, violation } from "../../framework/finding";
import {
  byKey,
  type Encryption,
  encryptionBy,
  reaches,
  type Strength,
} from "../../predicates/encryption";
import { type Reading, textOf } from "../../resources/reading";
import {
  asWritten,
  isWritten,
  type Resource,
  type StackResource,
  written,
} from "../../resources/stack";

export const objectTypes = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
] as const;

const spelling = { algorithm: "serverSideEncryption", key: "kmsKeyId" };

const fix =
  "Leave serverSideEncryption out, so that the bucket's encryption counts, or set kmsKeyId to a key of your own.";

/** The inputs are what the program wrote. The outputs also have the encryption of the bucket. */
export function judgeObject(object: Resource, minimum: Strength, must: string): readonly Finding[] {
  return judge(asWritten(object), minimum, must).filter(({ outcome }) => outcome === "violation");
}

/** A value that is not known yet is judged by the siblings that it comes from. */
export function judgeUnknownObject(
  object: StackResource,
  minimum: Strength,
  must: string,
): readonly Finding[] {
  return judge(object, minimum, must).filter(
    (finding) =>
      finding.outcome === "undecided" &&
      finding.properties.every((path) => isWritten(object, path)),
  );
}

/** Without a setting of its own, an object has the encryption of its bucket. */
function judge(object: StackResource, minimum: Strength, must: string): readonly Finding[] {
  const encryption = ownEncryption(object);
  if (encryption === undefined || reaches(encryption, minimum)) {
    return [];
  }
  return encryption.open
    ? [undecided(object, encryption.property, must)]
    : [violation(object, encryption.property, encryption.found, must, { fix })];
}

/** A key without an algorithm means KMS with that key to the provider. */
function ownEncryption(object: StackResource): Encryption | undefined {
  const whole: Reading = { state: "known", path: "", value: object.props };
  if (written(object, spelling.algorithm).some(isSaid)) {
    return encryptionBy(whole, spelling, object);
  }
  const [key] = written(object, spelling.key).filter(isSaid);
  return key && byKey(key, object);
}

function isSaid(reading: Reading): boolean {
  return reading.state === "unknown" || textOf(reading) !== undefined;
}
