// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPayloadLogging as rule } from "../../../../policies/rules/api/forbid-payload-logging";
import { from, one } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const traced = "is true: whole requests and responses are logged";

const methods = (settings: unknown) =>
  one("aws:apigateway/methodSettings:MethodSettings", { methodPath: "*/*", settings });
const stage = (format: string, type = "aws:apigateway/stage:Stage") =>
  one(type, {
    [type.includes("native:apigateway:") ? "accessLogSetting" : "accessLogSettings"]: { format },
  });

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "logs must hold no bodies and no tokens",
});

describe("forbid-payload-logging", () => {
  notApplicable({
    "the program has no stage and no settings": { bucket: { type: "aws:s3/bucket:Bucket" } },
  });

  complies({
    "settings without tracing": methods({ loggingLevel: "INFO" }),
    "tracing switched off": methods({ dataTraceEnabled: false }),
    "a stage without logs": one("aws:apigateway/stage:Stage", {}),
    "a format with ids and results": stage(
      JSON.stringify({
        id: "$context.requestId",
        status: "$context.status",
        key: "$context.identity.apiKeyId",
        who: "$context.identity.userArn",
      }),
    ),
    "a format that has the word token in it": stage("token request: $context.status"),
    "a format with a claim that says how a token is used": stage(
      "$context.authorizer.claims.token_use",
    ),
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
  });

  violates({
    "tracing of methods": [
      methods({ dataTraceEnabled: true }),
      `MethodSettings 'it': 'settings.dataTraceEnabled' ${traced}`,
    ],
    "tracing of all routes": [
      one("aws:apigatewayv2/stage:Stage", { defaultRouteSettings: { dataTraceEnabled: true } }),
      `Stage 'it': 'defaultRouteSettings.dataTraceEnabled' ${traced}`,
    ],
    "tracing of a route": [
      one("aws:apigatewayv2/stage:Stage", {
        routeSettings: [{ routeKey: "a" }, { routeKey: "b", dataTraceEnabled: true }],
      }),
      `Stage 'it': 'routeSettings[1].dataTraceEnabled' ${traced}`,
    ],
    "tracing of methods in aws-native": [
      one("aws-native:apigateway:Stage", { methodSettings: [{ dataTraceEnabled: true }] }),
      `Stage 'it': 'methodSettings[0].dataTraceEnabled' ${traced}`,
    ],
    "tracing of a route in aws-native": [
      one("aws-native:apigatewayv2:Stage", { routeSettings: { send: { dataTraceEnabled: true } } }),
      `Stage 'it': 'routeSettings.send.dataTraceEnabled' ${traced}`,
    ],
    "tracing of a route in aws-native, in the spelling of CloudFormation": [
      one("aws-native:apigatewayv2:Stage", { routeSettings: { send: { DataTraceEnabled: true } } }),
      `Stage 'it': 'routeSettings.send.DataTraceEnabled' ${traced}`,
    ],
    "tracing of a deployment's stage in aws-native": [
      one("aws-native:apigateway:Deployment", { stageDescription: { dataTraceEnabled: true } }),
      `Deployment 'it': 'stageDescription.dataTraceEnabled' ${traced}`,
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
  });

  undecided({
    "a switch and a format that are not known yet": [
      [
        methods({ dataTraceEnabled: from("command.stdout") }),
        "MethodSettings 'it': 'settings.dataTraceEnabled' is",
      ],
      [stage(from("command.stdout")), "Stage 'it': 'accessLogSettings.format' is"],
    ],
  });

  exempted({
    "settings that an administrator allows": [
      methods({ dataTraceEnabled: true }),
      "*::it",
      "an investigation",
      `MethodSettings 'it': 'settings.dataTraceEnabled' ${traced}`,
    ],
  });
});
