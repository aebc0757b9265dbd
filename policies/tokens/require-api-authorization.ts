// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: what an authorizer lets through, nor an OpenAPI body in S3 or in YAML, nor whether a route
 * `$default` is of WebSockets, which take authorization on `$connect` only. An API key is no
 * authorization: it identifies an application for usage plans, and whoever has it is let in.
 */

import { configuration, type Options } from "../configuration";
import { agora, fsbp, iso, nist } from "../controls";
import { type Finding, undecided, violation } from "../finding";
import { type Operation, operationsOf } from "../open-api";
import { contentOf, type Reading, read, textOf } from "../reading";
import type { Rule } from "../rule";
import type { Resource } from "../stack";

interface AuthorizationOptions extends Options {
  readonly authorizers: readonly string[];
}

export const requireApiAuthorization: Rule<AuthorizationOptions> = {
  name: "require-api-authorization",
  description: "Every method and route of an API must authorize its callers.",
  rationale:
    "A token server signs whatever its caller asks for. A method without authorization signs for everyone who reaches it, and a network that is private today has a peer tomorrow.",
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
  examples: {
    fails: [
      {
        shows: "A method without authorization answers whoever reaches it.",
        resources: {
          sign: {
            type: "aws:apigateway/method:Method",
            properties: { httpMethod: "POST", authorization: "NONE", apiKeyRequired: true },
          },
        },
      },
    ],
    passes: [
      {
        shows: "Callers sign with their role; a browser's preflight cannot sign.",
        resources: {
          sign: {
            type: "aws:apigateway/method:Method",
            properties: { httpMethod: "POST", authorization: "AWS_IAM" },
          },
          preflight: {
            type: "aws:apigateway/method:Method",
            properties: { httpMethod: "OPTIONS", authorization: "NONE" },
          },
        },
      },
    ],
  },
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
      "aws-native:apigateway:RestApi": judgeBody,
    },
  },
};

type Judge = (resource: Resource, options: AuthorizationOptions) => readonly Finding[];

function methodWith(property: string): Judge {
  return (method, options) =>
    textOf(read(method.props, "httpMethod")) === "OPTIONS"
      ? []
      : judgeType(method, read(method.props, property), options);
}

const orOfWebSockets =
  "Set it to AWS_IAM and let the callers sign their requests. If the API is one of WebSockets, which are authorized when they connect, exempt its route $default.";

/** Routes that nobody authorizes: a preflight, and whatever follows the connection of a WebSocket. */
const unauthorizedRoutes = /^(OPTIONS .*|\$disconnect|[^\s$]+)$/;

function judgeRoute(route: Resource, options: AuthorizationOptions): readonly Finding[] {
  const key = textOf(read(route.props, "routeKey")) ?? "";
  const more = key === "$default" ? { fix: orOfWebSockets } : {};
  return unauthorizedRoutes.test(key)
    ? []
    : judgeType(route, read(route.props, "authorizationType"), options).map((finding) => ({
        ...finding,
        ...more,
      }));
}

/** An API made with a target gets a route of its own, which lets everyone in. */
function judgeHttpApi(api: Resource, options: AuthorizationOptions): readonly Finding[] {
  const target = read(api.props, "target");
  const quick =
    target.state !== "unknown" && textOf(target) === undefined
      ? []
      : [violation(api, "target", "makes a route without authorization", asked(options))];
  return [...quick, ...judgeBody(api, options)];
}

function judgeBody(api: Resource, options: AuthorizationOptions): readonly Finding[] {
  const body = contentOf(read(api.props, "body"));
  const location = read(api.props, "bodyS3Location");
  if (location.state !== "absent") {
    return [undecided(api, location.path, asked(options), { because: "It is in a bucket." })];
  }
  switch (body.state) {
    case "absent":
      return [];
    case "unknown":
      return [undecided(api, body.path, asked(options))];
    case "known":
      return judgeOperations(api, operationsOf(body.value), options);
  }
}

function judgeOperations(
  api: Resource,
  operations: readonly Operation[] | undefined,
  options: AuthorizationOptions,
): readonly Finding[] {
  const { authorizers } = options;
  if (operations === undefined) {
    return [undecided(api, "body", asked(options), { because: "It is no OpenAPI in JSON." })];
  }
  return operations
    .filter(({ name }) => !name.startsWith("OPTIONS "))
    .filter(
      ({ authorizations }) =>
        authorizations.length === 0 || !authorizations.every((one) => authorizers.includes(one)),
    )
    .map(({ name, authorizations }) => {
      const by = authorizations.length === 0 ? "nothing" : authorizations.join(" or ");
      return violation(api, "body", `authorizes ${name} by ${by}`, asked(options));
    });
}

function judgeType(
  resource: Resource,
  type: Reading,
  options: AuthorizationOptions,
): readonly Finding[] {
  if (type.state === "unknown") {
    return [undecided(resource, type.path, asked(options))];
  }
  const text = textOf(type);
  if (text === undefined) {
    return [violation(resource, type.path, "is missing, which means NONE", asked(options))];
  }
  const found = /^[A-Z_]+$/.test(text) ? `is ${text}` : "is no authorization type of AWS's";
  return options.authorizers.includes(text)
    ? []
    : [violation(resource, type.path, found, asked(options))];
}

function asked({ authorizers }: AuthorizationOptions): string {
  return `callers must be authorized by ${authorizers.join(" or ")}`;
}
