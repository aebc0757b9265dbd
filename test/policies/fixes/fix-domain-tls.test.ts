// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixDomainTls as fix } from "../../../policies/fixes/fix-domain-tls";
import { from } from "../../../policies/framework/rule";
import { fixed } from "../../support/pack/fixed";

const [old, modern] = ["TLS_1_0", "TLS_1_2"];
const [oldSearch, modernSearch] = ["Policy-Min-TLS-1-0-2019-07", "Policy-Min-TLS-1-2-2019-07"];
const inside = (block: string, property: string) => (value: string) => ({
  [block]: { [property]: value },
});
const search = inside("domainEndpointOptions", "tlsSecurityPolicy");
const configurations = (securityPolicy: string) => ({
  domainNameConfigurations: [{ endpointType: "REGIONAL", securityPolicy }],
});
const direct = (securityPolicy: string) => ({ securityPolicy });

describe("fix-domain-tls", () => {
  for (const [type, make, before, after] of [
    ["aws:apigateway/domainName:DomainName", direct, old, modern],
    [
      "aws:apigatewayv2/domainName:DomainName",
      inside("domainNameConfiguration", "securityPolicy"),
      old,
      modern,
    ],
    ["aws:opensearch/domain:Domain", search, oldSearch, modernSearch],
    ["aws:elasticsearch/domain:Domain", search, oldSearch, modernSearch],
    ["aws-native:apigateway:DomainName", direct, old, modern],
    ["aws-native:apigatewayv2:DomainName", configurations, old, modern],
    ["aws-native:opensearchservice:Domain", search, oldSearch, modernSearch],
  ] as const) {
    it(`makes a ${type} ask for TLS 1.2 that accepted less`, async () => {
      const domain = { type, properties: make(before) };
      assert.deepEqual(await fixed(fix, { domain }), { domain: make(after) });
    });

    it(`leaves a ${type} that asks for it, says nothing, or is not known`, async () => {
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      for (const properties of [make(after), {}, make(from("elsewhere.policy"))]) {
        assert.deepEqual(await fixed(fix, { elsewhere, domain: { type, properties } }), {});
      }
    });
  }
});
