// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requirePrivateApiPolicy as rule } from "../../../../policies/rules/api/require-private-api-policy";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  unjudgeableOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must =
  "the policy of a private API must confine it to named endpoints or networks and to named callers";
const breaks = (what: string) => violationOf(rule, `${what}; ${must}`);

const endpoint = { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } };
const role = "arn:aws:iam::111122223333:role/backend";
const allow = {
  Effect: "Allow",
  Principal: { AWS: role },
  Action: "execute-api:Invoke",
  Resource: "arn:aws:execute-api:eu-central-1:111122223333:a1b2c3d4e5/*",
};
const policy = (...statements: object[]) => ({
  Version: "2012-10-17",
  Statement: statements.map((statement) => ({ ...allow, ...statement })),
});
const text = (...statements: object[]) => JSON.stringify(policy(...statements));

const api = (properties: Record<string, unknown>): Program => ({
  command: { type: "command:local:Command" },
  tokens: {
    type: "aws:apigateway/restApi:RestApi",
    properties: { endpointConfiguration: { types: "PRIVATE" }, ...properties },
  },
});
const split = (content: unknown): Program => ({
  ...api({}),
  access: {
    type: "aws:apigateway/restApiPolicy:RestApiPolicy",
    properties: { restApiId: from("tokens.id"), policy: content },
  },
});

describe("require-private-api-policy", () => {
  it("not applicable: the program has no REST API", () =>
    assertNotApplicable(rule, { command: { type: "command:local:Command" } }));

  const compliant: Record<string, Program> = {
    "a policy in the API": api({ policy: text({ Condition: endpoint }) }),
    "a policy of its own": split(text({ Condition: endpoint })),
    "a policy as an object": split(policy({ Condition: endpoint })),
    "a policy in the body": api({
      body: JSON.stringify({ "x-amazon-apigateway-policy": policy({ Condition: endpoint }) }),
    }),
    "a policy that denies other endpoints": split(
      text(
        { Effect: "Deny", Principal: "*", Condition: { StringNotEquals: endpoint.StringEquals } },
        {},
      ),
    ),
    "an API of aws-native": {
      tokens: {
        type: "aws-native:apigateway:RestApi",
        properties: {
          endpointConfiguration: { types: ["PRIVATE"] },
          policy: policy({ Condition: endpoint, Resource: "execute-api:/*" }),
        },
      },
    },
    "an API that is not private, which another rule rejects": api({
      endpointConfiguration: { types: "REGIONAL" },
    }),
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  const does = `does execute-api:Invoke on ${allow.Resource.replace("*", "example")}`;
  const by = "allowed by statement 1 of the policy of the API, denied by none";
  const violations: Record<string, [Program, string]> = {
    "no policy at all": [
      api({}),
      breaks("RestApi 'tokens': 'policy' is missing, so that nobody can be let in"),
    ],
    "everybody through the endpoint": [
      api({ policy: text({ Principal: "*", Condition: endpoint }) }),
      breaks(
        `RestApi 'tokens': 'policy' opens it to every principal: an anonymous caller ${does} through the endpoint vpce-0123456789abcdef0: ${by}`,
      ),
    ],
    "everybody, by a policy that leaves out the API's own ARN": [
      api({
        executionArn: allow.Resource.replace("/*", ""),
        policy: text({ Principal: "*", Condition: endpoint, Resource: "execute-api:/*" }),
      }),
      breaks(
        `RestApi 'tokens': 'policy' opens it to every principal: an anonymous caller ${does} through the endpoint vpce-0123456789abcdef0: ${by}`,
      ),
    ],
    "a role through any endpoint": [
      split(text({})),
      breaks(
        `RestApiPolicy 'access' of RestApi 'tokens': 'policy' does not confine it: the role ${role} ${does}: ${by}`,
      ),
    ],
    "a policy that only looks confined, in a body": [
      api({
        body: JSON.stringify({
          "x-amazon-apigateway-policy": policy({
            Condition: { StringEqualsIfExists: endpoint.StringEquals },
          }),
        }),
      }),
      breaks(
        `RestApi 'tokens': 'body.x-amazon-apigateway-policy' does not confine it: the role ${role} ${does} without aws:SourceVpce: ${by}`,
      ),
    ],
  };
  for (const [shape, [program, message]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, [message]));
  }

  it("violation: no policy, of an API that may turn out to be private", () =>
    assertSays(rule, api({ endpointConfiguration: { types: from("command.stdout") } }), [
      breaks("RestApi 'tokens': 'policy' is missing, so that nobody can be let in"),
    ]));

  it("undecidable: a policy that quotes its own API's ARN", () =>
    assertSays(rule, split(text({ Resource: `${from("tokens.executionArn")}/*` })), [
      undecidedOf("RestApiPolicy 'access' of RestApi 'tokens': 'policy' is", must),
    ]));

  it("undecidable: no policy but a body that is not known yet", () =>
    assertSays(rule, api({ body: from("command.stdout") }), [
      undecidedOf("RestApi 'tokens': 'body' is", must),
    ]));

  it("undecidable: a policy that is not understood", () =>
    assertAlwaysSays(rule, split("{"), [
      unjudgeableOf(
        "RestApiPolicy 'access' of RestApi 'tokens': 'policy'",
        "The policy of the API is not JSON",
        must,
      ),
    ]));

  it("exempted: an API that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      api({}),
      [
        "Exempted: RestApi 'tokens': 'policy' is missing, so that nobody can be let in; allowed until 2026-12-31 because: its policy is in another stack",
      ],
      {
        configuration: {
          exemptions: [
            { urn: "*::tokens", reason: "its policy is in another stack", expires: "2026-12-31" },
          ],
        },
      },
    ));
});
