// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: what an authorizer lets through, or an OpenAPI body in S3 or in YAML. An API key is not an
 * authorization: it identifies an application for usage plans, and everyone who has the key is let in.
 * WebSocket APIs authorize callers when they connect: API Gateway refuses authorization on other routes.
 */

import { configuration } from "../../framework/configuration";
import { agora, fsbp, iso, nist } from "../../framework/controls";
import { type Finding, unjudgeable, violation } from "../../framework/finding";
import type { ResourceJudge, Rule } from "../../framework/rule";
import { read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { type AuthorizationOptions, asked, judgeBody, judgeType } from "./authorizations";
import { judgeDefaultRoute, judgeRoute } from "./route-authorizations";

export const requireApiAuthorization: Rule<AuthorizationOptions> = {
  name: "require-api-authorization",
  description: "Every method and route of an API must authorize its callers.",
  rationale:
    "A token server signs what its caller asks for. A method without authorization signs for " +
    "everyone who reaches it, and a network that is private today may have a peer tomorrow.",
  severity: "critical",
  controls: [
    nist("AC-3", "Access enforcement"),
    nist("IA-9", "Service identification and authentication"),
    fsbp("APIGateway.8", "API Gateway routes should specify an authorization type"),
    iso("A.5.15", "Access control"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["apigateway", "authorization", "tokens"],
  remediationSteps:
    "Set it to AWS_IAM, let the callers sign their requests, and name their roles in the resource policy of the API.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html",
  configSchema: configuration("advisory", {
    authorizers: {
      type: "array",
      items: {
        type: "string",
        enum: ["AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS", "JWT"],
      },
      description: "The ways of authorizing callers that are allowed.",
      default: ["AWS_IAM"],
    },
  }),
  validator: {
    resource: {
      "aws:apigateway/method:Method": methodWith("authorization"),
      "aws-native:apigateway:Method": methodWith("authorizationType"),
      "aws:apigatewayv2/route:Route": judgeRoute,
      "aws-native:apigatewayv2:Route": judgeRoute,
      "aws:apigatewayv2/api:Api": judgeHttpApi,
      "aws-native:apigatewayv2:Api": judgeHttpApi,
      "aws:apigateway/restApi:RestApi": judgeBody,
      "aws:apigateway/restApiPut:RestApiPut": judgeBody,
      "aws-native:apigateway:RestApi": judgeNativeApi,
    },
    stack: {
      "aws:apigatewayv2/route:Route": judgeDefaultRoute,
      "aws-native:apigatewayv2:Route": judgeDefaultRoute,
    },
  },
};

function methodWith(property: string): ResourceJudge<AuthorizationOptions> {
  return (method, options) =>
    textOf(read(method.props, "httpMethod")) === "OPTIONS"
      ? []
      : judgeType(method, read(method.props, property), options);
}

/** AWS gives an API with a target a default route, which lets everyone in. */
function judgeHttpApi(api: Resource, options: AuthorizationOptions): readonly Finding[] {
  const target = read(api.props, "target");
  const quick =
    target.state !== "unknown" && textOf(target) === undefined
      ? []
      : [violation(api, "target", "makes a route without authorization", asked(options))];
  return [...quick, ...judgeBody(api, options)];
}

/** A copy has the methods of the API that it is a copy of. */
function judgeNativeApi(api: Resource, options: AuthorizationOptions): readonly Finding[] {
  const original = read(api.props, "cloneFrom");
  return [
    ...(original.state === "absent"
      ? []
      : [unjudgeable(api, original.path, asked(options), "It is a copy of an API.")]),
    ...judgeBody(api, options),
  ];
}
