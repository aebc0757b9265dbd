// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireLogRetention as rule } from "../../../../policies/rules/logs/require-log-retention";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "logs must be kept for between 1 and 3653 days";

const group = (
  properties: Record<string, unknown>,
  type = "aws:cloudwatch/logGroup:LogGroup",
): Program => ({
  command: { type: "command:local:Command" },
  logs: { type, properties },
});
const native = (properties: Record<string, unknown>) =>
  group(properties, "aws-native:logs:LogGroup");

describe("require-log-retention", () => {
  it("not applicable: the program has no log group", () =>
    assertNotApplicable(rule, { bucket: { type: "aws:s3/bucket:Bucket" } }));

  const compliant: Record<string, Program> = {
    "a day": group({ retentionInDays: 1 }),
    "ten years": group({ retentionInDays: 3653 }),
    "a year in aws-native": native({ retentionInDays: 365 }),
    "a group that only delivers": group({ logGroupClass: "DELIVERY" }),
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  const violations: Record<string, [Program, string]> = {
    "nothing said": [group({}), "is missing, which means for ever"],
    "for ever, in so many words": [group({ retentionInDays: 0 }), "is 0, which means for ever"],
    "nothing said in aws-native": [native({}), "is missing, which means for ever"],
    "nothing said of a cheaper class": [
      group({ logGroupClass: "INFREQUENT_ACCESS" }),
      "is missing, which means for ever",
    ],
    "too long": [group({ retentionInDays: 3654 }), "is 3654"],
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () =>
      assertAlwaysSays(rule, program, [
        violationOf(rule, `LogGroup 'logs': 'retentionInDays' ${what}; ${must}`),
      ]));
  }

  it("violation: less than the configured time, and no more than it", async () => {
    const configuration = { days: { min: 365 } };
    await assertAlwaysSays(
      rule,
      group({ retentionInDays: 30 }),
      [
        violationOf(
          rule,
          "LogGroup 'logs': 'retentionInDays' is 30; logs must be kept for at least 365 days",
        ),
      ],
      { configuration },
    );
    await assertCompliant(rule, group({ retentionInDays: 365 }), { configuration });
  });

  it("undecidable: a time that is not known yet", () =>
    assertSays(rule, group({ retentionInDays: from("command.stdout") }), [
      undecidedOf("LogGroup 'logs': 'retentionInDays' is", must),
    ]));

  it("exempted: a group that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      group({}),
      [
        "Exempted: LogGroup 'logs': 'retentionInDays' is missing, which means for ever; allowed until 2026-12-31 because: a lawsuit",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::logs", reason: "a lawsuit", expires: "2026-12-31" }],
        },
      },
    ));
});
