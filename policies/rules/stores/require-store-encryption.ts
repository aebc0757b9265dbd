// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: whose key a literal key ARN names, or that an account encrypts all new volumes by default. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { type Protection, protections, type Store, stores } from "../../provider-tables/stores";
import { asWritten, type Resource, type StackResource, written } from "../../resources/stack";
import { encryptionsOf, type StoreEncryption } from "./store-protection";

interface StoreEncryptionOptions extends Options {
  readonly minimum: Protection;
}

const asked: Readonly<Record<Protection, string>> = {
  unencrypted: "anything goes",
  "aws-owned": "data must be encrypted at rest",
  "aws-managed": "data must be encrypted at rest with a KMS key of the account",
  "customer-key": "data must be encrypted at rest with a customer-managed key",
};

export const requireStoreEncryption: Rule<StoreEncryptionOptions> = {
  name: "require-store-encryption",
  description:
    "Tables, queues, topics, volumes and databases must be encrypted with a customer-managed key.",
  rationale:
    "Class data is not only in buckets: there are names in a table, messages in a queue, the " +
    "disk of a database. With a customer-managed key, reading any of it takes a permission " +
    "that can be revoked, and every use of the key is on record.",
  severity: "medium",
  controls: [
    fsbp("SNS.1", "SNS topics should be encrypted at-rest using AWS KMS"),
    fsbp("SQS.1", "Amazon SQS queues should be encrypted at rest"),
    fsbp("RDS.3", "RDS DB instances should have encryption at-rest enabled"),
    nist("SC-28(1)", "Protection of information at rest: cryptographic protection"),
    iso("A.8.24", "Use of cryptography"),
    gdpr("Article 32(1)(a)", "Encryption of personal data as a measure appropriate to the risk"),
  ],
  enforcementLevel: "mandatory",
  tags: ["kms", "encryption", "dynamodb", "sqs", "sns", "kinesis", "efs", "ebs", "rds"],
  remediationSteps: "Turn encryption at rest on and name a KMS key of your own.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html",
  configSchema: configuration("advisory", {
    minimum: {
      type: "string",
      enum: ["aws-owned", "aws-managed", "customer-key"],
      description:
        "The weakest encryption allowed: keys that AWS owns, the KMS key that AWS manages in " +
        "the account, or a customer-managed key.",
      default: "customer-key",
    },
  }),
  validator: {
    resource: byType((store) => (resource, options) => judgeInputs(resource, store, options)),
    stack: byType((store) => (resource, options) => judgeUnknown(resource, store, options)),
  },
};

function byType<T>(judge: (all: readonly Store[]) => T): Readonly<Record<string, T>> {
  return forEntries(stores, judge);
}

/**
 * Inputs decide wherever they are known: the outputs can have a key that AWS chose, whose ARN looks like
 * that of a customer-managed key.
 */
function judgeInputs(
  resource: Resource,
  all: readonly Store[],
  { minimum }: StoreEncryptionOptions,
): readonly Finding[] {
  return tooWeak(asWritten(resource), all, minimum)
    .filter(({ at }) => at.state !== "unknown")
    .map(({ at, found }) => violation(resource, at.path, found, asked[minimum]));
}

/** A value that is not known yet is judged by the siblings that it comes from. */
function judgeUnknown(
  resource: StackResource,
  all: readonly Store[],
  { minimum }: StoreEncryptionOptions,
): readonly Finding[] {
  return tooWeak(resource, all, minimum)
    .filter(({ at }) => at.state === "unknown")
    .map(({ at }) => undecided(resource, at.path, asked[minimum]));
}

function tooWeak(
  resource: StackResource,
  all: readonly Store[],
  minimum: Protection,
): readonly StoreEncryption[] {
  const found = all
    .filter((store) => !isEncryptedElsewhere(resource, store))
    .flatMap((store) => encryptionsOf(resource, store))
    .filter(({ protection }) => protections.indexOf(protection) < protections.indexOf(minimum));
  return found.filter(
    ({ at }, index) => found.findIndex((one) => one.at.path === at.path) === index,
  );
}

/** A replica has the encryption of its source, and a delivery stream that of the stream that it reads. */
function isEncryptedElsewhere(resource: StackResource, { follows = [] }: Store): boolean {
  return follows
    .flatMap((property) => written(resource, property))
    .some(
      (source) => source.state === "unknown" || (source.state === "known" && source.value !== ""),
    );
}
