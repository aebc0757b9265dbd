// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The limit of the account is not the throttle of a stage: all APIs of the account share it. The throttle
 * of a usage plan only counts calls with an API key.
 */

import { configuration, type Options } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { settingsOf } from "../../joins/stage-settings";
import { read, select, textOf } from "../../resources/reading";
import { type Stack, type StackResource, written } from "../../resources/stack";
import { isNoLimit, judgeLimit, judgeMethods, must } from "./throttle-limits";

export const requireThrottling: Rule = {
  name: "require-throttling",
  description: "Stages of APIs must have a throttle.",
  rationale:
    "A caller with a defect, or an attacker who controls one, can ask for tokens as fast as " +
    "the account allows. Every other API of the account then gets no calls through.",
  severity: "medium",
  controls: [
    nist("SC-5", "Denial-of-service protection"),
    nist("SC-6", "Resource availability"),
    iso("A.8.6", "Capacity management"),
  ],
  enforcementLevel: "advisory",
  tags: ["apigateway", "availability", "tokens"],
  remediationSteps:
    "Give the stage an aws.apigateway.MethodSettings for */* with throttlingRateLimit and " +
    "throttlingBurstLimit (in apigatewayv2, set both in defaultRouteSettings).",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
  configSchema: configuration("advisory"),
  validator: {
    stack: {
      "aws:apigateway/stage:Stage": judgeStage,
      "aws:apigateway/deployment:Deployment": judgeDeployment,
      "aws:apigatewayv2/stage:Stage": judgeRoutes,
      "aws-native:apigateway:Deployment": judgeNativeDeployment,
      "aws-native:apigateway:Stage": (stage) => judgeMethods(stage, "methodSettings"),
      "aws-native:apigatewayv2:Stage": judgeRoutes,
    },
  },
};

/** Settings of one method without a limit remove the limit for it: the default of the provider is -1. */
function judgeStage(stage: StackResource, _options: Options, stack: Stack): readonly Finding[] {
  const settings = settingsOf(stack, stage);
  const pathOf = ({ props }: StackResource) => read(props, "methodPath");
  const ofAll = settings.filter((one) => textOf(pathOf(one)) === "*/*");
  const open = settings.filter((one) => pathOf(one).state === "unknown");
  if (ofAll.length === 0 && open.length > 0) {
    return open.map((one) => undecided(one, pathOf(one).path, must, { of: stage }));
  }
  const found =
    settings.length === 0
      ? "is in no aws.apigateway.MethodSettings of the stage"
      : "is not set for all methods (*/*)";
  return ofAll.length === 0
    ? [violation(stage, "throttlingRateLimit", found, must)]
    : settings.flatMap((one) =>
        select(one.props, "settings", "throttlingRateLimit").flatMap((limit) =>
          judgeLimit(one, limit, stage),
        ),
      );
}

/** In earlier versions of the provider, a deployment with a stage name makes the stage. */
function judgeDeployment(
  deployment: StackResource,
  options: Options,
  stack: Stack,
): readonly Finding[] {
  return textOf(read(deployment.props, "stageName")) === undefined
    ? []
    : judgeStage(deployment, options, stack);
}

/** In CloudFormation, a deployment with a stage name still makes the stage. */
function judgeNativeDeployment(deployment: StackResource): readonly Finding[] {
  if (textOf(read(deployment.props, "stageName")) === undefined) {
    return [];
  }
  const ofAll = written(deployment, "stageDescription", "throttlingRateLimit").filter(
    (limit) => limit.state === "unknown" || textOf(limit) !== undefined,
  );
  return ofAll.length === 0
    ? judgeMethods(deployment, "stageDescription", "methodSettings")
    : ofAll.flatMap((limit) => judgeLimit(deployment, limit));
}

function judgeRoutes(stage: StackResource): readonly Finding[] {
  const ofRoutes = written(stage, "routeSettings", "throttlingRateLimit").filter(isNoLimit);
  return [...written(stage, "defaultRouteSettings", "throttlingRateLimit"), ...ofRoutes].flatMap(
    (limit) => judgeLimit(stage, limit),
  );
}
