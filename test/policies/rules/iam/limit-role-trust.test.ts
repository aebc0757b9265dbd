// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { limitRoleTrust as rule } from "../../../../policies/rules/iam/limit-role-trust";
import { judge } from "../../../support/pack/judge";
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

const must = "a role must trust named accounts, roles, services or subjects only";

const role = (statement: object, more: object[] = []): Program => ({
  command: { type: "command:local:Command" },
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

describe("limit-role-trust", () => {
  it("not applicable: the program has no role", () =>
    assertNotApplicable(rule, { policy: { type: "aws:iam/policy:Policy" } }));

  const compliant: Record<string, Program> = {
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
    "everyone but strangers, who are denied": role({ Principal: "*" }, [
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
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  const assumes = "sts:AssumeRole on arn:example:iam::example:role/example";
  const anybody = `an anonymous caller does ${assumes}`;
  const signedIn = `somebody whom arn:aws:iam::111122223333:oidc-provider/${github} signed in does ${assumes.replace("Role ", "RoleWithWebIdentity ")} with ${github}:`;
  const open: Record<string, [Program, string]> = {
    everyone: [role({ Principal: "*" }), anybody],
    "everyone, as AWS principals": [role({ Principal: { AWS: "*" } }), anybody],
    "everyone in a list": [
      role({ Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } }),
      anybody,
    ],
    "everyone but one": [
      role({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/x" } }),
      anybody,
    ],
    "everyone with an external id, whose value stays unsaid": [
      role({ Principal: "*", Condition: { StringEquals: { "sts:ExternalId": "classroom" } } }),
      `${anybody} with a certain sts:ExternalId`,
    ],
    "everyone of an organization, or without one": [
      role({
        Principal: "*",
        Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      }),
      `${anybody} without aws:PrincipalOrgID`,
    ],
    "every repository": [
      federated(["StringEquals", "aud", "sts.amazonaws.com"]),
      `${signedIn}aud "sts.amazonaws.com"`,
    ],
    "every repository whose name begins alike": [
      federated(["StringLike", "sub", "repo:ex*"]),
      `${signedIn}sub "repo:exexample"`,
    ],
  };
  for (const [shape, [program, sentence]] of Object.entries(open)) {
    it(`violation: ${shape}`, () =>
      assertAlwaysSays(rule, program, [
        violationOf(
          rule,
          `Role 'backend': 'assumeRolePolicy' trusts everyone: ${sentence}: allowed by statement 1 of the trust policy, denied by none; ${must}`,
        ),
      ]));
  }

  for (const name of ["scheduler.amazonaws.com", "vpc-flow-logs.amazonaws.com"]) {
    it(`advice: ${name} without a source`, async () => {
      const message = violationOf(
        rule,
        `Role 'backend': 'assumeRolePolicy' trusts ${name} for whomever it acts in statement 1; a trusted service should say for which account or resource it acts`,
        "Add a condition on aws:SourceAccount (your account) or aws:SourceArn to the statement.",
      );
      await assertAlwaysSays(rule, service(name), [message]);
      const { reports } = await judge(rule, service(name));
      assert.equal(reports[0]?.level, "advisory");
    });
  }

  it("undecidable: a trust in a role that does not exist yet", () =>
    assertSays(rule, role({ Principal: { AWS: from("command.stdout") } }), [
      undecidedOf("Role 'backend': 'assumeRolePolicy' is", must),
    ]));

  it("undecidable: a document that is none", () =>
    assertAlwaysSays(
      rule,
      { backend: { type: "aws:iam/role:Role", properties: { assumeRolePolicy: "{" } } },
      [unjudgeableOf("Role 'backend': 'assumeRolePolicy'", "The trust policy is not JSON", must)],
    ));

  it("exempted: a role that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      role({ Principal: "*" }),
      [
        `Exempted: Role 'backend': 'assumeRolePolicy' trusts everyone: ${anybody}: allowed by statement 1 of the trust policy, denied by none; allowed until 2026-12-31 because: a honeypot`,
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::backend", reason: "a honeypot", expires: "2026-12-31" }],
        },
      },
    ));
});
