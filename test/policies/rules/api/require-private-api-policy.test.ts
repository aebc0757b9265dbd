// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requirePrivateApiPolicy as rule } from "../../../../policies/rules/api/require-private-api-policy";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must =
  "the policy of a private API must confine it to named endpoints or networks and to named callers";

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

const { notApplicable, complies, violates, undecided, refused, exempted } = ruleSpec(rule, {
  must,
});
const atFirst = ruleSpec(rule, { must, phase: "first preview" });

describe("require-private-api-policy", () => {
  notApplicable({ "the program has no REST API": { command: { type: "command:local:Command" } } });

  complies({
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
  });

  const does = `does execute-api:Invoke on ${allow.Resource.replace("*", "example")}`;
  const by = "allowed by statement 1 of the policy of the API, denied by none";
  const isOpen = `opens it to every principal: an anonymous caller ${does} through the endpoint`;
  const isLoose = `does not confine it: the role ${role} ${does}`;

  violates({
    "no policy at all": [
      api({}),
      "RestApi 'tokens': 'policy' is missing, so that nobody can be let in",
    ],
    "everybody through the endpoint": [
      api({ policy: text({ Principal: "*", Condition: endpoint }) }),
      `RestApi 'tokens': 'policy' ${isOpen} vpce-0123456789abcdef0: ${by}`,
    ],
    "everybody, by a policy that leaves out the API's own ARN": [
      api({
        executionArn: allow.Resource.replace("/*", ""),
        policy: text({ Principal: "*", Condition: endpoint, Resource: "execute-api:/*" }),
      }),
      `RestApi 'tokens': 'policy' ${isOpen} vpce-0123456789abcdef0: ${by}`,
    ],
    "a role through any endpoint": [
      split(text({})),
      `RestApiPolicy 'access' of RestApi 'tokens': 'policy' ${isLoose}: ${by}`,
    ],
    "a policy that only looks confined, in a body": [
      api({
        body: JSON.stringify({
          "x-amazon-apigateway-policy": policy({
            Condition: { StringEqualsIfExists: endpoint.StringEquals },
          }),
        }),
      }),
      `RestApi 'tokens': 'body.x-amazon-apigateway-policy' ${isLoose} without aws:SourceVpce: ${by}`,
    ],
  });

  atFirst.violates({
    "no policy, of an API that may turn out to be private": [
      api({ endpointConfiguration: { types: from("command.stdout") } }),
      "RestApi 'tokens': 'policy' is missing, so that nobody can be let in",
    ],
  });

  undecided({
    "a policy that quotes its own API's ARN": [
      split(text({ Resource: `${from("tokens.executionArn")}/*` })),
      "RestApiPolicy 'access' of RestApi 'tokens': 'policy' is",
    ],
    "no policy but a body that is not known yet": [
      api({ body: from("command.stdout") }),
      "RestApi 'tokens': 'body' is",
    ],
  });

  refused({
    "a policy that is not understood": [
      split("{"),
      "RestApiPolicy 'access' of RestApi 'tokens': 'policy'",
      "The policy of the API is not JSON",
    ],
  });

  exempted({
    "an API that an administrator allows": [
      api({}),
      "*::tokens",
      "its policy is in another stack",
      "RestApi 'tokens': 'policy' is missing, so that nobody can be let in",
    ],
  });
});
