// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: what the code behind an API logs, or what an authorizer puts into its context. */

import { configuration, type Options } from "../../framework/configuration";
import { gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { ResourceJudge, Rule } from "../../framework/rule";
import { type Reading, type Step, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const must = "logs must hold no bodies and no tokens";

export const forbidPayloadLogging: Rule = {
  name: "forbid-payload-logging",
  description: "Logs of APIs must hold no request or response bodies and no tokens.",
  rationale:
    "The response of a token server is a token. Data tracing writes whole requests and " +
    "responses into a log. Whoever reads the log can use the token until it expires.",
  severity: "high",
  controls: [
    nist("AU-3(3)", "Limit personally identifiable information elements"),
    nist("SC-28", "Protection of information at rest"),
    iso("A.8.11", "Data masking"),
    iso("A.8.15", "Logging"),
    gdpr("Article 5(1)(c)", "Data minimisation"),
  ],
  enforcementLevel: "mandatory",
  tags: ["apigateway", "logs", "secrets", "tokens"],
  remediationSteps:
    "Set dataTraceEnabled to false, and leave headers, bodies, API keys and tokens out of the access-log format.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      "aws:apigateway/methodSettings:MethodSettings": traced(["settings"]),
      "aws:apigateway/stage:Stage": formatted(["accessLogSettings"]),
      "aws:apigatewayv2/stage:Stage": both(
        traced(["defaultRouteSettings"], ["routeSettings"]),
        formatted(["accessLogSettings"]),
      ),
      "aws-native:apigateway:Stage": both(
        traced(["methodSettings"]),
        formatted(["accessLogSetting"]),
      ),
      "aws-native:apigatewayv2:Stage": both(
        traced(["defaultRouteSettings"], ["routeSettings"]),
        tracedRoutes,
        formatted(["accessLogSettings"]),
      ),
      "aws-native:apigateway:Deployment": both(
        traced(["stageDescription"], ["stageDescription", "methodSettings"]),
        formatted(["stageDescription", "accessLogSetting"]),
      ),
    },
  },
};

function both(...judges: readonly ResourceJudge<Options>[]): ResourceJudge<Options> {
  return (resource, options) => judges.flatMap((judge) => judge(resource, options));
}

/** Judges the blocks that can switch data tracing on. It is off by default. */
function traced(...blocks: readonly (readonly Step[])[]): ResourceJudge<Options> {
  return (resource) =>
    blocks
      .flatMap((block) => select(resource.props, ...block, "dataTraceEnabled"))
      .flatMap((trace) => judgeTrace(resource, trace));
}

/** CloudFormation has the settings of routes as JSON, by route key, and spells the members in its own way. */
const asInCloudFormation = ["DataTraceEnabled", "dataTraceEnabled"];

function tracedRoutes(stage: Resource): readonly Finding[] {
  return select(stage.props, "routeSettings")
    .flatMap((routes) => (routes.state === "known" ? Object.keys(Object(routes.value)) : []))
    .flatMap((route) => select(stage.props, "routeSettings", route, asInCloudFormation))
    .flatMap((trace) => judgeTrace(stage, trace));
}

function judgeTrace(resource: Resource, trace: Reading): readonly Finding[] {
  if (trace.state === "unknown") {
    return [undecided(resource, trace.path, must)];
  }
  return textOf(trace) === "true"
    ? [violation(resource, trace.path, "is true: whole requests and responses are logged", must)]
    : [];
}

const variable = /\$\{?[A-Za-z][\w.-]*/g;
const requestParts = /^\$\{?(input\b|request\.(body|headers?|querystring|multivalue))/i;
const credentials =
  /token(?!_?use$)|authorization\b|api_?key(?!id)|secret|passw|credential|cookie/i;

function formatted(block: readonly Step[]): ResourceJudge<Options> {
  return (resource) =>
    select(resource.props, ...block, "format").flatMap((format): readonly Finding[] => {
      if (format.state === "unknown") {
        return [undecided(resource, format.path, must)];
      }
      const names = (textOf(format) ?? "").match(variable) ?? [];
      return names
        .filter((name) => requestParts.test(name) || credentials.test(name))
        .map((name) => violation(resource, format.path, `writes ${name}`, must));
    });
}
