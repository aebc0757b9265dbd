// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configurationOfFix } from "../framework/configuration";
import { fsbp, iso, nist } from "../framework/controls";
import type { Change, Fix } from "../framework/fix";
import { type Step, select, textOf } from "../resources/reading";
import type { Resource } from "../resources/stack";

export const fixDomainTls: Fix = {
  name: "fix-domain-tls",
  description:
    "Domains that accept outdated versions of TLS must not, and are made to refuse them.",
  rationale:
    "TLS 1.0 and 1.1 are withdrawn. If a domain still accepts them, an old library of a " +
    "caller, or an attacker on the way, can choose them.",
  severity: "medium",
  controls: [
    fsbp("Opensearch.8", "Connections to OpenSearch domains should be encrypted using TLS 1.2"),
    nist("SC-8", "Transmission confidentiality and integrity"),
    iso("A.8.24", "Use of cryptography"),
  ],
  enforcementLevel: "disabled",
  tags: ["apigateway", "opensearch", "tls", "fix"],
  remediationSteps:
    "Set the security policy in the program, so that the program says what happens.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  configSchema: configurationOfFix(),
  remedy: {
    "aws:apigateway/domainName:DomainName": raised("securityPolicy"),
    "aws:apigatewayv2/domainName:DomainName": raised("domainNameConfiguration", "securityPolicy"),
    "aws:elasticsearch/domain:Domain": raised("domainEndpointOptions", "tlsSecurityPolicy"),
    "aws:opensearch/domain:Domain": raised("domainEndpointOptions", "tlsSecurityPolicy"),
    "aws-native:apigateway:DomainName": raised("securityPolicy"),
    "aws-native:apigatewayv2:DomainName": raised("domainNameConfigurations", "securityPolicy"),
    "aws-native:opensearchservice:Domain": raised("domainEndpointOptions", "tlsSecurityPolicy"),
  },
};

/** The outdated policies, by the names that the services use, each with its replacement. */
const next: Readonly<Record<string, string>> = {
  TLS_1_0: "TLS_1_2",
  "Policy-Min-TLS-1-0-2019-07": "Policy-Min-TLS-1-2-2019-07",
};

function raised(...path: Step[]): (domain: Resource) => readonly Change[] {
  return ({ props }) =>
    select(props, ...path).flatMap((policy) => {
      const value = next[textOf(policy) ?? ""];
      return value === undefined ? [] : [{ path: policy.path, value }];
    });
}
