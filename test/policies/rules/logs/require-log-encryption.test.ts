// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireLogEncryption as rule } from "../../../../policies/rules/logs/require-log-encryption";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const group = (
  properties: Record<string, unknown>,
  type = "aws:cloudwatch/logGroup:LogGroup",
): Program => ({
  key: { type: "aws:kms/key:Key" },
  logs: { type, properties },
});

const { notApplicable, complies, violates, exempted } = ruleSpec(rule, {
  must: "logs must be encrypted with a customer-managed key",
});

describe("require-log-encryption", () => {
  notApplicable({ "the program has no log group": { key: { type: "aws:kms/key:Key" } } });

  for (const type of ["aws:cloudwatch/logGroup:LogGroup", "aws-native:logs:LogGroup"]) {
    complies({
      [`a key by its ARN, of the same program or from elsewhere, for ${type}`]: [
        group({ kmsKeyId: keyArn }, type),
        group({ kmsKeyId: from("key.arn") }, type),
        group({ kmsKeyId: from("command.stdout") }, type),
      ],
    });

    violates({
      [`no key for ${type}`]: [
        group({}, type),
        "LogGroup 'logs': 'kmsKeyId' is missing, which leaves the logs to AWS's own keys",
      ],
      [`a key that AWS manages for ${type}`]: [
        group({ kmsKeyId: "alias/aws/lambda" }, type),
        "LogGroup 'logs': 'kmsKeyId' is alias/aws/lambda, a key that AWS manages",
      ],
    });
  }

  exempted({
    "a group that an administrator allows": [
      group({}),
      "*::logs",
      "nothing personal",
      "LogGroup 'logs': 'kmsKeyId' is missing, which leaves the logs to AWS's own keys",
    ],
  });
});
