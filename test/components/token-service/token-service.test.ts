// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { TokenService } from "../../../components/token-service/token-service";
import {
  buildTokenService,
  defaultChildren,
  defaultTokenService,
  required,
} from "../../support/components/built-token-service";
import {
  ACCOUNT,
  known,
  listed,
  only,
  providerOf,
  type Settled,
  settled,
} from "../../support/components/settled";

describe("TokenService", () => {
  let service: Settled<TokenService>;
  before(async () => {
    service = await defaultTokenService();
  });

  it("makes exactly these resources", () => {
    assert.deepEqual(listed(service), defaultChildren);
  });

  it("outputs the API's address and the command that fills the secret", async () => {
    const { result } = service;
    const secretArn = `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:eu-certificate-AbCdEf`;
    assert.deepEqual(
      {
        apiUrl: await known(result.apiUrl),
        apiId: await known(result.apiId),
        vpcEndpointId: await known(result.vpcEndpointId),
        backendPolicyArn: await known(result.backendPolicyArn),
        secretArn: await known(result.secretArn),
        fillSecretCommand: await known(result.fillSecretCommand),
        alarmTopicArn: await known(result.alarmTopicArn),
      },
      {
        apiUrl: "https://eu-api-id-eu-endpoint-id.execute-api.eu-central-1.amazonaws.com/live",
        apiId: "eu-api-id",
        vpcEndpointId: "eu-endpoint-id",
        backendPolicyArn: `arn:aws:iam::${ACCOUNT}:policy/eu-backend`,
        secretArn,
        fillSecretCommand:
          'read -rs certificate && printf \'{"primary":"%s"}\' "$certificate" | aws ' +
          `secretsmanager put-secret-value --region eu-central-1 --secret-id ${secretArn} ` +
          "--secret-string file:///dev/stdin",
        alarmTopicArn: `arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`,
      },
    );
  });

  it("drops protection and recovery delays without deletion protection", async () => {
    const service = await buildTokenService({
      deletionProtection: false,
      identityMode: "issued",
      routeTableIds: ["rtb-1"],
    });
    assert.deepEqual(
      service.children.filter(({ opts }) => opts.protect).map(({ name }) => name),
      [],
    );
    assert.equal(only(service, "aws:secretsmanager/secret:Secret").inputs.recoveryWindowInDays, 7);
    assert.equal(only(service, "aws:dynamodb/table:Table").inputs.deletionProtectionEnabled, false);
  });

  it("rotates and protects its keys", () => {
    const keys = service.children.filter(({ type }) => type === "aws:kms/key:Key");
    assert.deepEqual(
      keys.map(({ name, inputs, opts }) => [
        name,
        inputs.enableKeyRotation,
        inputs.deletionWindowInDays,
        inputs.multiRegion,
        opts.protect,
      ]),
      [
        ["eu-operations-key", true, 30, undefined, true],
        ["eu-secret-key", true, 30, undefined, true],
      ],
    );
  });

  it("runs x86_64 and Node.js 22 in China, behind China's endpoint names", async () => {
    const service = await buildTokenService({
      dataCenter: "CN",
      awsRegion: "cn-north-1",
      backendRoleArns: [`arn:aws-cn:iam::${ACCOUNT}:role/classroom-backend`],
    });
    const { runtime, architectures } = only(service, "aws:lambda/function:Function").inputs;
    assert.deepEqual([runtime, architectures], ["nodejs22.x", ["x86_64"]]);
    assert.deepEqual(
      ["eu-endpoint", "eu-secrets-manager"].map(
        (name) => only(service, "aws:ec2/vpcEndpoint:VpcEndpoint", name).inputs.serviceName,
      ),
      ["cn.com.amazonaws.cn-north-1.execute-api", "com.amazonaws.cn-north-1.secretsmanager"],
    );
    assert.equal(
      await known(service.result.apiUrl),
      "https://eu-api-id-eu-endpoint-id.execute-api.cn-north-1.amazonaws.com.cn/live",
    );
    assert.ok(!JSON.stringify(service.children.map(({ inputs }) => inputs)).includes("arn:aws:"));
  });

  it("passes the provider to every child", async () => {
    const args = { ...required };
    const service = await settled(args.awsRegion, () => {
      return new TokenService("eu", args, { provider: providerOf("eu-central-1") });
    });
    const elsewhere = service.children
      .filter(({ type }) => type.startsWith("aws:"))
      .filter(({ provider }) => !provider.includes("::provider-eu-central-1::"));
    assert.deepEqual(elsewhere, []);
  });

  it("adds no provider and no region when none is given", async () => {
    const service = await buildTokenService();
    assert.deepEqual(
      service.children.filter(({ provider, inputs }) => provider !== "" || "region" in inputs),
      [],
    );
  });

  it("fails with every problem of its arguments at once", async () => {
    await assert.rejects(
      buildTokenService({ appId: "abc", awsRegion: "us-east-1", backendRoleArns: [] }),
      (error) => {
        assert.ok(pulumi.ResourceError.isInstance(error));
        assert.equal(
          (error as Error).message,
          [
            "TokenService 'eu': 'awsRegion' must be a region of Europe (eu-…) to serve data " +
              'centre EU, got "us-east-1".',
            "TokenService 'eu': 'appId' must be 32 hexadecimal characters, got \"abc\". Copy it from Agora Console.",
            "TokenService 'eu': 'backendRoleArns' must name at least one role of the app backend, got none.",
          ].join("\n"),
        );
        return true;
      },
    );
  });
});
