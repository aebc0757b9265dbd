// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireSecretEncryption as rule } from "../../../../policies/rules/secrets/require-secret-encryption";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const isMissing = "is missing, which means the key that AWS manages (alias/aws/secretsmanager)";
const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const secret = (
  properties: Record<string, unknown>,
  type = "aws:secretsmanager/secret:Secret",
): Program => ({
  key: { type: "aws:kms/key:Key" },
  secret: { type, properties },
});
const native = (properties: Record<string, unknown>) =>
  secret(properties, "aws-native:secretsmanager:Secret");

const { notApplicable, complies, violates, exempted } = ruleSpec(rule, {
  must: "a secret must be encrypted with a customer-managed key",
});
const recovery = ruleSpec(rule, {
  must: "a deleted secret must be recoverable for 7 days or more",
});

describe("require-secret-encryption", () => {
  notApplicable({ "the program has no secret": { key: { type: "aws:kms/key:Key" } } });

  complies({
    "a key by its ARN": secret({ kmsKeyId: keyArn }),
    "a key of the same program": secret({ kmsKeyId: from("key.arn") }),
    "the shortest recovery window": secret({ kmsKeyId: keyArn, recoveryWindowInDays: 7 }),
    "replicas with keys of their own": secret({
      kmsKeyId: keyArn,
      replicas: [{ region: "eu-west-1", kmsKeyId: keyArn }],
    }),
    "a secret of aws-native": native({ kmsKeyId: from("key.arn") }),
  });

  violates({
    "no key": [secret({}), `Secret 'secret': 'kmsKeyId' ${isMissing}`],
    "no key in aws-native": [native({}), `Secret 'secret': 'kmsKeyId' ${isMissing}`],
    "the key that AWS manages, by its alias": [
      secret({ kmsKeyId: "alias/aws/secretsmanager" }),
      "Secret 'secret': 'kmsKeyId' is alias/aws/secretsmanager, a key that AWS manages",
    ],
    "a replica without a key": [
      secret({
        kmsKeyId: keyArn,
        replicas: [{ region: "eu-west-1", kmsKeyId: keyArn }, { region: "eu-west-2" }],
      }),
      `Secret 'secret': 'replicas[1].kmsKeyId' ${isMissing}`,
    ],
    "a replica without a key in aws-native": [
      native({ kmsKeyId: keyArn, replicaRegions: [{ region: "eu-west-1" }] }),
      `Secret 'secret': 'replicaRegions[0].kmsKeyId' ${isMissing}`,
    ],
  });

  recovery.violates({
    "deletion at once": [
      secret({ kmsKeyId: keyArn, recoveryWindowInDays: 0 }),
      "Secret 'secret': 'recoveryWindowInDays' is 0",
    ],
  });

  // The message gives the last demand for both values.
  recovery.undecided({
    "a key and a recovery window that are not known yet": [
      secret({ kmsKeyId: from("command.stdout"), recoveryWindowInDays: from("command.stdout") }),
      "Secret 'secret': 'kmsKeyId' and 'recoveryWindowInDays' are",
    ],
  });

  exempted({
    "a secret that an administrator allows": [
      secret({}),
      "*::secret",
      "a sandbox",
      `Secret 'secret': 'kmsKeyId' ${isMissing}`,
    ],
  });
});
