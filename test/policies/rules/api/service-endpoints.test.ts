// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicApiEndpoint as rule } from "../../../../policies/rules/api/forbid-public-api-endpoint";
import { from, one } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const ingress = (isPubliclyAccessible: unknown) => ({
  networkConfiguration: { ingressConfiguration: { isPubliclyAccessible } },
});

const graphs = ruleSpec(rule, {
  must: "it must be PRIVATE",
  fix:
    "Set it to PRIVATE, which replaces an API that exists, " +
    "and call it through an interface endpoint of appsync-api.",
});
const services = ruleSpec(rule, {
  must: "it must be false",
  fix: "Set it to false, and let the callers in by an aws.apprunner.VpcIngressConnection.",
});

describe("service-endpoints", () => {
  for (const [type, name] of [
    ["aws:appsync/graphQLApi:GraphQLApi", "GraphQLApi"],
    ["aws-native:appsync:GraphQlApi", "GraphQlApi"],
  ] as const) {
    const where = `${name} 'it': 'visibility'`;

    graphs.complies({ [`a private ${type}`]: one(type, { visibility: "PRIVATE" }) });

    graphs.violates({
      [`a global ${type}`]: [
        [one(type, {}), `${where} is missing, which means GLOBAL`],
        [one(type, { visibility: "private" }), `${where} is no value of AWS's`],
        [one(type, { visibility: "GLOBAL" }), `${where} is GLOBAL, which lets the internet in`],
      ],
    });
  }

  for (const type of ["aws:apprunner/service:Service", "aws-native:apprunner:Service"]) {
    const block = "Service 'it': 'networkConfiguration";
    const where = `${block}.ingressConfiguration.isPubliclyAccessible'`;

    services.complies({
      [`a private ${type}`]: [one(type, ingress(false)), one(type, ingress("false"))],
    });

    services.violates({
      [`a public ${type}`]: [
        [one(type, {}), `${block}' is missing, which means true`],
        [one(type, ingress(true)), `${where} is true, which lets the internet in`],
      ],
    });

    services.undecided({
      [`a ${type} whose access is not known yet`]: [
        one(type, ingress(from("command.stdout"))),
        `${where} is`,
      ],
    });
  }
});
