// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * An OpenAPI body is not read: it can name VPC endpoints (x-amazon-apigateway-endpoint-configuration)
 * but cannot set the type of the endpoint.
 */

import { configuration, type Options } from "../../framework/configuration";
import { agora, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { apiOriginsOf } from "../../joins/api-origins";
import { read, textOf } from "../../resources/reading";
import type { Resource, Stack, StackResource } from "../../resources/stack";
import { judgeEndpoint, judgeImport } from "./endpoint-types";
import { serviceEndpoints } from "./service-endpoints";

const nothingInFront = "nothing public may stand in front of an API";
const privateDomain =
  "Use an aws.apigateway.DomainName whose endpointConfiguration has types PRIVATE, or none: " +
  "callers in the VPC reach the API through the endpoint's own names.";
const originRemoved =
  "Remove the origin: let the callers reach a private API through an interface endpoint.";

export const forbidPublicApiEndpoint: Rule = {
  name: "forbid-public-api-endpoint",
  description: "APIs must only be reachable from inside a VPC.",
  rationale:
    "Whoever reaches a token server can ask it for the right to join a class. With a public " +
    "endpoint, one mistake in the authorization gives that right to everybody on the internet.",
  severity: "critical",
  controls: [
    nist("SC-7", "Boundary protection"),
    nist("AC-3", "Access enforcement"),
    iso("A.8.22", "Segregation of networks"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["apigateway", "apprunner", "appsync", "cloudfront", "network", "tokens"],
  remediationSteps:
    "Make it an aws.apigateway.RestApi whose endpointConfiguration has types PRIVATE and the " +
    "vpcEndpointIds of your execute-api endpoint.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
  configSchema: configuration("mandatory"),
  validator: {
    resource: {
      "aws:apigateway/restApi:RestApi": (api) => [...judgeEndpoint(api), ...judgeImport(api)],
      "aws:apigateway/restApiPut:RestApiPut": judgeImport,
      "aws:apigateway/domainName:DomainName": (domain) => judgeEndpoint(domain, privateDomain),
      "aws:apigatewayv2/api:Api": judgeHttpApi,
      "aws:apigatewayv2/domainName:DomainName": judgeRegionalDomain,
      "aws-native:apigateway:RestApi": (api) => [...judgeEndpoint(api), ...judgeImport(api)],
      "aws-native:apigateway:DomainName": (domain) => judgeEndpoint(domain, privateDomain),
      "aws-native:apigatewayv2:Api": judgeHttpApi,
      "aws-native:apigatewayv2:DomainName": judgeRegionalDomain,
      ...serviceEndpoints,
    },
    stack: {
      "aws:cloudfront/distribution:Distribution": judgeDistribution,
      "aws:cloudfront/multitenantDistribution:MultitenantDistribution": judgeDistribution,
      "aws-native:cloudfront:Distribution": judgeDistribution,
    },
  },
};

function judgeHttpApi(api: Resource): readonly Finding[] {
  const protocol = textOf(read(api.props, "protocolType")) === "WEBSOCKET" ? "WEBSOCKET" : "HTTP";
  return [
    violation(
      api,
      "protocolType",
      `is ${protocol}, which is always public`,
      "it must be a REST API",
    ),
  ];
}

function judgeRegionalDomain(domain: Resource): readonly Finding[] {
  return [
    violation(
      domain,
      "domainNameConfiguration.endpointType",
      "is REGIONAL, the only type that these domains have",
      nothingInFront,
      { fix: privateDomain },
    ),
  ];
}

function judgeDistribution(
  distribution: StackResource,
  _options: Options,
  stack: Stack,
): readonly Finding[] {
  return apiOriginsOf(stack, distribution).map(({ path, found }) =>
    found === undefined
      ? undecided(distribution, path, nothingInFront)
      : violation(distribution, path, found, nothingInFront, { fix: originRemoved }),
  );
}
