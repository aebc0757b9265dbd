// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { TokenService } from "../../../components/token-service/token-service";
import { defaultTokenService } from "../../support/components/built-token-service";
import { ACCOUNT, only, type Settled } from "../../support/components/settled";

describe("alarms of a token service", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("encrypts the alarm topic and sends every alarm there", () => {
    assert.deepEqual(only(service, "aws:sns/topic:Topic").inputs, {
      kmsMasterKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
    });
    for (const { inputs } of service.children.filter(({ type }) => type.endsWith(":MetricAlarm"))) {
      assert.deepEqual(inputs.alarmActions, [`arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`]);
    }
  });
});
