// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireApiAuthorization as rule } from "../../../../policies/rules/api/require-api-authorization";
import { from, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const one = (type: string, properties: ProgramResource["properties"]): Program => ({
  sign: { type, properties: { ...properties } },
});
const method = (properties: ProgramResource["properties"]) =>
  one("aws:apigateway/method:Method", { httpMethod: "POST", ...properties });
const route = (properties: ProgramResource["properties"]) =>
  one("aws:apigatewayv2/route:Route", { routeKey: "POST /sign", ...properties });
const api = (body: unknown, type = "aws:apigateway/restApi:RestApi") => one(type, { body });

const signed = { "x-amazon-apigateway-auth": { type: "AWS_IAM" } };

const { notApplicable, complies, violates, undecided, unjudgeable, exempted } = ruleSpec(rule, {
  must: "callers must be authorized by AWS_IAM",
});
const configured = (...authorizers: string[]) =>
  ruleSpec(rule, {
    must: `callers must be authorized by ${authorizers.join(" or ")}`,
    configuration: { authorizers },
  });

describe("require-api-authorization", () => {
  notApplicable({
    "the program has no method, route or API": { bucket: { type: "aws:s3/bucket:Bucket" } },
  });

  complies({
    "a method that asks for signatures": method({ authorization: "AWS_IAM" }),
    "a preflight, which browsers cannot sign": method({
      httpMethod: "OPTIONS",
      authorization: "NONE",
    }),
    "a method of aws-native": one("aws-native:apigateway:Method", {
      httpMethod: "GET",
      authorizationType: "AWS_IAM",
    }),
    "a route that asks for signatures": route({ authorizationType: "AWS_IAM" }),
    "a preflight route": route({ routeKey: "OPTIONS /sign" }),
    "the end of a WebSocket connection": route({ routeKey: "$disconnect" }),
    "a message of a WebSocket, whose connection was authorized": route({ routeKey: "send" }),
    "a route of aws-native": one("aws-native:apigatewayv2:Route", {
      routeKey: "POST /sign",
      authorizationType: "AWS_IAM",
    }),
    "an HTTP API whose target is read back empty": one("aws:apigatewayv2/api:Api", {
      protocolType: "HTTP",
      target: "",
    }),
    "an API without a body": one("aws:apigateway/restApi:RestApi", {}),
    "an HTTP API whose routes are resources": one("aws:apigatewayv2/api:Api", {
      protocolType: "HTTP",
    }),
    "a body whose operations ask for signatures": api(
      JSON.stringify({ paths: { "/sign": { post: signed, options: {} } } }),
    ),
    "a body of aws-native, which is an object": api(
      { paths: { "/sign": { post: signed } } },
      "aws-native:apigateway:RestApi",
    ),
  });

  configured("AWS_IAM", "CUSTOM").complies({
    "an authorizer that the configuration allows": method({ authorization: "CUSTOM" }),
  });

  violates({
    "a method for everyone": [
      method({ authorization: "NONE" }),
      "Method 'sign': 'authorization' is NONE",
    ],
    "a method that only asks for an API key": [
      method({ authorization: "NONE", apiKeyRequired: true }),
      "Method 'sign': 'authorization' is NONE",
    ],
    "a method with an authorizer of its own": [
      method({ authorization: "CUSTOM", authorizerId: "a1b2c3" }),
      "Method 'sign': 'authorization' is CUSTOM",
    ],
    "a type that AWS does not know": [
      method({ authorization: "aws_iam" }),
      "Method 'sign': 'authorization' is no authorization type of AWS's",
    ],
    "a method of aws-native that says nothing": [
      one("aws-native:apigateway:Method", { httpMethod: "GET" }),
      "Method 'sign': 'authorizationType' is missing, which means NONE",
    ],
    "a route that says nothing": [
      route({}),
      "Route 'sign': 'authorizationType' is missing, which means NONE",
    ],
    "the start of a WebSocket connection": [
      route({ routeKey: "$connect" }),
      "Route 'sign': 'authorizationType' is missing, which means NONE",
    ],
    "an API made with a target": [
      one("aws:apigatewayv2/api:Api", { protocolType: "HTTP", target: "arn:aws:lambda:…" }),
      "Api 'sign': 'target' makes a route without authorization",
    ],
    "an operation of a body for everyone": [
      api(JSON.stringify({ paths: { "/sign": { post: {} } } })),
      "RestApi 'sign': 'body' authorizes POST /sign by nothing",
    ],
    "an operation of an imported body for everyone": [
      api(JSON.stringify({ paths: { "/": { get: {} } } }), "aws:apigateway/restApiPut:RestApiPut"),
      "RestApiPut 'sign': 'body' authorizes GET / by nothing",
    ],
    "a type that begins like one of AWS's": [
      method({ authorization: "AWS_IAM-v2" }),
      "Method 'sign': 'authorization' is no authorization type of AWS's",
    ],
    "a type that ends like one of AWS's": [
      method({ authorization: "my AWS_IAM" }),
      "Method 'sign': 'authorization' is no authorization type of AWS's",
    ],
    "an API made with a target that is not known yet": [
      one("aws:apigatewayv2/api:Api", { protocolType: "HTTP", target: from("command.stdout") }),
      "Api 'sign': 'target' makes a route without authorization",
    ],
    "an operation with two authorizers, one of which is not allowed": [
      api(
        JSON.stringify({
          paths: { "/sign": { post: { security: [{ sigv4: [] }, { tokens: [] }] } } },
          components: {
            securitySchemes: {
              sigv4: { "x-amazon-apigateway-authtype": "awsSigv4" },
              tokens: { "x-amazon-apigateway-authorizer": { type: "jwt" } },
            },
          },
        }),
      ),
      "RestApi 'sign': 'body' authorizes POST /sign by AWS_IAM or JWT",
    ],
    "an operation with another authorizer": [
      api(
        JSON.stringify({
          paths: { "/sign": { post: { security: [{ tokens: [] }] } } },
          components: {
            securitySchemes: { tokens: { "x-amazon-apigateway-authorizer": { type: "jwt" } } },
          },
        }),
        "aws:apigatewayv2/api:Api",
      ),
      "Api 'sign': 'body' authorizes POST /sign by JWT",
    ],
  });

  const defaultRoute = (
    protocolType: string,
    properties: ProgramResource["properties"] = {},
    types = { api: "aws:apigatewayv2/api:Api", route: "aws:apigatewayv2/route:Route" },
  ): Program => ({
    api: { type: types.api, properties: { protocolType } },
    sign: {
      type: types.route,
      properties: { apiId: from("api.id"), routeKey: "$default", ...properties },
    },
  });
  const signedDefault = (properties: ProgramResource["properties"]) =>
    defaultRoute("HTTP", { authorizationType: "AWS_IAM", ...properties });
  const authorizationType = "Route 'sign': 'authorizationType'";
  const native = { api: "aws-native:apigatewayv2:Api", route: "aws-native:apigatewayv2:Route" };

  violates({
    "the default route of an HTTP API": [
      [defaultRoute("HTTP"), `${authorizationType} is missing, which means NONE`],
      [defaultRoute("HTTP", {}, native), `${authorizationType} is missing, which means NONE`],
      [defaultRoute("HTTP", { authorizationType: "NONE" }), `${authorizationType} is NONE`],
    ],
  });

  complies({
    "the default route of a WebSocket API, which cannot be authorized": [
      defaultRoute("WEBSOCKET"),
      defaultRoute("WEBSOCKET", { authorizationType: "NONE" }, native),
    ],
    "a default route that asks for signatures": signedDefault({}),
    "a default route that asks for signatures, whatever its key and its API are": [
      signedDefault({ routeKey: from("command.stdout") }),
      signedDefault({ apiId: "a1b2c3d4e5" }),
    ],
  });

  unjudgeable({
    "the default route of an API that is not in the stack": [
      defaultRoute("HTTP", { apiId: "a1b2c3d4e5" }),
      "Route 'sign': 'apiId'",
      "A route $default of WebSockets takes no authorization, and the API is not in this stack",
    ],
  });

  undecided({
    "a route whose key is not known yet": [
      route({ routeKey: from("command.stdout") }),
      "Route 'sign': 'routeKey' is",
    ],
  });

  unjudgeable({
    "an API that is a copy of another": [
      one("aws-native:apigateway:RestApi", { cloneFrom: "a1b2c3d4e5" }),
      "RestApi 'sign': 'cloneFrom'",
      "It is a copy of an API",
    ],
  });

  configured("JWT", "CUSTOM").violates({
    "an authorizer that is not among the configured ones": [
      route({ authorizationType: "AWS_IAM" }),
      "Route 'sign': 'authorizationType' is AWS_IAM",
    ],
  });

  undecided({
    "a type that is not known yet": [
      method({ authorization: from("command.stdout") }),
      "Method 'sign': 'authorization' is",
    ],
    "a body that names a function which does not exist yet": [
      api(`{"paths":{"/sign":{"post":{"uri":"${from("command.stdout")}"}}}}`),
      "RestApi 'sign': 'body' is",
    ],
  });

  unjudgeable({
    "a body in a bucket": [
      one("aws-native:apigateway:RestApi", { bodyS3Location: { bucket: "b", key: "api.json" } }),
      "RestApi 'sign': 'bodyS3Location'",
      "It is in a bucket",
    ],
    "a body in YAML": [api("openapi: 3.0.1"), "RestApi 'sign': 'body'", "It is no OpenAPI in JSON"],
  });

  exempted({
    "a method that an administrator allows": [
      method({ authorization: "NONE" }),
      "*::sign",
      "health check",
      "Method 'sign': 'authorization' is NONE",
    ],
  });
});
