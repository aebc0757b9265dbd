// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireSecretEncryption as rule } from "../../../../policies/rules/secrets/require-secret-encryption";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "a secret must be encrypted with a customer-managed key";
const mustBeRecoverable = "a deleted secret must be recoverable for 7 days or more";
const missing = "is missing, which means the key that AWS manages (alias/aws/secretsmanager)";
const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const secret = (
  properties: Record<string, unknown>,
  type = "aws:secretsmanager/secret:Secret",
): Program => ({
  key: { type: "aws:kms/key:Key" },
  command: { type: "command:local:Command" },
  secret: { type, properties },
});
const native = (properties: Record<string, unknown>) =>
  secret(properties, "aws-native:secretsmanager:Secret");

describe("require-secret-encryption", () => {
  it("not applicable: the program has no secret", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  const compliant: Record<string, Program> = {
    "a key by its ARN": secret({ kmsKeyId: keyArn }),
    "a key of the same program": secret({ kmsKeyId: from("key.arn") }),
    "the shortest window": secret({ kmsKeyId: keyArn, recoveryWindowInDays: 7 }),
    "replicas with keys of their own": secret({
      kmsKeyId: keyArn,
      replicas: [{ region: "eu-west-1", kmsKeyId: keyArn }],
    }),
    "a secret of aws-native": native({ kmsKeyId: from("key.arn") }),
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  const violations: Record<string, [Program, string]> = {
    "no key": [secret({}), `Secret 'secret': 'kmsKeyId' ${missing}; ${must}`],
    "no key in aws-native": [native({}), `Secret 'secret': 'kmsKeyId' ${missing}; ${must}`],
    "AWS's key by name": [
      secret({ kmsKeyId: "alias/aws/secretsmanager" }),
      `Secret 'secret': 'kmsKeyId' is alias/aws/secretsmanager, a key that AWS manages; ${must}`,
    ],
    "a replica without a key": [
      secret({
        kmsKeyId: keyArn,
        replicas: [{ region: "eu-west-1", kmsKeyId: keyArn }, { region: "eu-west-2" }],
      }),
      `Secret 'secret': 'replicas[1].kmsKeyId' ${missing}; ${must}`,
    ],
    "a replica without a key in aws-native": [
      native({ kmsKeyId: keyArn, replicaRegions: [{ region: "eu-west-1" }] }),
      `Secret 'secret': 'replicaRegions[0].kmsKeyId' ${missing}; ${must}`,
    ],
    "deletion at once": [
      secret({ kmsKeyId: keyArn, recoveryWindowInDays: 0 }),
      `Secret 'secret': 'recoveryWindowInDays' is 0; ${mustBeRecoverable}`,
    ],
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, [violationOf(rule, what)]));
  }

  it("undecidable: a key and a window from elsewhere, which are not known yet", () =>
    assertSays(
      rule,
      secret({ kmsKeyId: from("command.stdout"), recoveryWindowInDays: from("command.stdout") }),
      // What is asked last is said of both.
      [
        undecidedOf(
          "Secret 'secret': 'kmsKeyId' and 'recoveryWindowInDays' are",
          mustBeRecoverable,
        ),
      ],
    ));

  it("exempted: a secret that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      secret({}),
      [
        `Exempted: Secret 'secret': 'kmsKeyId' ${missing}; allowed until 2026-12-31 because: a sandbox`,
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::secret", reason: "a sandbox", expires: "2026-12-31" }],
        },
      },
    ));
});
