// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicApiEndpoint as rule } from "../../../../policies/rules/api/forbid-public-api-endpoint";
import { from, one, type Program, secret, UNKNOWN } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Properties = Readonly<Record<string, unknown>>;

const restApi = (properties?: Properties): Program => ({
  tokens: { type: "aws:apigateway/restApi:RestApi", ...(properties && { properties }) },
});
const typed = (types: unknown) => ({ endpointConfiguration: { types } });
const domain = (
  properties: Properties,
  type = "aws:apigateway/domainName:DomainName",
): Program => ({
  domain: { type, properties },
});

const must = "it must be PRIVATE";
const nothingInFront = "nothing public may stand in front of an API";
const domainFix =
  "Use an aws.apigateway.DomainName whose endpointConfiguration has types PRIVATE, or none: " +
  "callers in the VPC reach the API through the endpoint's own names.";
const originFix =
  "Remove the origin: let the callers reach a private API through an interface endpoint.";

const { notApplicable, complies, violates, undecided } = ruleSpec(rule, { must });
const protocols = ruleSpec(rule, { must: "it must be a REST API" });
const domains = ruleSpec(rule, { must, fix: domainFix });
const origins = ruleSpec(rule, { must: nothingInFront, fix: originFix });

describe("forbid-public-api-endpoint", () => {
  notApplicable({ "the program has no API, domain or distribution": one("aws:s3/bucket:Bucket") });

  describe("REST APIs", () => {
    const types = "RestApi 'tokens': 'endpointConfiguration.types";
    const isMissing = "is missing, which means EDGE";
    const body = JSON.stringify({
      openapi: "3.0.1",
      "x-amazon-apigateway-endpoint-configuration": { vpcEndpointIds: ["vpce-1"] },
    });

    complies({
      "one type, as the provider's current versions write it": restApi(typed("PRIVATE")),
      "a list of one type": restApi(typed(["PRIVATE"])),
      "a list of blocks": restApi({
        endpointConfiguration: [{ types: ["PRIVATE"], vpcEndpointIds: ["vpce-0123456789abcdef0"] }],
      }),
      "a secret that says PRIVATE": restApi(typed(secret("PRIVATE"))),
      "a private API whose endpoints are not known yet": {
        endpoint: { type: "aws:ec2/vpcEndpoint:VpcEndpoint" },
        ...restApi({
          endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [from("endpoint.id")] },
        }),
      },
    });

    for (const [shape, properties] of Object.entries({
      "no endpoint configuration": undefined,
      "an endpoint configuration that is null": { endpointConfiguration: null },
      "an empty list of blocks": { endpointConfiguration: [] },
      "an OpenAPI body that names endpoints": { body },
    })) {
      violates({
        [shape]: [restApi(properties), `RestApi 'tokens': 'endpointConfiguration' ${isMissing}`],
      });
    }

    violates({
      "a configuration without types": [
        restApi({ endpointConfiguration: { vpcEndpointIds: [] } }),
        `${types}' ${isMissing}`,
      ],
      "an empty list of types": [restApi(typed([])), `${types}' ${isMissing}`],
      "the type EDGE": [restApi(typed("EDGE")), `${types}' is EDGE`],
      "the type REGIONAL": [restApi(typed("REGIONAL")), `${types}' is REGIONAL`],
      "REGIONAL as the second type": [
        restApi(typed(["PRIVATE", "REGIONAL"])),
        `${types}[1]' is REGIONAL`,
      ],
      "REGIONAL as the first type": [
        restApi(typed(["REGIONAL", "PRIVATE"])),
        `${types}[0]' is REGIONAL`,
      ],
      "a type in lower case": [restApi(typed("private")), `${types}' is no endpoint type of AWS's`],
      "a secret, which is judged and never echoed": [
        restApi(typed(secret("s3cr3t"))),
        `${types}' is no endpoint type of AWS's`,
      ],
      "a private API whose import parameters say otherwise": [
        restApi({ ...typed("PRIVATE"), parameters: { endpointConfigurationTypes: "REGIONAL" } }),
        "RestApi 'tokens': 'parameters.endpointConfigurationTypes' is REGIONAL",
      ],
    });

    undecided({
      "the types are not known before the update": [
        restApi(typed(from("command.stdout"))),
        `${types}' is`,
      ],
    });

    ruleSpec(rule, { must, phase: "first preview" }).violates({
      "a public type after an unknown one": [
        restApi(typed([UNKNOWN, "EDGE"])),
        `${types}[1]' is EDGE`,
        { undecided: `${types}[0]' is` },
      ],
      "a public type before an unknown one": [
        restApi(typed(["EDGE", UNKNOWN])),
        `${types}[0]' is EDGE`,
        { undecided: `${types}[1]' is` },
      ],
    });
  });

  describe("imports into REST APIs", () => {
    const put = (properties: Properties) => one("aws:apigateway/restApiPut:RestApiPut", properties);

    complies({
      "an import that leaves the endpoint alone": put({
        body: "{}",
        parameters: { ignore: "documentation" },
      }),
      "an import into a private endpoint": put({
        parameters: { endpointConfigurationTypes: "PRIVATE" },
      }),
    });

    violates({
      "an import that makes the endpoint public": [
        put({ parameters: { endpointConfigurationTypes: "EDGE" } }),
        "RestApiPut 'it': 'parameters.endpointConfigurationTypes' is EDGE",
      ],
    });

    undecided({
      "parameters that are not known yet": [
        put({ parameters: from("command.stdout") }),
        "RestApiPut 'it': 'parameters' is",
      ],
    });
  });

  describe("HTTP and WebSocket APIs", () => {
    for (const protocolType of ["HTTP", "WEBSOCKET"]) {
      protocols.violates({
        [`a ${protocolType} API, which has no private form`]: [
          one("aws:apigatewayv2/api:Api", { protocolType }),
          `Api 'it': 'protocolType' is ${protocolType}, which is always public`,
        ],
      });
    }
  });

  describe("custom domains", () => {
    complies({ "a private domain": domain(typed("PRIVATE")) });

    domains.violates({
      "a domain without endpoint configuration": [
        domain({ certificateArn: "arn:aws:acm:…" }),
        "DomainName 'domain': 'endpointConfiguration' is missing, which means EDGE",
      ],
      "a regional domain": [
        domain(typed("REGIONAL")),
        "DomainName 'domain': 'endpointConfiguration.types' is REGIONAL",
      ],
    });

    ruleSpec(rule, { must: nothingInFront, fix: domainFix }).violates({
      "a domain of HTTP APIs": [
        domain(
          { domainNameConfiguration: { endpointType: "REGIONAL" } },
          "aws:apigatewayv2/domainName:DomainName",
        ),
        "DomainName 'domain': 'domainNameConfiguration.endpointType' is REGIONAL, " +
          "the only type that these domains have",
      ],
    });
  });

  describe("CloudFront", () => {
    const inFront = (domainName: unknown, kind = "distribution:Distribution"): Program => ({
      tokens: { type: "aws:apigateway/stage:Stage" },
      cdn: { type: `aws:cloudfront/${kind}`, properties: { origins: [{ domainName }] } },
    });
    const origin = "'cdn': 'origins[0].domainName'";
    const host = "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com";
    const dualStackHost = "a1b2c3d4e5.execute-api.us-east-1.api.aws";

    origins.complies({
      "a distribution in front of a bucket": inFront("files.s3.eu-central-1.amazonaws.com"),
    });

    origins.violates({
      "a distribution in front of an API": [
        inFront(host),
        `Distribution ${origin} is the API ${host}`,
      ],
      "a multi-tenant distribution in front of an API": [
        inFront(dualStackHost, "multitenantDistribution:MultitenantDistribution"),
        `MultitenantDistribution ${origin} is the API ${dualStackHost}`,
      ],
    });

    ruleSpec(rule, { must: nothingInFront, fix: originFix, phase: "first preview" }).violates({
      "a distribution in front of a stage of the same program": [
        inFront(from("tokens.invokeUrl")),
        `Distribution ${origin} comes from the API resource 'tokens'`,
      ],
    });

    origins.undecided({
      "an origin that comes from outside the program": [
        inFront(from("elsewhere.host")),
        `Distribution ${origin} is`,
      ],
    });
  });

  describe("aws-native", () => {
    const types = "'endpointConfiguration.types[0]'";
    const host = "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com";

    complies({
      "a private API and a private domain": [
        one("aws-native:apigateway:RestApi", typed(["PRIVATE"])),
        one("aws-native:apigateway:DomainName", typed(["PRIVATE"])),
      ],
    });

    violates({
      "a regional API of aws-native": [
        one("aws-native:apigateway:RestApi", typed(["REGIONAL"])),
        `RestApi 'it': ${types} is REGIONAL`,
      ],
    });

    domains.violates({
      "a regional domain of aws-native": [
        one("aws-native:apigateway:DomainName", typed(["REGIONAL"])),
        `DomainName 'it': ${types} is REGIONAL`,
      ],
    });

    origins.violates({
      "a distribution of aws-native in front of an API": [
        one("aws-native:cloudfront:Distribution", {
          distributionConfig: { origins: [{ domainName: host }] },
        }),
        `Distribution 'it': 'distributionConfig.origins[0].domainName' is the API ${host}`,
      ],
    });
  });
});
