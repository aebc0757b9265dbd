// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicApiEndpoint as rule } from "../../../../policies/rules/api/forbid-public-api-endpoint";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const one = (type: string, properties: Record<string, unknown>): Program => ({
  command: { type: "command:local:Command" },
  it: { type, properties },
});
const ingress = (isPubliclyAccessible: unknown) => ({
  networkConfiguration: { ingressConfiguration: { isPubliclyAccessible } },
});
const property = "networkConfiguration.ingressConfiguration.isPubliclyAccessible";
const graphFix =
  "Set it to PRIVATE, which replaces an API that exists, and call it through an interface endpoint of appsync-api.";
const serviceFix =
  "Set it to false, and let the callers in by an aws.apprunner.VpcIngressConnection.";

describe("service-endpoints", () => {
  for (const [type, name] of [
    ["aws:appsync/graphQLApi:GraphQLApi", "GraphQLApi"],
    ["aws-native:appsync:GraphQlApi", "GraphQlApi"],
  ] as const) {
    const breaks = (what: string) =>
      violationOf(rule, `${name} 'it': 'visibility' ${what}; it must be PRIVATE`, graphFix);

    it(`compliant: a private ${type}`, () =>
      assertCompliant(rule, one(type, { visibility: "PRIVATE" })));

    it(`violation: a global ${type}`, async () => {
      await assertAlwaysSays(rule, one(type, {}), [breaks("is missing, which means GLOBAL")]);
      await assertAlwaysSays(rule, one(type, { visibility: "private" }), [
        breaks("is no value of AWS's"),
      ]);
      await assertAlwaysSays(rule, one(type, { visibility: "GLOBAL" }), [
        breaks("is GLOBAL, which lets the internet in"),
      ]);
    });
  }

  for (const type of ["aws:apprunner/service:Service", "aws-native:apprunner:Service"]) {
    const breaks = (what: string) =>
      violationOf(rule, `Service 'it': '${what}; it must be false`, serviceFix);

    it(`compliant: a private ${type}`, async () => {
      await assertCompliant(rule, one(type, ingress(false)));
      await assertCompliant(rule, one(type, ingress("false")));
    });

    it(`violation: a public ${type}`, async () => {
      await assertAlwaysSays(rule, one(type, {}), [
        breaks("networkConfiguration' is missing, which means true"),
      ]);
      await assertAlwaysSays(rule, one(type, ingress(true)), [
        breaks(`${property}' is true, which lets the internet in`),
      ]);
    });

    it(`undecidable: a ${type} of which that is not known yet`, () =>
      assertSays(rule, one(type, ingress(from("command.stdout"))), [
        undecidedOf(`Service 'it': '${property}' is`, "it must be false"),
      ]));
  }
});
