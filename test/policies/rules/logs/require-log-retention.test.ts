// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireLogRetention as rule } from "../../../../policies/rules/logs/require-log-retention";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const group = (
  properties: Record<string, unknown>,
  type = "aws:cloudwatch/logGroup:LogGroup",
): Program => ({
  logs: { type, properties },
});
const native = (properties: Record<string, unknown>) =>
  group(properties, "aws-native:logs:LogGroup");

const retention = "LogGroup 'logs': 'retentionInDays'";
const isForEver = "is missing, which means for ever";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "logs must be kept for between 1 and 3653 days",
});

const aYear = ruleSpec(rule, {
  must: "logs must be kept for at least 365 days",
  configuration: { days: { min: 365 } },
});

describe("require-log-retention", () => {
  notApplicable({ "the program has no log group": { bucket: { type: "aws:s3/bucket:Bucket" } } });

  complies({
    "a day": group({ retentionInDays: 1 }),
    "ten years": group({ retentionInDays: 3653 }),
    "a year in aws-native": native({ retentionInDays: 365 }),
    "a group that only delivers": group({ logGroupClass: "DELIVERY" }),
  });

  violates({
    "no retention": [group({}), `${retention} ${isForEver}`],
    "a retention of zero, which means for ever": [
      group({ retentionInDays: 0 }),
      `${retention} is 0, which means for ever`,
    ],
    "no retention in aws-native": [native({}), `${retention} ${isForEver}`],
    "no retention in a cheaper class": [
      group({ logGroupClass: "INFREQUENT_ACCESS" }),
      `${retention} ${isForEver}`,
    ],
    "too long": [group({ retentionInDays: 3654 }), `${retention} is 3654`],
  });

  aYear.complies({ "the configured least time": group({ retentionInDays: 365 }) });

  aYear.violates({
    "less than the configured time": [group({ retentionInDays: 30 }), `${retention} is 30`],
  });

  undecided({
    "a time that is not known yet": [
      group({ retentionInDays: from("command.stdout") }),
      `${retention} is`,
    ],
  });

  exempted({
    "a group that an administrator allows": [
      group({}),
      "*::logs",
      "a lawsuit",
      `${retention} ${isForEver}`,
    ],
  });
});
