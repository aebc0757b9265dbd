// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { routesOf } from "../../../components/token-service/contract/routes";
import { buildTokenService, defaultChildren } from "../../support/components/built-token-service";
import { ACCOUNT, listed, only } from "../../support/components/settled";

describe("table of issued ids", () => {
  it("uses an existing DynamoDB endpoint and does not change its policy", async () => {
    const service = await buildTokenService({
      identityMode: "issued",
      dynamodbEndpointId: "vpce-dynamodb",
    });
    assert.deepEqual(
      only(
        service,
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "eu-function-to-dynamodb",
      ).inputs,
      {
        description: "HTTPS to dynamodb",
        securityGroupId: "eu-function-id",
        prefixListId: "pl-eu-dynamodb",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      },
    );
    assert.deepEqual(
      only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", "eu-dynamodb").inputs.policy,
      undefined,
    );
  });

  it("adds a protected table and an endpoint for it with issued ids", async () => {
    const service = await buildTokenService({ identityMode: "issued", routeTableIds: ["rtb-1"] });
    const added = listed(service).filter((child) => !defaultChildren.includes(child));
    assert.deepEqual(
      added.filter((child) => !child.startsWith("aws:apigateway") && !/Permission/.test(child)),
      [
        "aws:dynamodb/table:Table eu-classrooms",
        "aws:ec2/vpcEndpoint:VpcEndpoint eu-dynamodb",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-dynamodb",
      ],
    );
    const table = only(service, "aws:dynamodb/table:Table");
    assert.deepEqual(table.inputs, {
      billingMode: "PAY_PER_REQUEST",
      attributes: [{ name: "id", type: "S" }],
      hashKey: "id",
      ttl: { attributeName: "expiresAt", enabled: true },
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: {
        enabled: true,
        kmsKeyArn: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
      },
      deletionProtectionEnabled: true,
    });
    assert.equal(table.opts.protect, true);
    assert.deepEqual(
      service.children
        .filter(({ type }) => type.endsWith(":Method"))
        .map(({ inputs }) => [inputs.httpMethod, inputs.requestParameters]).length,
      routesOf("issued").length,
    );
  });
});
