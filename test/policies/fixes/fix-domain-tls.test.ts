// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { fixDomainTls as fix } from "../../../policies/fixes/fix-domain-tls";
import { fixSpec } from "../../support/pack/fix-spec";
import { from, one } from "../../support/pack/program";

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

const { changes, leaves } = fixSpec(fix);

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
    changes({
      [`a ${type} that accepts less than TLS 1.2`]: [one(type, make(before)), make(after)],
    });

    leaves({
      [`a ${type} with TLS 1.2, without a setting, or with one that is not known`]: [
        one(type, make(after)),
        one(type),
        one(type, make(from("elsewhere.policy"))),
      ],
    });
  }
});
