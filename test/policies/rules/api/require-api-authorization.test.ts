// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireApiAuthorization as rule } from "../../../../policies/rules/api/require-api-authorization";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  unjudgeableOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "callers must be authorized by AWS_IAM";
const breaks = (what: string) => violationOf(rule, `${what}; ${must}`);

const one = (type: string, properties: ProgramResource["properties"]): Program => ({
  sign: { type, properties: { ...properties } },
});
const method = (properties: ProgramResource["properties"]) =>
  one("aws:apigateway/method:Method", { httpMethod: "POST", ...properties });
const route = (properties: ProgramResource["properties"]) =>
  one("aws:apigatewayv2/route:Route", { routeKey: "POST /sign", ...properties });
const api = (body: unknown, type = "aws:apigateway/restApi:RestApi") => one(type, { body });

const command = { command: { type: "command:local:Command" } } as const;
const signed = { "x-amazon-apigateway-auth": { type: "AWS_IAM" } };

describe("require-api-authorization", () => {
  it("not applicable: the program has no method, route or API", () =>
    assertNotApplicable(rule, { bucket: { type: "aws:s3/bucket:Bucket" } }));

  const compliant: Record<string, Program> = {
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
    "the end of a WebSocket's connection": route({ routeKey: "$disconnect" }),
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
  };
  for (const [spelling, program] of Object.entries(compliant)) {
    it(`compliant: ${spelling}`, () => assertCompliant(rule, program));
  }

  it("compliant: an authorizer that the configuration allows", () =>
    assertCompliant(rule, method({ authorization: "CUSTOM" }), {
      configuration: { authorizers: ["AWS_IAM", "CUSTOM"] },
    }));

  const violations: Record<string, [Program, string]> = {
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
    "the connection of a WebSocket": [
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
    "a type that is almost AWS's": [
      method({ authorization: "AWS_IAM-v2" }),
      "Method 'sign': 'authorization' is no authorization type of AWS's",
    ],
    "a type that ends as AWS's do": [
      method({ authorization: "my AWS_IAM" }),
      "Method 'sign': 'authorization' is no authorization type of AWS's",
    ],
    "an API made with a target that is not known yet": [
      one("aws:apigatewayv2/api:Api", { protocolType: "HTTP", target: from("command.stdout") }),
      "Api 'sign': 'target' makes a route without authorization",
    ],
    "an operation of which one way in is not allowed": [
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
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () =>
      assertAlwaysSays(rule, { ...command, ...program }, [breaks(what)]));
  }

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
  const native = { api: "aws-native:apigatewayv2:Api", route: "aws-native:apigatewayv2:Route" };

  it("violation: the route of an HTTP API for whatever has none", async () => {
    for (const program of [defaultRoute("HTTP"), defaultRoute("HTTP", {}, native)]) {
      await assertAlwaysSays(rule, program, [
        breaks("Route 'sign': 'authorizationType' is missing, which means NONE"),
      ]);
    }
    await assertAlwaysSays(rule, defaultRoute("HTTP", { authorizationType: "NONE" }), [
      breaks("Route 'sign': 'authorizationType' is NONE"),
    ]);
  });

  it("compliant: the route of WebSockets for whatever has none, which cannot be authorized", async () => {
    await assertCompliant(rule, defaultRoute("WEBSOCKET"));
    await assertCompliant(rule, defaultRoute("WEBSOCKET", { authorizationType: "NONE" }, native));
  });

  it("compliant: a route for whatever has none that asks for signatures", () =>
    assertCompliant(rule, defaultRoute("HTTP", { authorizationType: "AWS_IAM" })));

  it("compliant: a route that asks for signatures, whatever its key and its API are", async () => {
    for (const properties of [{ routeKey: from("command.stdout") }, { apiId: "a1b2c3d4e5" }]) {
      const program = defaultRoute("HTTP", { authorizationType: "AWS_IAM", ...properties });
      await assertCompliant(rule, { ...command, ...program });
    }
  });

  it("undecidable: the route for whatever has none of an API that is not in the stack", () =>
    assertAlwaysSays(rule, defaultRoute("HTTP", { apiId: "a1b2c3d4e5" }), [
      unjudgeableOf(
        "Route 'sign': 'apiId'",
        "A route $default of WebSockets takes no authorization, and the API is not in this stack",
        must,
      ),
    ]));

  it("undecidable: a route whose key is not known yet", () =>
    assertSays(rule, { ...command, ...route({ routeKey: from("command.stdout") }) }, [
      undecidedOf("Route 'sign': 'routeKey' is", must),
    ]));

  it("undecidable: an API that is a copy of another", () =>
    assertAlwaysSays(rule, one("aws-native:apigateway:RestApi", { cloneFrom: "a1b2c3d4e5" }), [
      unjudgeableOf("RestApi 'sign': 'cloneFrom'", "It is a copy of an API", must),
    ]));

  it("violation: another authorizer than the configured ones", () =>
    assertAlwaysSays(
      rule,
      route({ authorizationType: "AWS_IAM" }),
      [
        violationOf(
          rule,
          "Route 'sign': 'authorizationType' is AWS_IAM; callers must be authorized by JWT or CUSTOM",
        ),
      ],
      { configuration: { authorizers: ["JWT", "CUSTOM"] } },
    ));

  it("undecidable: a type that is not known yet", () =>
    assertSays(rule, { ...command, ...method({ authorization: from("command.stdout") }) }, [
      undecidedOf("Method 'sign': 'authorization' is", must),
    ]));

  it("undecidable: a body that names a function which does not exist yet", () =>
    assertSays(
      rule,
      { ...command, ...api(`{"paths":{"/sign":{"post":{"uri":"${from("command.stdout")}"}}}}`) },
      [undecidedOf("RestApi 'sign': 'body' is", must)],
    ));

  it("undecidable: a body in a bucket", () =>
    assertAlwaysSays(
      rule,
      one("aws-native:apigateway:RestApi", { bodyS3Location: { bucket: "b", key: "api.json" } }),
      [unjudgeableOf("RestApi 'sign': 'bodyS3Location'", "It is in a bucket", must)],
    ));

  it("undecidable: a body in YAML", () =>
    assertAlwaysSays(rule, api("openapi: 3.0.1"), [
      unjudgeableOf("RestApi 'sign': 'body'", "It is no OpenAPI in JSON", must),
    ]));

  it("exempted: a method that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      method({ authorization: "NONE" }),
      [
        "Exempted: Method 'sign': 'authorization' is NONE; allowed until 2026-12-31 because: health check",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::sign", reason: "health check", expires: "2026-12-31" }],
        },
      },
    ));
});
