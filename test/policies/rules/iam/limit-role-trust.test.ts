// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { limitRoleTrust as rule } from "../../../../policies/rules/iam/limit-role-trust";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const role = (statement: object, more: object[] = []): Program => ({
  backend: {
    type: "aws:iam/role:Role",
    properties: {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }, ...more],
      }),
    },
  },
});
const service = (name: string, more: object = {}) =>
  role({ Principal: { Service: name }, ...more });
const github = "token.actions.githubusercontent.com";
const federated = (...conditions: [string, string, string][]) =>
  role({
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
    Condition: Object.fromEntries(
      conditions.map(([operator, key, value]) => [operator, { [`${github}:${key}`]: value }]),
    ),
  });

const { notApplicable, complies, violates, undecided, refused, exempted } = ruleSpec(rule, {
  must: "a role must trust named accounts, roles, services or subjects only",
});
const sources = ruleSpec(rule, {
  must: "a trusted service should say for which account or resource it acts",
  fix: "Add a condition on aws:SourceAccount (your account) or aws:SourceArn to the statement.",
  level: "advisory",
});

describe("limit-role-trust", () => {
  notApplicable({ "the program has no role": { policy: { type: "aws:iam/policy:Policy" } } });

  complies({
    "a role whose trust is not written": { backend: { type: "aws:iam/role:Role" } },
    "a service": service("lambda.amazonaws.com"),
    "an account": role({ Principal: { AWS: "111122223333" } }),
    "a role of another account": role({
      Principal: { AWS: "arn:aws:iam::444455556666:role/backend" },
    }),
    "everyone of an organization": role({
      Principal: "*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    }),
    "everyone, with a denial of other accounts": role({ Principal: "*" }, [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "sts:*",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": "111122223333" } },
      },
    ]),
    "one repository": federated([
      "StringEquals",
      "sub",
      "repo:example/classroom:ref:refs/heads/main",
    ]),
    "the repositories of one owner": federated(["StringLike", "sub", "repo:example/*"]),
    "a service that says for whom it acts": service("scheduler.amazonaws.com", {
      Condition: { StringEquals: { "AWS:SourceAccount": "111122223333" } },
    }),
    "a denial of everyone": role({ Principal: { AWS: "111122223333" } }, [
      { Effect: "Deny", Principal: { Service: "scheduler.amazonaws.com" }, Action: "sts:*" },
    ]),
    "a role of aws-native": {
      backend: {
        type: "aws-native:iam:Role",
        properties: {
          assumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: {
              Effect: "Allow",
              Principal: { Service: "lambda.amazonaws.com" },
              Action: "sts:AssumeRole",
            },
          },
        },
      },
    },
  });

  const assumes = "sts:AssumeRole on arn:example:iam::example:role/example";
  const anybody = `an anonymous caller does ${assumes}`;
  const provider = `arn:aws:iam::111122223333:oidc-provider/${github}`;
  const signedIn =
    `somebody whom ${provider} signed in ` +
    `does ${assumes.replace("Role ", "RoleWithWebIdentity ")} with ${github}:`;
  const trusts = (whom: string) =>
    `Role 'backend': 'assumeRolePolicy' trusts everyone: ${whom}: ` +
    "allowed by statement 1 of the trust policy, denied by none";

  violates({
    everyone: [role({ Principal: "*" }), trusts(anybody)],
    "everyone, as AWS principals": [role({ Principal: { AWS: "*" } }), trusts(anybody)],
    "everyone in a list": [
      role({ Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } }),
      trusts(anybody),
    ],
    "everyone but one": [
      role({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/x" } }),
      trusts(anybody),
    ],
    "everyone with an external id, whose value is not reported": [
      role({ Principal: "*", Condition: { StringEquals: { "sts:ExternalId": "classroom" } } }),
      trusts(`${anybody} with a certain sts:ExternalId`),
    ],
    "everyone of an organization, or without one": [
      role({
        Principal: "*",
        Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      }),
      trusts(`${anybody} without aws:PrincipalOrgID`),
    ],
    "every repository": [
      federated(["StringEquals", "aud", "sts.amazonaws.com"]),
      trusts(`${signedIn}aud "sts.amazonaws.com"`),
    ],
    "every repository whose name begins alike": [
      federated(["StringLike", "sub", "repo:ex*"]),
      trusts(`${signedIn}sub "repo:exexample"`),
    ],
  });

  for (const name of ["scheduler.amazonaws.com", "vpc-flow-logs.amazonaws.com"]) {
    sources.violates({
      [`${name} without a source, which is advice`]: [
        service(name),
        `Role 'backend': 'assumeRolePolicy' trusts ${name} for whomever it acts in statement 1`,
      ],
    });
  }

  undecided({
    "a trust in a role that does not exist yet": [
      role({ Principal: { AWS: from("command.stdout") } }),
      "Role 'backend': 'assumeRolePolicy' is",
    ],
  });

  refused({
    "a document that is not JSON": [
      { backend: { type: "aws:iam/role:Role", properties: { assumeRolePolicy: "{" } } },
      "Role 'backend': 'assumeRolePolicy'",
      "The trust policy is not JSON",
    ],
  });

  exempted({
    "a role that an administrator allows": [
      role({ Principal: "*" }),
      "*::backend",
      "a honeypot",
      trusts(anybody),
    ],
  });
});
