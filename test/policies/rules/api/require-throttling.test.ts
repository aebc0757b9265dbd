// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireThrottling as rule } from "../../../../policies/rules/api/require-throttling";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const limits = { throttlingRateLimit: 10, throttlingBurstLimit: 20 };
const stage = (type: string, properties: Record<string, unknown>): Program => ({
  tokens: { type: "aws:apigateway/restApi:RestApi" },
  live: { type, properties: { restApi: from("tokens.id"), stageName: "live", ...properties } },
});
const restStage = stage("aws:apigateway/stage:Stage", {});
const methodSettings = (settings: unknown, methodPath: unknown, stageName = "live") => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  properties: { restApi: from("tokens.id"), stageName, methodPath, settings },
});
const withSettings = (
  settings: unknown,
  methodPath: unknown = "*/*",
  program = restStage,
): Program => ({ ...program, methods: methodSettings(settings, methodPath) });
const unknownLimit = { throttlingRateLimit: from("command.stdout") };
const routes = (defaultRouteSettings: unknown) =>
  stage("aws:apigatewayv2/stage:Stage", { defaultRouteSettings });
const ofOneMethod = (settings: unknown, methodPath: unknown = "sign/POST"): Program => ({
  ...withSettings(limits),
  sign: methodSettings(settings, methodPath, from("live.stageName")),
});
const native = (...methodSettings: object[]) =>
  stage("aws-native:apigateway:Stage", { methodSettings });

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "every stage must have a throttle for all of its methods or routes",
});

describe("require-throttling", () => {
  notApplicable({
    "the program has no stage": { tokens: { type: "aws:apigateway/restApi:RestApi" } },
  });

  complies({
    "settings for all methods": withSettings(limits),
    "settings that take the stage's name from it": {
      ...restStage,
      methods: methodSettings(limits, "*/*", from("live.stageName")),
    },
    "a stage that a deployment makes": withSettings(
      limits,
      "*/*",
      stage("aws:apigateway/deployment:Deployment", {}),
    ),
    "a stage that a deployment of aws-native makes": stage("aws-native:apigateway:Deployment", {
      stageDescription: limits,
    }),
    "a deployment that makes no stage": {
      tokens: { type: "aws:apigateway/restApi:RestApi" },
      deployment: {
        type: "aws:apigateway/deployment:Deployment",
        properties: { restApi: from("tokens.id") },
      },
    },
    "a deployment of aws-native that makes no stage": {
      deployment: {
        type: "aws-native:apigateway:Deployment",
        properties: { restApiId: "a1b2c3d4e5" },
      },
    },
    "settings for one method as well": ofOneMethod(limits),
    "settings for all methods, and for others that are not known yet": ofOneMethod(
      limits,
      from("command.stdout"),
    ),
    "a throttle that lets nothing through": withSettings({ throttlingRateLimit: 0 }),
    "the default of routes": routes(limits),
    "all methods in aws-native": native(
      { httpMethod: "POST", resourcePath: "/sign" },
      { httpMethod: "*", resourcePath: "/*", ...limits },
    ),
    "the default of routes in aws-native": stage("aws-native:apigatewayv2:Stage", {
      defaultRouteSettings: limits,
    }),
  });

  violates({
    "no settings": [
      restStage,
      "Stage 'live': 'throttlingRateLimit' is in no aws.apigateway.MethodSettings of the stage",
    ],
    "settings for one method only": [
      withSettings(limits, "sign/POST"),
      "Stage 'live': 'throttlingRateLimit' is not set for all methods (*/*)",
    ],
    "a deployment that makes a stage without settings": [
      stage("aws:apigateway/deployment:Deployment", {}),
      "Deployment 'live': 'throttlingRateLimit' is in no aws.apigateway.MethodSettings of the stage",
    ],
    "settings without a throttle": [
      withSettings({ metricsEnabled: true }),
      "MethodSettings 'methods' of Stage 'live': 'settings.throttlingRateLimit' is missing",
    ],
    "a throttle that is switched off": [
      withSettings({ throttlingRateLimit: -1, throttlingBurstLimit: -1 }),
      "MethodSettings 'methods' of Stage 'live': 'settings.throttlingRateLimit' is -1, which is no limit",
    ],
    "routes without a default": [
      stage("aws:apigatewayv2/stage:Stage", {}),
      "Stage 'live': 'defaultRouteSettings' is missing",
    ],
    "a default without a limit": [
      routes({ detailedMetricsEnabled: true }),
      "Stage 'live': 'defaultRouteSettings.throttlingRateLimit' is missing",
    ],
    "a throttle that is switched off for one method": [
      ofOneMethod({ throttlingRateLimit: -1 }),
      "MethodSettings 'sign' of Stage 'live': 'settings.throttlingRateLimit' is -1, which is no limit",
    ],
    "a throttle that is left out for one method": [
      ofOneMethod({ metricsEnabled: true }),
      "MethodSettings 'sign' of Stage 'live': 'settings.throttlingRateLimit' is missing",
    ],
    "a throttle that is switched off for one method in aws-native": [
      native(
        { httpMethod: "*", resourcePath: "/*", ...limits },
        { httpMethod: "POST", resourcePath: "/sign", throttlingRateLimit: -1 },
      ),
      "Stage 'live': 'methodSettings[1].throttlingRateLimit' is -1, which is no limit",
    ],
    "a throttle that is switched off for one route": [
      stage("aws:apigatewayv2/stage:Stage", {
        defaultRouteSettings: limits,
        routeSettings: [{ routeKey: "POST /sign", throttlingRateLimit: -1 }],
      }),
      "Stage 'live': 'routeSettings[0].throttlingRateLimit' is -1, which is no limit",
    ],
    "a stage of a deployment in aws-native": [
      stage("aws-native:apigateway:Deployment", { stageDescription: {} }),
      "Deployment 'live': 'stageDescription.methodSettings' is missing",
    ],
    "one method of a deployment's stage in aws-native": [
      stage("aws-native:apigateway:Deployment", {
        stageDescription: {
          methodSettings: [{ httpMethod: "POST", resourcePath: "/sign", ...limits }],
        },
      }),
      "Deployment 'live': 'stageDescription.methodSettings' are not set for all methods (/* and *)",
    ],
    "one method of all paths in aws-native": [
      native({ httpMethod: "POST", resourcePath: "/*", ...limits }),
      "Stage 'live': 'methodSettings' are not set for all methods (/* and *)",
    ],
    "all methods of one path in aws-native": [
      native({ httpMethod: "*", resourcePath: "/sign", ...limits }),
      "Stage 'live': 'methodSettings' are not set for all methods (/* and *)",
    ],
    "no limit in aws-native": [
      native({ httpMethod: "*", resourcePath: "/*" }),
      "Stage 'live': 'methodSettings[0].throttlingRateLimit' is missing",
    ],
  });

  undecided({
    "a limit that is not known yet": [
      [
        withSettings(unknownLimit),
        "MethodSettings 'methods' of Stage 'live': 'settings.throttlingRateLimit' is",
      ],
      [routes(unknownLimit), "Stage 'live': 'defaultRouteSettings.throttlingRateLimit' is"],
    ],
    "a limit of a deployment's stage in aws-native that is not known yet": [
      stage("aws-native:apigateway:Deployment", { stageDescription: unknownLimit }),
      "Deployment 'live': 'stageDescription.throttlingRateLimit' is",
    ],
    "settings for methods that are not known yet": [
      withSettings(limits, from("command.stdout")),
      "MethodSettings 'methods' of Stage 'live': 'methodPath' is",
    ],
  });

  exempted({
    "a stage that an administrator allows": [
      restStage,
      "*::live",
      "a sandbox",
      "Stage 'live': 'throttlingRateLimit' is in no aws.apigateway.MethodSettings of the stage",
    ],
  });
});
