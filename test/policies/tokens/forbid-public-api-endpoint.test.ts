// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../policies/rule";
import { forbidPublicApiEndpoint as rule } from "../../../policies/tokens/forbid-public-api-endpoint";
import { type Circumstances, judge } from "../../support/pack/judge";
import { type Program, type ProgramResource, secret, UNKNOWN } from "../../support/pack/program";

const restApi = (properties?: ProgramResource["properties"]): Program => ({
  tokens: { type: "aws:apigateway/restApi:RestApi", ...(properties && { properties }) },
});
const domain = (properties: ProgramResource["properties"]): Program => ({
  domain: { type: "aws:apigateway/domainName:DomainName", properties: { ...properties } },
});
const distribution = (origins: unknown, others: Program = {}): Program => ({
  ...others,
  cdn: { type: "aws:cloudfront/distribution:Distribution", properties: { origins } },
});
const unknownTypes = { command: { type: "command:local:Command" } } as const;

const url =
  "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html";
const fixes = {
  api: "Make it an aws.apigateway.RestApi whose endpointConfiguration has types PRIVATE and the vpcEndpointIds of your execute-api endpoint.",
  domain:
    "Use an aws.apigateway.DomainName whose endpointConfiguration has types PRIVATE, or none: callers in the VPC reach the API through the endpoint's own names.",
  origin: "Remove the origin: let the callers reach a private API through an interface endpoint.",
};

/** The whole text of a violation. */
const violated = (what: string, fix: keyof typeof fixes) =>
  `${what}.\n${fixes[fix]}\nRead more: ${url}`;

async function saysOf(program: Program, circumstances?: Circumstances): Promise<string[]> {
  const { reports, applicable } = await judge(rule, program, circumstances);
  assert.equal(applicable, true);
  assert.deepEqual([...new Set(reports.map(({ level }) => level))].slice(1), []);
  return reports.map(({ message }) => message);
}

async function assertCompliant(program: Program): Promise<void> {
  for (const phase of ["first preview", "deployed"] as const) {
    assert.deepEqual(await judge(rule, program, { phase }), { reports: [], applicable: true });
  }
}

describe("forbid-public-api-endpoint", () => {
  it("not applicable: the program has no API, domain or distribution", async () => {
    const program: Program = { bucket: { type: "aws:s3/bucket:Bucket" } };
    assert.deepEqual(await judge(rule, program), { reports: [], applicable: false });
  });

  describe("REST APIs", () => {
    const compliant: Record<string, unknown> = {
      "one type, as the provider's current versions write it": { types: "PRIVATE" },
      "a list of one type": { types: ["PRIVATE"] },
      "a list of blocks": [{ types: ["PRIVATE"], vpcEndpointIds: ["vpce-0123456789abcdef0"] }],
      "a secret that says PRIVATE": { types: secret("PRIVATE") },
    };
    for (const [spelling, endpointConfiguration] of Object.entries(compliant)) {
      it(`compliant: ${spelling}`, () => assertCompliant(restApi({ endpointConfiguration })));
    }

    it("compliant: private, its endpoints not known yet", () =>
      assertCompliant({
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
      it(`violation: ${shape}`, async () => {
        assert.deepEqual(await saysOf(restApi(properties)), [
          violated(
            `RestApi 'tokens': '${property}' is missing, which means EDGE; it must be PRIVATE`,
            "api",
          ),
        ]);
      });
    }

    const found: [unknown, string][] = [
      ["EDGE", "'endpointConfiguration.types' is EDGE"],
      ["REGIONAL", "'endpointConfiguration.types' is REGIONAL"],
      [["PRIVATE", "REGIONAL"], "'endpointConfiguration.types[1]' is REGIONAL"],
      [["REGIONAL", "PRIVATE"], "'endpointConfiguration.types[0]' is REGIONAL"],
      ["private", "'endpointConfiguration.types' is no endpoint type of AWS's"],
    ];
    for (const [types, what] of found) {
      it(`violation: types ${JSON.stringify(types)}`, async () => {
        assert.deepEqual(await saysOf(restApi({ endpointConfiguration: { types } })), [
          violated(`RestApi 'tokens': ${what}; it must be PRIVATE`, "api"),
        ]);
      });
    }

    it("violation: a secret is judged and never echoed", async () => {
      const endpointConfiguration = { types: secret("s3cr3t-types") };
      const [message = ""] = await saysOf(restApi({ endpointConfiguration }));
      assert.doesNotMatch(message, /s3cr3t/);
      assert.match(
        message,
        /^RestApi 'tokens': 'endpointConfiguration\.types' is no endpoint type/,
      );
    });

    it("undecidable: the types are not known before the update", async () => {
      const program = {
        ...unknownTypes,
        ...restApi({ endpointConfiguration: { types: from("command.stdout") } }),
      };
      assert.deepEqual(await judge(rule, program), {
        reports: [
          {
            level: "mandatory",
            resource: "tokens",
            message:
              "Not decidable yet: RestApi 'tokens': 'endpointConfiguration.types' is not known before the update; it must be PRIVATE. It is decided as soon as the value is known.",
          },
        ],
        applicable: true,
      });
    });

    for (const types of [
      [UNKNOWN, "EDGE"],
      ["EDGE", UNKNOWN],
    ]) {
      it(`violation: a public type beside an unknown one, unknown at ${types.indexOf(UNKNOWN)} of the list`, async () => {
        const reports = (await judge(rule, restApi({ endpointConfiguration: { types } }))).reports;
        const [violation, undecided, ...others] = reports.map(({ message }) => message);
        const at = types.indexOf("EDGE");
        assert.equal(
          violation,
          violated(
            `RestApi 'tokens': 'endpointConfiguration.types[${at}]' is EDGE; it must be PRIVATE`,
            "api",
          ),
        );
        assert.match(undecided ?? "", /^Not decidable yet: RestApi 'tokens'/);
        assert.deepEqual(others, []);
      });
    }

    it("violation: a private API whose import parameters say otherwise", async () => {
      const program = restApi({
        endpointConfiguration: { types: "PRIVATE" },
        parameters: { endpointConfigurationTypes: "REGIONAL" },
      });
      assert.deepEqual(await saysOf(program), [
        violated(
          "RestApi 'tokens': 'parameters.endpointConfigurationTypes' is REGIONAL; it must be PRIVATE",
          "api",
        ),
      ]);
    });
  });

  describe("imports into REST APIs", () => {
    const put = (properties: ProgramResource["properties"]): Program => ({
      put: { type: "aws:apigateway/restApiPut:RestApiPut", properties: { ...properties } },
    });

    it("compliant: an import that leaves the endpoint alone", () =>
      assertCompliant(put({ body: "{}", parameters: { ignore: "documentation" } })));

    it("compliant: an import into a private endpoint", () =>
      assertCompliant(put({ parameters: { endpointConfigurationTypes: "PRIVATE" } })));

    it("violation: an import that makes the endpoint public", async () => {
      const program = put({ parameters: { endpointConfigurationTypes: "EDGE" } });
      assert.deepEqual(await saysOf(program), [
        violated(
          "RestApiPut 'put': 'parameters.endpointConfigurationTypes' is EDGE; it must be PRIVATE",
          "api",
        ),
      ]);
    });

    it("undecidable: parameters that are not known yet", async () => {
      const program = { ...unknownTypes, ...put({ parameters: from("command.stdout") }) };
      assert.deepEqual(await saysOf(program), [
        "Not decidable yet: RestApiPut 'put': 'parameters' is not known before the update; it must be PRIVATE. It is decided as soon as the value is known.",
      ]);
    });
  });

  describe("HTTP and WebSocket APIs", () => {
    for (const protocolType of ["HTTP", "WEBSOCKET"]) {
      it(`violation: a ${protocolType} API has no private form`, async () => {
        const program: Program = {
          tokens: { type: "aws:apigatewayv2/api:Api", properties: { protocolType } },
        };
        assert.deepEqual(await saysOf(program), [
          violated(
            `Api 'tokens': 'protocolType' is ${protocolType}, which is always public; it must be a REST API`,
            "api",
          ),
        ]);
      });
    }
  });

  describe("custom domains", () => {
    it("compliant: a private domain", () =>
      assertCompliant(domain({ endpointConfiguration: { types: "PRIVATE" } })));

    it("violation: a domain without endpoint configuration", async () => {
      assert.deepEqual(await saysOf(domain({ certificateArn: "arn:aws:acm:…" })), [
        violated(
          "DomainName 'domain': 'endpointConfiguration' is missing, which means EDGE; it must be PRIVATE",
          "domain",
        ),
      ]);
    });

    it("violation: a regional domain", async () => {
      const program = domain({ endpointConfiguration: { types: "REGIONAL" } });
      assert.deepEqual(await saysOf(program), [
        violated(
          "DomainName 'domain': 'endpointConfiguration.types' is REGIONAL; it must be PRIVATE",
          "domain",
        ),
      ]);
    });

    it("violation: a domain of HTTP APIs", async () => {
      const program: Program = {
        domain: {
          type: "aws:apigatewayv2/domainName:DomainName",
          properties: { domainNameConfiguration: { endpointType: "REGIONAL" } },
        },
      };
      assert.deepEqual(await saysOf(program), [
        violated(
          "DomainName 'domain': 'domainNameConfiguration.endpointType' is REGIONAL, the only type that these domains have; nothing public may stand in front of an API",
          "domain",
        ),
      ]);
    });
  });

  describe("CloudFront", () => {
    const hosts = [
      "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
      "a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-central-1.amazonaws.com",
      "a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn",
      "a1b2c3d4e5.execute-api.us-east-1.api.aws",
    ];
    for (const domainName of hosts) {
      it(`violation: an origin at ${domainName}`, async () => {
        assert.deepEqual(await saysOf(distribution([{ domainName }])), [
          violated(
            `Distribution 'cdn': 'origins[0].domainName' is the API ${domainName}; nothing public may stand in front of an API`,
            "origin",
          ),
        ]);
      });
    }

    it("compliant: origins that are no API", () =>
      assertCompliant(
        distribution([
          { domainName: "files.s3.eu-central-1.amazonaws.com" },
          { domainName: "execute-api.example.com" },
        ]),
      ));

    for (const [type, output] of [
      ["aws:apigateway/stage:Stage", "invokeUrl"],
      ["aws:apigatewayv2/api:Api", "apiEndpoint"],
    ] as const) {
      it(`violation: an origin that comes from a sibling of type ${type}`, async () => {
        const program = distribution([{ domainName: from(`tokens.${output}`) }], {
          tokens: { type },
        });
        const { reports } = await judge(rule, program);
        assert.deepEqual(reports.at(-1), {
          level: "mandatory",
          resource: "cdn",
          message: violated(
            "Distribution 'cdn': 'origins[0].domainName' comes from the API resource 'tokens'; nothing public may stand in front of an API",
            "origin",
          ),
        });
      });
    }

    it("compliant: an unknown origin that comes from a load balancer", () =>
      assertCompliant(
        distribution([{ domainName: from("lb.dnsName"), customOriginConfig: { httpPort: 80 } }], {
          lb: { type: "aws:lb/loadBalancer:LoadBalancer" },
        }),
      ));

    for (const [signing, origin] of Object.entries({
      "an origin access control": { originAccessControlId: from("oac.id") },
      "an origin access identity": { s3OriginConfig: { originAccessIdentity: "identity/E1" } },
    })) {
      it(`compliant: an unknown origin outside the program, signed for with ${signing}`, () =>
        assertCompliant(
          distribution([{ domainName: from("files.bucketRegionalDomainName"), ...origin }], {
            files: { type: "aws:s3/bucket:Bucket", external: true },
            oac: { type: "aws:cloudfront/originAccessControl:OriginAccessControl" },
          }),
        ));
    }

    it("undecidable: an unknown origin that comes from outside the program", async () => {
      const program = distribution([{ domainName: from("elsewhere.host") }], {
        elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
      });
      assert.deepEqual(await saysOf(program), [
        "Not decidable yet: Distribution 'cdn': 'origins[0].domainName' is not known before the update; nothing public may stand in front of an API. It is decided as soon as the value is known.",
      ]);
    });

    it("violation: a multi-tenant distribution in front of an API", async () => {
      const [domainName] = hosts;
      const program: Program = {
        cdn: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          properties: { origins: [{ domainName }] },
        },
      };
      assert.deepEqual(await saysOf(program), [
        violated(
          `MultitenantDistribution 'cdn': 'origins[0].domainName' is the API ${domainName}; nothing public may stand in front of an API`,
          "origin",
        ),
      ]);
    });
  });
});
