// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import {
  buildTokenService,
  defaultChildren,
  defaultTokenService,
} from "../../support/components/built-token-service";
import { listed, only, type Settled } from "../../support/components/settled";

describe("network of a token function", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("lets the function reach Secrets Manager and nothing else", () => {
    const egress = service.children.filter(({ type }) => type.endsWith("EgressRule"));
    assert.deepEqual(
      egress.map(({ inputs }) => inputs),
      [
        {
          description: "HTTPS to secrets-manager",
          securityGroupId: "eu-function-id",
          referencedSecurityGroupId: "eu-secrets-manager-id",
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
        },
      ],
    );
    for (const { inputs } of service.children.filter(({ type }) =>
      type.endsWith(":SecurityGroup"),
    )) {
      assert.deepEqual([inputs.ingress, inputs.egress], [undefined, undefined]);
    }
  });

  it("runs the function outside the VPC with inVpc false", async () => {
    const service = await buildTokenService({ inVpc: false });
    const gone = defaultChildren.filter((child) => !listed(service).includes(child));
    assert.deepEqual(gone, [
      "aws:ec2/securityGroup:SecurityGroup eu-function",
      "aws:ec2/securityGroup:SecurityGroup eu-secrets-manager",
      "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment eu-function-network",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule eu-secrets-manager-from-function",
    ]);
    assert.equal(only(service, "aws:lambda/function:Function").inputs.vpcConfig, undefined);
  });

  it("uses the usual host of Secrets Manager with private DNS", async () => {
    const service = await buildTokenService({ privateDnsEnabled: true });
    const { variables } = only(service, "aws:lambda/function:Function").inputs.environment as {
      variables: object;
    };
    assert.ok(!("AWS_ENDPOINT_URL_SECRETS_MANAGER" in variables));
    for (const name of ["eu-endpoint", "eu-secrets-manager"]) {
      assert.equal(
        only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", name).inputs.privateDnsEnabled,
        true,
      );
    }
  });
});
