// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireLogEncryption as rule } from "../../../../policies/rules/logs/require-log-encryption";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "logs must be encrypted with a customer-managed key";
const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const group = (
  properties: Record<string, unknown>,
  type = "aws:cloudwatch/logGroup:LogGroup",
): Program => ({
  key: { type: "aws:kms/key:Key" },
  command: { type: "command:local:Command" },
  logs: { type, properties },
});

describe("require-log-encryption", () => {
  it("not applicable: the program has no log group", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  for (const type of ["aws:cloudwatch/logGroup:LogGroup", "aws-native:logs:LogGroup"]) {
    it(`compliant: a key by its ARN, of the same program or from elsewhere, for ${type}`, async () => {
      await assertCompliant(rule, group({ kmsKeyId: keyArn }, type));
      await assertCompliant(rule, group({ kmsKeyId: from("key.arn") }, type));
      await assertCompliant(rule, group({ kmsKeyId: from("command.stdout") }, type));
    });

    it(`violation: no key for ${type}`, () =>
      assertAlwaysSays(rule, group({}, type), [
        violationOf(
          rule,
          `LogGroup 'logs': 'kmsKeyId' is missing, which leaves the logs to AWS's own keys; ${must}`,
        ),
      ]));

    it(`violation: a key that AWS manages for ${type}`, () =>
      assertAlwaysSays(rule, group({ kmsKeyId: "alias/aws/lambda" }, type), [
        violationOf(
          rule,
          `LogGroup 'logs': 'kmsKeyId' is alias/aws/lambda, a key that AWS manages; ${must}`,
        ),
      ]));
  }

  it("exempted: a group that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      group({}),
      [
        "Exempted: LogGroup 'logs': 'kmsKeyId' is missing, which leaves the logs to AWS's own keys; allowed until 2026-12-31 because: nothing personal",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::logs", reason: "nothing personal", expires: "2026-12-31" }],
        },
      },
    ));
});
