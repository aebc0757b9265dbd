// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Rule } from "../../../policies/framework/rule";
import { rules } from "../../../policies/rules";
import { forbidPublicApiEndpoint } from "../../../policies/rules/api/forbid-public-api-endpoint";
import { requireBucketEncryption } from "../../../policies/rules/buckets/require-bucket-encryption";
import { examplesOf } from "../../../policies/tools/examples";
import { judge } from "../../support/pack/judge";
import { providerTypes } from "../../support/pack/provider";

const judges = ({ validator }: Pick<Rule, "validator">) =>
  Object.keys({ ...validator.resource, ...validator.stack });

describe("rules", () => {
  it("have unique names", () => {
    const names = rules.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  for (const rule of rules) {
    const { fails, passes } = examplesOf(rule.name);
    for (const { shows, resources, configuration } of fails) {
      it(`${rule.name} rejects its example: ${shows}`, async () => {
        const { reports } = await judge(rule, resources, {
          ...(configuration && { configuration }),
        });
        assert.ok(reports.length > 0);
        for (const { level, message } of reports) {
          assert.equal(level, rule.enforcementLevel);
          assert.doesNotMatch(message, /^(Not decidable yet|Exempted|Rule failed):/);
        }
      });
    }

    for (const { shows, resources, configuration } of passes) {
      it(`${rule.name} accepts its example: ${shows}`, async () => {
        for (const phase of ["first preview", "deployed"] as const) {
          assert.deepEqual(
            await judge(rule, resources, { phase, ...(configuration && { configuration }) }),
            {
              reports: [],
              applicable: true,
            },
          );
        }
      });
    }
  }

  it("count what cannot be decided as a violation where data would leave, be open or lie in the clear", () =>
    assert.deepEqual(
      rules
        .filter(({ configSchema }) => configSchema.properties.onUnknown?.default === "mandatory")
        .map(({ name }) => name)
        .sort(),
      ["forbid-public-api-endpoint", "require-allowed-region", "require-bucket-encryption"],
    ));

  it("leave out no kind of bucket or object that the installed provider has", () => {
    const buckets = providerTypes(/^(s3|lightsail)/)
      .filter(
        ({ token, declaration }) =>
          /Bucket(V2)?$/.test(token) ||
          /\n {4}(rules|encryptionConfigurations?)\??: .*ncryption/.test(declaration) ||
          /\n {4}serverSideEncryption\?: /.test(declaration),
      )
      .map(({ token }) => token);
    const judged = judges(requireBucketEncryption).filter((type) => type.startsWith("aws:"));
    assert.deepEqual(buckets.sort(), judged.sort());
  });

  it("leave out no kind of API, domain or distribution that the installed provider has", () => {
    const endpoints = providerTypes(/^(apigateway|apprunner|appsync|cloudfront)/)
      .filter(
        ({ declaration }) =>
          /\n {4}(endpointConfiguration|domainNameConfiguration|protocolType|origins)\??: /.test(
            declaration,
          ) ||
          /\n {4}(visibility|networkConfiguration)\??: |\/api-gateway-import-api/.test(declaration),
      )
      .map(({ token }) => token);
    const judged = judges(forbidPublicApiEndpoint).filter((type) => type.startsWith("aws:"));
    assert.deepEqual(endpoints.sort(), judged.sort());
  });
});
