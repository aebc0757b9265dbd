// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Three kinds of key are not judged: replicas of multi-Region keys rotate with their primary key, imported
 * keys cannot rotate, and a disabled key encrypts nothing and KMS refuses to enable its rotation.
 */

import { configuration } from "../../framework/configuration";
import { cis, fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { type Reading, read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const mustRotate = "a symmetric key must rotate";

export const requireKeyRotation: Rule = {
  name: "require-key-rotation",
  description: "Customer-managed keys must rotate where AWS can rotate them.",
  rationale:
    "If key material that was used for years becomes known, everything that it has encrypted " +
    "is lost. Rotation limits that and needs no work: AWS keeps the old key material to " +
    "decrypt old data.",
  severity: "medium",
  controls: [
    fsbp("KMS.4", "AWS KMS key rotation should be enabled"),
    cis("3.6", "Ensure rotation for customer-created symmetric CMKs is enabled"),
    nist("SC-12", "Cryptographic key establishment and management"),
    iso("A.8.24", "Use of cryptography"),
  ],
  enforcementLevel: "mandatory",
  tags: ["kms", "encryption"],
  remediationSteps: "Set enableKeyRotation to true.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: { "aws:kms/key:Key": judgeKey, "aws-native:kms:Key": judgeKey },
  },
};

/** What a key must be to rotate. These values are also the defaults. */
const rotatable: Readonly<Record<string, string>> = {
  customerMasterKeySpec: "SYMMETRIC_DEFAULT",
  keySpec: "SYMMETRIC_DEFAULT",
  keyUsage: "ENCRYPT_DECRYPT",
  origin: "AWS_KMS",
  isEnabled: "true",
  enabled: "true",
};

/** The properties of keys in a custom key store, which AWS cannot rotate. */
const ownStores = ["customKeyStoreId", "xksKeyId"];

function judgeKey(key: Resource): readonly Finding[] {
  const kinds = Object.entries(rotatable).map(([property, value]) => ({
    reading: read(key.props, property),
    isOther: (reading: Reading) => (textOf(reading) ?? value) !== value,
  }));
  const stores = ownStores.map((property) => ({
    reading: read(key.props, property),
    isOther: (reading: Reading) => textOf(reading) !== undefined,
  }));
  const facts = [...kinds, ...stores];
  if (facts.some(({ reading, isOther }) => reading.state === "known" && isOther(reading))) {
    return [];
  }
  const rotation = read(key.props, "enableKeyRotation");
  if (textOf(rotation) === "true") {
    return [];
  }
  const unknown = [rotation, ...facts.map(({ reading }) => reading)].filter(
    ({ state }) => state === "unknown",
  );
  const found = rotation.state === "absent" ? "is missing, which means false" : "is false";
  return unknown.length > 0
    ? unknown.map(({ path }) => undecided(key, path, mustRotate))
    : [violation(key, rotation.path, found, mustRotate)];
}
