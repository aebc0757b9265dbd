// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPayloadLogging as rule } from "../../../../policies/rules/api/forbid-payload-logging";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "logs must hold no bodies and no tokens";
const breaks = (what: string) => violationOf(rule, `${what}; ${must}`);
const whole = "is true: whole requests and responses are logged";

const one = (type: string, properties: Record<string, unknown>): Program => ({
  command: { type: "command:local:Command" },
  it: { type, properties },
});
const methods = (settings: unknown) =>
  one("aws:apigateway/methodSettings:MethodSettings", { methodPath: "*/*", settings });
const stage = (format: string, type = "aws:apigateway/stage:Stage") =>
  one(type, {
    [type.includes("native:apigateway:") ? "accessLogSetting" : "accessLogSettings"]: { format },
  });

describe("forbid-payload-logging", () => {
  it("not applicable: the program has no stage and no settings", () =>
    assertNotApplicable(rule, { bucket: { type: "aws:s3/bucket:Bucket" } }));

  const compliant: Record<string, Program> = {
    "settings without tracing": methods({ loggingLevel: "INFO" }),
    "tracing switched off": methods({ dataTraceEnabled: false }),
    "a stage without logs": one("aws:apigateway/stage:Stage", {}),
    "a format with ids and results": stage(
      '{"id":"$context.requestId","status":"$context.status","key":"$context.identity.apiKeyId","who":"$context.identity.userArn"}',
    ),
    "a format that only speaks of tokens": stage("token request: $context.status"),
    "a format with the kind of a token": stage("$context.authorizer.claims.token_use"),
    "a stage of an HTTP API": one("aws:apigatewayv2/stage:Stage", {
      defaultRouteSettings: { throttlingRateLimit: 10 },
      routeSettings: [{ routeKey: "POST /sign", dataTraceEnabled: false }],
    }),
    "a stage of aws-native": one("aws-native:apigateway:Stage", {
      methodSettings: [{ httpMethod: "*", resourcePath: "/*", dataTraceEnabled: false }],
    }),
    "routes of aws-native": one("aws-native:apigatewayv2:Stage", {
      routeSettings: { "POST /sign": { dataTraceEnabled: false } },
    }),
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  const violations: Record<string, [Program, string]> = {
    "tracing of methods": [
      methods({ dataTraceEnabled: true }),
      `MethodSettings 'it': 'settings.dataTraceEnabled' ${whole}`,
    ],
    "tracing of all routes": [
      one("aws:apigatewayv2/stage:Stage", { defaultRouteSettings: { dataTraceEnabled: true } }),
      `Stage 'it': 'defaultRouteSettings.dataTraceEnabled' ${whole}`,
    ],
    "tracing of a route": [
      one("aws:apigatewayv2/stage:Stage", {
        routeSettings: [{ routeKey: "a" }, { routeKey: "b", dataTraceEnabled: true }],
      }),
      `Stage 'it': 'routeSettings[1].dataTraceEnabled' ${whole}`,
    ],
    "tracing of methods in aws-native": [
      one("aws-native:apigateway:Stage", { methodSettings: [{ dataTraceEnabled: true }] }),
      `Stage 'it': 'methodSettings[0].dataTraceEnabled' ${whole}`,
    ],
    "tracing of a route in aws-native": [
      one("aws-native:apigatewayv2:Stage", { routeSettings: { send: { dataTraceEnabled: true } } }),
      `Stage 'it': 'routeSettings.send.dataTraceEnabled' ${whole}`,
    ],
    "tracing of a route in aws-native, in the letters of CloudFormation": [
      one("aws-native:apigatewayv2:Stage", { routeSettings: { send: { DataTraceEnabled: true } } }),
      `Stage 'it': 'routeSettings.send.DataTraceEnabled' ${whole}`,
    ],
    "tracing of a deployment's stage in aws-native": [
      one("aws-native:apigateway:Deployment", { stageDescription: { dataTraceEnabled: true } }),
      `Deployment 'it': 'stageDescription.dataTraceEnabled' ${whole}`,
    ],
    "an API key in the format": [
      stage('{"key":"$context.identity.apiKey"}'),
      "Stage 'it': 'accessLogSettings.format' writes $context.identity.apiKey",
    ],
    "a header in the format": [
      stage("$context.requestId $request.header.Authorization", "aws:apigatewayv2/stage:Stage"),
      "Stage 'it': 'accessLogSettings.format' writes $request.header.Authorization",
    ],
    "a body in the format": [
      stage("$input.body", "aws-native:apigateway:Stage"),
      "Stage 'it': 'accessLogSetting.format' writes $input.body",
    ],
    "a token of an authorizer in the format": [
      stage("$context.authorizer.accessToken $context.status"),
      "Stage 'it': 'accessLogSettings.format' writes $context.authorizer.accessToken",
    ],
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, [breaks(what)]));
  }

  it("undecidable: a switch and a format that are not known yet", async () => {
    await assertSays(rule, methods({ dataTraceEnabled: from("command.stdout") }), [
      undecidedOf("MethodSettings 'it': 'settings.dataTraceEnabled' is", must),
    ]);
    await assertSays(rule, stage(from("command.stdout")), [
      undecidedOf("Stage 'it': 'accessLogSettings.format' is", must),
    ]);
  });

  it("exempted: settings that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      methods({ dataTraceEnabled: true }),
      [
        `Exempted: MethodSettings 'it': 'settings.dataTraceEnabled' ${whole}; allowed until 2026-12-31 because: an investigation`,
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::it", reason: "an investigation", expires: "2026-12-31" }],
        },
      },
    ));
});
