// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import { defaultTokenService } from "../../support/components/built-token-service";
import { ACCOUNT, only, type Settled } from "../../support/components/settled";

describe("makeApiStage", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("logs accesses without bodies, paths or payloads, and throttles every method", () => {
    const { accessLogSettings } = only(service, "aws:apigateway/stage:Stage").inputs as {
      accessLogSettings: { destinationArn: string; format: string };
    };
    assert.equal(
      accessLogSettings.destinationArn,
      `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:eu-access`,
    );
    assert.deepEqual(
      [...accessLogSettings.format.matchAll(/\$context\.([\w.]+)/g)].map(([, field]) => field),
      [
        "requestId",
        "extendedRequestId",
        "requestTime",
        "httpMethod",
        "resourcePath",
        "status",
        "error.responseType",
        "identity.userArn",
        "identity.vpceId",
        "responseLatency",
        "integration.status",
        "integration.latency",
      ],
    );
    assert.deepEqual(only(service, "aws:apigateway/methodSettings:MethodSettings").inputs, {
      restApi: "eu-api-id",
      stageName: "live",
      methodPath: "*/*",
      settings: {
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
        metricsEnabled: true,
        loggingLevel: "ERROR",
        dataTraceEnabled: false,
        cachingEnabled: false,
      },
    });
  });

  it("gives every log a key and a retention, and only API Gateway's own log a name", () => {
    const logs = service.children.filter(({ type }) => type.endsWith(":LogGroup"));
    const kept = {
      kmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
      retentionInDays: 365,
    };
    assert.deepEqual(
      logs.map(({ inputs }) => inputs),
      [kept, { name: "API-Gateway-Execution-Logs_eu-api-id/live", ...kept }, kept],
    );
  });
});
