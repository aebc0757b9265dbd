// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { forbidPublicApiEndpoint as rule } from "../../../../policies/rules/api/forbid-public-api-endpoint";
import { judge } from "../../../support/pack/judge";
import { type Program, type ProgramResource, secret, UNKNOWN } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const restApi = (properties?: ProgramResource["properties"]): Program => ({
  tokens: { type: "aws:apigateway/restApi:RestApi", ...(properties && { properties }) },
});
const domain = (properties: ProgramResource["properties"]): Program => ({
  domain: { type: "aws:apigateway/domainName:DomainName", properties: { ...properties } },
});
const unknownTypes = { command: { type: "command:local:Command" } } as const;

const fixes = {
  api: rule.remediationSteps,
  domain:
    "Use an aws.apigateway.DomainName whose endpointConfiguration has types PRIVATE, or none: callers in the VPC reach the API through the endpoint's own names.",
  origin: "Remove the origin: let the callers reach a private API through an interface endpoint.",
};

const isPublic = (what: string, fix: keyof typeof fixes = "api") =>
  violationOf(rule, `${what}; it must be PRIVATE`, fixes[fix]);
const isInFront = (what: string, fix: keyof typeof fixes = "origin") =>
  violationOf(rule, `${what}; nothing public may stand in front of an API`, fixes[fix]);
const open = (values: string) => undecidedOf(values, "it must be PRIVATE");
const says = (program: Program, message: string) => assertAlwaysSays(rule, program, [message]);
const saysAtFirst = (program: Program, message: string) => assertSays(rule, program, [message]);
const complies = (program: Program) => assertCompliant(rule, program);

describe("forbid-public-api-endpoint", () => {
  it("not applicable: the program has no API, domain or distribution", () =>
    assertNotApplicable(rule, { bucket: { type: "aws:s3/bucket:Bucket" } }));

  describe("REST APIs", () => {
    const compliant: Record<string, unknown> = {
      "one type, as the provider's current versions write it": { types: "PRIVATE" },
      "a list of one type": { types: ["PRIVATE"] },
      "a list of blocks": [{ types: ["PRIVATE"], vpcEndpointIds: ["vpce-0123456789abcdef0"] }],
      "a secret that says PRIVATE": { types: secret("PRIVATE") },
    };
    for (const [spelling, endpointConfiguration] of Object.entries(compliant)) {
      it(`compliant: ${spelling}`, () => complies(restApi({ endpointConfiguration })));
    }

    it("compliant: private, its endpoints not known yet", () =>
      complies({
        endpoint: { type: "aws:ec2/vpcEndpoint:VpcEndpoint" },
        ...restApi({
          endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [from("endpoint.id")] },
        }),
      }));

    const missing: Record<string, [ProgramResource["properties"], string]> = {
      "no endpoint configuration": [undefined, "endpointConfiguration"],
      "an endpoint configuration that is null": [
        { endpointConfiguration: null },
        "endpointConfiguration",
      ],
      "an empty list of blocks": [{ endpointConfiguration: [] }, "endpointConfiguration"],
      "a configuration without types": [
        { endpointConfiguration: { vpcEndpointIds: [] } },
        "endpointConfiguration.types",
      ],
      "an empty list of types": [
        { endpointConfiguration: { types: [] } },
        "endpointConfiguration.types",
      ],
      "an OpenAPI body that names endpoints": [
        {
          body: JSON.stringify({
            openapi: "3.0.1",
            "x-amazon-apigateway-endpoint-configuration": { vpcEndpointIds: ["vpce-1"] },
          }),
        },
        "endpointConfiguration",
      ],
    };
    for (const [shape, [properties, property]] of Object.entries(missing)) {
      it(`violation: ${shape}`, () =>
        says(
          restApi(properties),
          isPublic(`RestApi 'tokens': '${property}' is missing, which means EDGE`),
        ));
    }

    const found: [unknown, string][] = [
      ["EDGE", "'endpointConfiguration.types' is EDGE"],
      ["REGIONAL", "'endpointConfiguration.types' is REGIONAL"],
      [["PRIVATE", "REGIONAL"], "'endpointConfiguration.types[1]' is REGIONAL"],
      [["REGIONAL", "PRIVATE"], "'endpointConfiguration.types[0]' is REGIONAL"],
      ["private", "'endpointConfiguration.types' is no endpoint type of AWS's"],
    ];
    for (const [types, what] of found) {
      it(`violation: types ${JSON.stringify(types)}`, () =>
        says(restApi({ endpointConfiguration: { types } }), isPublic(`RestApi 'tokens': ${what}`)));
    }

    it("violation: a secret, which is judged and never echoed", () =>
      says(
        restApi({ endpointConfiguration: { types: secret("s3cr3t") } }),
        isPublic("RestApi 'tokens': 'endpointConfiguration.types' is no endpoint type of AWS's"),
      ));

    it("undecidable: the types are not known before the update", async () => {
      const endpointConfiguration = { types: from("command.stdout") };
      const message = open("RestApi 'tokens': 'endpointConfiguration.types' is");
      assert.deepEqual(
        await judge(rule, { ...unknownTypes, ...restApi({ endpointConfiguration }) }),
        { reports: [{ level: "mandatory", resource: "tokens", message }], applicable: true },
      );
    });

    for (const unknownAt of [0, 1]) {
      const publicAt = 1 - unknownAt;
      it(`violation: a public type beside an unknown one, unknown at ${unknownAt} of the list`, () => {
        const types = unknownAt === 0 ? [UNKNOWN, "EDGE"] : ["EDGE", UNKNOWN];
        return assertSays(rule, restApi({ endpointConfiguration: { types } }), [
          isPublic(`RestApi 'tokens': 'endpointConfiguration.types[${publicAt}]' is EDGE`),
          open(`RestApi 'tokens': 'endpointConfiguration.types[${unknownAt}]' is`),
        ]);
      });
    }

    it("violation: a private API whose import parameters say otherwise", () => {
      const program = restApi({
        endpointConfiguration: { types: "PRIVATE" },
        parameters: { endpointConfigurationTypes: "REGIONAL" },
      });
      return says(
        program,
        isPublic("RestApi 'tokens': 'parameters.endpointConfigurationTypes' is REGIONAL"),
      );
    });
  });

  describe("imports into REST APIs", () => {
    const put = (properties: ProgramResource["properties"]): Program => ({
      put: { type: "aws:apigateway/restApiPut:RestApiPut", properties: { ...properties } },
    });

    it("compliant: an import that leaves the endpoint alone", () =>
      complies(put({ body: "{}", parameters: { ignore: "documentation" } })));

    it("compliant: an import into a private endpoint", () =>
      complies(put({ parameters: { endpointConfigurationTypes: "PRIVATE" } })));

    it("violation: an import that makes the endpoint public", () => {
      const program = put({ parameters: { endpointConfigurationTypes: "EDGE" } });
      return says(
        program,
        isPublic("RestApiPut 'put': 'parameters.endpointConfigurationTypes' is EDGE"),
      );
    });

    it("undecidable: parameters that are not known yet", () => {
      const program = { ...unknownTypes, ...put({ parameters: from("command.stdout") }) };
      return saysAtFirst(program, open("RestApiPut 'put': 'parameters' is"));
    });
  });

  describe("HTTP and WebSocket APIs", () => {
    for (const protocolType of ["HTTP", "WEBSOCKET"]) {
      it(`violation: a ${protocolType} API, which has no private form`, () =>
        says(
          { tokens: { type: "aws:apigatewayv2/api:Api", properties: { protocolType } } },
          violationOf(
            rule,
            `Api 'tokens': 'protocolType' is ${protocolType}, which is always public; it must be a REST API`,
          ),
        ));
    }
  });

  describe("custom domains", () => {
    it("compliant: a private domain", () =>
      complies(domain({ endpointConfiguration: { types: "PRIVATE" } })));

    it("violation: a domain without endpoint configuration", () =>
      says(
        domain({ certificateArn: "arn:aws:acm:…" }),
        isPublic(
          "DomainName 'domain': 'endpointConfiguration' is missing, which means EDGE",
          "domain",
        ),
      ));

    it("violation: a regional domain", () => {
      const program = domain({ endpointConfiguration: { types: "REGIONAL" } });
      return says(
        program,
        isPublic("DomainName 'domain': 'endpointConfiguration.types' is REGIONAL", "domain"),
      );
    });

    it("violation: a domain of HTTP APIs", () => {
      const program: Program = {
        domain: {
          type: "aws:apigatewayv2/domainName:DomainName",
          properties: { domainNameConfiguration: { endpointType: "REGIONAL" } },
        },
      };
      return says(
        program,
        isInFront(
          "DomainName 'domain': 'domainNameConfiguration.endpointType' is REGIONAL, the only type that these domains have",
          "domain",
        ),
      );
    });
  });

  describe("CloudFront", () => {
    const inFront = (origin: unknown, kind = "distribution:Distribution"): Program => ({
      tokens: { type: "aws:apigateway/stage:Stage" },
      elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
      cdn: {
        type: `aws:cloudfront/${kind}`,
        properties: { origins: [{ domainName: origin }] },
      },
    });

    it("compliant: a distribution in front of a bucket", () =>
      complies(inFront("files.s3.eu-central-1.amazonaws.com")));

    for (const [origin, found] of [
      [
        "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
        "is the API a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
      ],
      [from("tokens.invokeUrl"), "comes from the API resource 'tokens'"],
    ] as const) {
      it(`violation: a distribution whose origin ${found}`, () =>
        saysAtFirst(
          inFront(origin),
          isInFront(`Distribution 'cdn': 'origins[0].domainName' ${found}`),
        ));
    }

    it("undecidable: an origin that comes from outside the program", () =>
      saysAtFirst(
        inFront(from("elsewhere.host")),
        undecidedOf(
          "Distribution 'cdn': 'origins[0].domainName' is",
          "nothing public may stand in front of an API",
        ),
      ));

    it("violation: a multi-tenant distribution in front of an API", () => {
      const host = "a1b2c3d4e5.execute-api.us-east-1.api.aws";
      return says(
        inFront(host, "multitenantDistribution:MultitenantDistribution"),
        isInFront(`MultitenantDistribution 'cdn': 'origins[0].domainName' is the API ${host}`),
      );
    });
  });

  describe("aws-native", () => {
    const native = (type: string, properties: ProgramResource["properties"] = {}): Program => ({
      it: { type: `aws-native:${type}`, properties },
    });
    const typed = (types: string) => ({ endpointConfiguration: { types: [types] } });

    it("compliant: a private API and a private domain", async () => {
      await complies(native("apigateway:RestApi", typed("PRIVATE")));
      await complies(native("apigateway:DomainName", typed("PRIVATE")));
    });

    it("violation: what is public or stands in front", async () => {
      const where = "endpointConfiguration.types[0]' is REGIONAL";
      await says(
        native("apigateway:RestApi", typed("REGIONAL")),
        isPublic(`RestApi 'it': '${where}`),
      );
      await says(
        native("apigateway:DomainName", typed("REGIONAL")),
        isPublic(`DomainName 'it': '${where}`, "domain"),
      );
      const origins = [{ domainName: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com" }];
      await says(
        native("cloudfront:Distribution", { distributionConfig: { origins } }),
        isInFront(
          `Distribution 'it': 'distributionConfig.origins[0].domainName' is the API ${origins[0]?.domainName}`,
        ),
      );
    });
  });
});
