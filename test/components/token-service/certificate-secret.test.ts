// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { TokenService } from "../../../components/token-service/token-service";
import {
  buildTokenService,
  defaultTokenService,
} from "../../support/components/built-token-service";
import { ACCOUNT, only, type Settled } from "../../support/components/settled";

describe("secret of a token service", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("makes the secret without a value, under its own key, recoverable and protected", () => {
    const secret = only(service, "aws:secretsmanager/secret:Secret");
    assert.deepEqual(secret.inputs, {
      description: "Agora App Certificate of eu",
      kmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-secret-key-id`,
      recoveryWindowInDays: 30,
    });
    assert.equal(secret.opts.protect, true);
    assert.equal(
      only(service, "aws:secretsmanager/secretPolicy:SecretPolicy").inputs.blockPublicPolicy,
      true,
    );
  });

  it("stores a certificate as a write-only value that stays secret", async () => {
    const service = await buildTokenService({
      certificate: pulumi.secret("5CFd2fd1755d40ecb72977518be15d3b"),
    });
    const { inputs } = only(service, "aws:secretsmanager/secretVersion:SecretVersion");
    const { secretStringWo, secretStringWoVersion, ...others } = inputs;
    assert.deepEqual(others, { secretId: "eu-certificate-id" });
    assert.deepEqual(secretStringWo, secret('{"primary":"5CFd2fd1755d40ecb72977518be15d3b"}'));
    assert.ok(Number.isInteger((secretStringWoVersion as { value: number }).value));
    assert.ok(
      !JSON.stringify(
        service.children
          .filter(({ type }) => !type.endsWith(":SecretVersion"))
          .map(({ inputs }) => inputs),
      ).includes("5CFd2fd1755d40ecb72977518be15d3b"),
    );
  });
});

/** How a secret input looks on the wire. */
function secret(value: string): unknown {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
