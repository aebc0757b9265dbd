// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import { defaultTokenService } from "../../support/components/built-token-service";
import { ACCOUNT, only, type Settled } from "../../support/components/settled";

describe("makeApiMethods", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("authorizes every method with IAM and validates its requests", () => {
    const methods = service.children.filter(({ type }) => type.endsWith(":Method"));
    assert.equal(methods.length, 3);
    for (const { inputs } of methods) {
      assert.equal(inputs.authorization, "AWS_IAM");
      assert.equal(inputs.requestValidatorId, "eu-validator-id");
      assert.equal(inputs.apiKeyRequired, undefined);
    }
    assert.deepEqual(
      only(service, "aws:apigateway/method:Method", "eu-issue-room-user-token").inputs
        .requestModels,
      { "application/json": "RoomUserTokenRequest" },
    );
  });

  it("lets exactly the API's methods invoke the function", () => {
    const permissions = service.children.filter(({ type }) => type.endsWith(":Permission"));
    assert.deepEqual(
      permissions.map(({ inputs }) => inputs),
      ["GET/v1/health", "POST/v1/tokens/room-user", "POST/v1/tokens/rtm"].map((method) => ({
        function: "eu-function",
        action: "lambda:InvokeFunction",
        principal: "apigateway.amazonaws.com",
        sourceAccount: ACCOUNT,
        sourceArn: `arn:aws:execute-api:eu-central-1:${ACCOUNT}:eu-api-id/live/${method}`,
      })),
    );
  });
});
