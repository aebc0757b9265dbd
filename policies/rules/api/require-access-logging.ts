// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { below, type Reading, read, type Step, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const must = "every stage must write access logs";

export const requireAccessLogging: Rule = {
  name: "require-access-logging",
  description: "Stages of APIs must write access logs.",
  rationale:
    "An investigation begins with who asked for tokens, when, and with what result. API " +
    "Gateway does not write access logs unless a stage asks for them.",
  severity: "medium",
  controls: [
    fsbp("APIGateway.1", "API Gateway REST and WebSocket API execution logging should be enabled"),
    fsbp("APIGateway.9", "Access logging should be configured for API Gateway V2 stages"),
    nist("AU-2", "Event logging"),
    nist("AU-12", "Audit record generation"),
    iso("A.8.15", "Logging"),
  ],
  enforcementLevel: "advisory",
  tags: ["apigateway", "logs", "tokens"],
  remediationSteps:
    "Set accessLogSettings to a log group and a format without tokens, headers or bodies.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      "aws:apigateway/stage:Stage": stageWith("accessLogSettings"),
      "aws:apigatewayv2/stage:Stage": stageWith("accessLogSettings"),
      "aws-native:apigateway:Stage": stageWith("accessLogSetting"),
      "aws-native:apigatewayv2:Stage": stageWith("accessLogSettings"),
      "aws:apigateway/deployment:Deployment": judgeDeployment,
      "aws-native:apigateway:Deployment": judgeDeployment,
    },
  },
};

function stageWith(...block: Step[]) {
  return (stage: Resource): readonly Finding[] =>
    select(stage.props, ...block).flatMap((settings): readonly Finding[] => {
      if (settings.state === "unknown") {
        return [undecided(stage, settings.path, must)];
      }
      const destination = below(settings, "destinationArn");
      return isMissing(destination) ? [violation(stage, destination.path, "is missing", must)] : [];
    });
}

/** AWS returns an empty text where nothing was set. */
function isMissing(reading: Reading): boolean {
  return reading.state !== "unknown" && textOf(reading) === undefined;
}

/** In earlier versions of the provider, a deployment with a stage name makes the stage. */
function judgeDeployment(deployment: Resource): readonly Finding[] {
  return isMissing(read(deployment.props, "stageName"))
    ? []
    : stageWith("stageDescription", "accessLogSetting")(deployment);
}
