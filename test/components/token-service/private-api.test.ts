// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import {
  buildTokenService,
  defaultTokenService,
} from "../../support/components/built-token-service";
import { listed, only, type Settled } from "../../support/components/settled";

describe("makePrivateApi", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("makes the API private and binds it to its endpoint", () => {
    assert.deepEqual(only(service, "aws:apigateway/restApi:RestApi").inputs, {
      description: "Token API of eu",
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["eu-endpoint-id"] },
    });
  });

  it("opens only the HTTPS port of the endpoint to the backend's security group", () => {
    assert.deepEqual(
      only(
        service,
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "eu-endpoint-from-backend-0",
      ).inputs,
      {
        description: "HTTPS from the app backend",
        securityGroupId: "eu-endpoint-id",
        referencedSecurityGroupId: "sg-backend",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      },
    );
    assert.deepEqual(only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", "eu-endpoint").inputs, {
      vpcId: "vpc-1",
      vpcEndpointType: "Interface",
      serviceName: "com.amazonaws.eu-central-1.execute-api",
      subnetIds: ["subnet-1", "subnet-2"],
      securityGroupIds: ["eu-endpoint-id"],
      privateDnsEnabled: false,
    });
  });

  it("uses existing endpoints and does not change their policies", async () => {
    const service = await buildTokenService({
      executeApiEndpointId: "vpce-api",
      secretsManagerEndpointId: "vpce-secrets",
      backendSecurityGroupIds: [],
    });
    assert.deepEqual(
      listed(service).filter((child) => /Endpoint|SecurityGroup/.test(child)),
      [
        "aws:ec2/securityGroup:SecurityGroup eu-function",
        "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
      ],
    );
    assert.deepEqual(only(service, "aws:apigateway/restApi:RestApi").inputs.endpointConfiguration, {
      types: "PRIVATE",
      vpcEndpointIds: ["vpce-api"],
    });
    assert.equal(
      only(service, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs
        .referencedSecurityGroupId,
      "sg-of-eu-secrets-manager",
    );
  });
});
