// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import { defaultTokenService } from "../../support/components/built-token-service";
import { ACCOUNT, dependenciesOf, only, type Settled } from "../../support/components/settled";

describe("token function", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("keeps secrets out of the function's environment", () => {
    const { code: _, ...inputs } = only(service, "aws:lambda/function:Function").inputs;
    assert.deepEqual(inputs, {
      description: "Signs Agora tokens of eu",
      role: `arn:aws:iam::${ACCOUNT}:role/eu-function`,
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      handler: "index.handler",
      timeout: 5,
      memorySize: 256,
      environment: {
        variables: {
          AGORA_APP_ID: "970CA35de60c44645bbae8a215061b33",
          AGORA_REGION: "EU",
          IDENTITY_MODE: "app-managed",
          APP_CERTIFICATE_SECRET_ARN: `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:eu-certificate-AbCdEf`,
          AWS_ENDPOINT_URL_SECRETS_MANAGER: "https://eu-secrets-manager.vpce.eu-central-1.example",
        },
      },
      loggingConfig: { logFormat: "Text", logGroup: "eu-function" },
      vpcConfig: {
        subnetIds: ["subnet-1", "subnet-2"],
        securityGroupIds: ["eu-function-id"],
      },
    });
  });

  it("makes the function after its permissions and its route to Secrets Manager", async () => {
    assert.deepEqual(await dependenciesOf(only(service, "aws:lambda/function:Function")), [
      "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
      "aws:iam/rolePolicy:RolePolicy eu-function",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment eu-function-network",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
    ]);
  });
});
