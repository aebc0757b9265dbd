// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How strong the encryption of a block is, whatever its properties are called. */

import { below, type Reading, textOf } from "../resources/reading";
import type { StackResource } from "../resources/stack";
import { comesFromCustomerKey, managedAliasIn } from "./encryption-key";

/** From the weakest to the strongest. The first is AWS's default. */
export const strengths = ["sse-s3", "aws-managed", "customer-key"] as const;

export type Strength = (typeof strengths)[number];

export interface Encryption {
  /** The least that it is; undefined where AWS would refuse it. */
  readonly atLeast: Strength | undefined;
  /** Whether it may be stronger once everything is known. */
  readonly open: boolean;
  readonly property: string;
  /** What is found at the property, as the end of a sentence. */
  readonly found: string;
}

/** The names of a block's two properties: the algorithm, and the key for KMS. */
export interface Spelling {
  readonly algorithm: string;
  readonly key: string;
}

export function reaches(encryption: Encryption, minimum: Strength): boolean {
  return (
    encryption.atLeast !== undefined &&
    strengths.indexOf(encryption.atLeast) >= strengths.indexOf(minimum)
  );
}

export function encryptionBy(
  block: Reading,
  spelling: Spelling,
  resource: StackResource,
): Encryption {
  const algorithm = below(block, spelling.algorithm);
  const property = algorithm.path;
  if (algorithm.state === "unknown") {
    // A block that is made from a key uses KMS: AWS refuses a key beside AES256.
    return block.state === "unknown"
      ? byUnknown(property, resource, "sse-s3")
      : { atLeast: "sse-s3", open: true, property, found: "is not known" };
  }
  const name = textOf(algorithm);
  if (name === undefined) {
    return { atLeast: "sse-s3", open: false, property, found: unencrypted };
  }
  return (
    byAlgorithm[name]?.(property, below(block, spelling.key), resource) ?? {
      atLeast: undefined,
      open: false,
      property,
      found: "is none of AES256, aws:kms and aws:kms:dsse",
    }
  );
}

function byUnknown(property: string, resource: StackResource, atLeast: Strength): Encryption {
  return comesFromCustomerKey(resource, property)
    ? { atLeast: "customer-key", open: false, property, found: "comes from a key of this program" }
    : { atLeast, open: true, property, found: "is not known" };
}

const unencrypted = "is missing, which leaves the objects to AWS's own keys (SSE-S3)";

type ByKey = (property: string, key: Reading, resource: StackResource) => Encryption;

const byAlgorithm: Readonly<Record<string, ByKey>> = {
  AES256: (property) => ({
    atLeast: "sse-s3",
    open: false,
    property,
    found: "is AES256, which means AWS's own keys (SSE-S3)",
  }),
  "aws:kms": (_, key, resource) => byKey(key, resource),
  "aws:kms:dsse": (_, key, resource) => byKey(key, resource),
};

/** The encryption where a KMS key is expected. */
export function byKey(key: Reading, resource: StackResource): Encryption {
  const property = key.path;
  if (key.state === "unknown") {
    return byUnknown(property, resource, "aws-managed");
  }
  const id = textOf(key);
  if (id === undefined) {
    return {
      atLeast: "aws-managed",
      open: false,
      property,
      found: "is missing, which means the key that AWS manages (alias/aws/s3)",
    };
  }
  const alias = managedAliasIn(id);
  return alias === undefined
    ? { atLeast: "customer-key", open: false, property, found: "is a customer-managed key" }
    : {
        atLeast: "aws-managed",
        open: false,
        property,
        found: `is ${alias}, a key that AWS manages`,
      };
}
