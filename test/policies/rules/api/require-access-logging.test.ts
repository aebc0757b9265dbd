// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireAccessLogging as rule } from "../../../../policies/rules/api/require-access-logging";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "every stage must write access logs";
const logs = { calls: { type: "aws:cloudwatch/logGroup:LogGroup" } } as const;
const stage = (type: string, properties: Record<string, unknown>): Program => ({
  ...logs,
  live: { type, properties },
});
const settings = { destinationArn: from("calls.arn"), format: "$context.requestId" };

/** Each kind of stage, with the property that says where it logs. */
const stages: [string, string][] = [
  ["aws:apigateway/stage:Stage", "accessLogSettings"],
  ["aws:apigatewayv2/stage:Stage", "accessLogSettings"],
  ["aws-native:apigateway:Stage", "accessLogSetting"],
  ["aws-native:apigatewayv2:Stage", "accessLogSettings"],
];

describe("require-access-logging", () => {
  it("not applicable: the program has no stage", () => assertNotApplicable(rule, logs));

  for (const [type, property] of stages) {
    it(`compliant: ${type} with a log group that does not exist yet`, () =>
      assertCompliant(rule, stage(type, { [property]: settings })));

    it(`violation: ${type} without a word about logs, or without a destination`, async () => {
      await assertAlwaysSays(rule, stage(type, {}), [
        violationOf(rule, `Stage 'live': '${property}' is missing; ${must}`),
      ]);
      await assertAlwaysSays(rule, stage(type, { [property]: { format: "$context.status" } }), [
        violationOf(rule, `Stage 'live': '${property}.destinationArn' is missing; ${must}`),
      ]);
      const readBack = { [property]: { destinationArn: "", format: "" } };
      await assertAlwaysSays(rule, stage(type, readBack), [
        violationOf(rule, `Stage 'live': '${property}.destinationArn' is missing; ${must}`),
      ]);
    });

    it(`undecidable: ${type} with settings that are not known yet`, () =>
      assertSays(rule, stage(type, { [property]: from("calls.settings") }), [
        undecidedOf(`Stage 'live': '${property}' is`, must),
      ]));
  }

  it("compliant: a deployment that makes no stage", () =>
    assertCompliant(rule, stage("aws:apigateway/deployment:Deployment", { restApi: "a1b2c3" })));

  it("compliant: a deployment whose stage is read back without a name", () =>
    assertCompliant(rule, stage("aws:apigateway/deployment:Deployment", { stageName: "" })));

  it("violation: a deployment that makes a stage, which logs nothing", () =>
    assertAlwaysSays(rule, stage("aws:apigateway/deployment:Deployment", { stageName: "live" }), [
      violationOf(rule, `Deployment 'live': 'stageDescription' is missing; ${must}`),
    ]));

  it("compliant: a deployment of aws-native whose stage logs", () =>
    assertCompliant(
      rule,
      stage("aws-native:apigateway:Deployment", {
        stageName: "live",
        stageDescription: { accessLogSetting: settings },
      }),
    ));

  it("exempted: a stage that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      stage("aws:apigateway/stage:Stage", {}),
      [
        "Exempted: Stage 'live': 'accessLogSettings' is missing; allowed until 2026-12-31 because: a sandbox",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::live", reason: "a sandbox", expires: "2026-12-31" }],
        },
      },
    ));
});
