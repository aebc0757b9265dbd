// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: whose key a literal key ARN names. Without a recovery window, AWS waits 30 days. */

import { configuration } from "../../framework/configuration";
import { agoraDocs, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { judgeCustomerKey } from "../../predicates/customer-key";
import { below, textOf } from "../../resources/reading";
import { type StackResource, written } from "../../resources/stack";
import { managedSecrets } from "./managed-secrets";

const must = "a secret must be encrypted with a customer-managed key";
const wording = {
  must,
  missing: "is missing, which means the key that AWS manages (alias/aws/secretsmanager)",
};
const ofDatabases = managedSecrets(wording);
const mustBeRecoverable = "a deleted secret must be recoverable for 7 days or more";

export const requireSecretEncryption: Rule = {
  name: "require-secret-encryption",
  description:
    "Secrets must be encrypted with a customer-managed key and recoverable after deletion.",
  rationale:
    "With a customer-managed key, reading the App Certificate takes a permission on the key as " +
    "well as on the secret, and every use is on record. Without its secret no token server " +
    "works, so a deletion must be recoverable.",
  severity: "high",
  controls: [
    nist("SC-12", "Cryptographic key establishment and management"),
    nist("SC-28(1)", "Protection of information at rest: cryptographic protection"),
    nist("CP-9", "System backup"),
    iso("A.8.24", "Use of cryptography"),
    gdpr("Article 32(1)(a)", "Encryption of personal data"),
    agoraDocs("App Certificate", "Keep the App Certificate in the backend only"),
  ],
  enforcementLevel: "mandatory",
  tags: ["secretsmanager", "kms", "encryption", "tokens"],
  remediationSteps:
    "Set kmsKeyId to a key of your own, for each replica too, and recoveryWindowInDays to " +
    "between 7 and 30 or leave it out.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: ofDatabases.resource,
    stack: {
      ...ofDatabases.stack,
      "aws:secretsmanager/secret:Secret": (secret) => [
        ...judgeKeys(secret, "replicas"),
        ...judgeWindow(secret),
      ],
      "aws-native:secretsmanager:Secret": (secret) => judgeKeys(secret, "replicaRegions"),
    },
  },
};

function judgeKeys(secret: StackResource, replicas: string): readonly Finding[] {
  return [
    ...written(secret, "kmsKeyId"),
    ...written(secret, replicas)
      .filter(({ state }) => state !== "absent")
      .map((replica) => below(replica, "kmsKeyId")),
  ].flatMap((key) => judgeCustomerKey(secret, key, wording));
}

function judgeWindow(secret: StackResource): readonly Finding[] {
  return written(secret, "recoveryWindowInDays").flatMap((days): readonly Finding[] => {
    const text = textOf(days);
    if (days.state === "unknown") {
      return [undecided(secret, days.path, mustBeRecoverable)];
    }
    return text === undefined || Number(text) >= 7
      ? []
      : [violation(secret, days.path, `is ${Number(text)}`, mustBeRecoverable)];
  });
}
