// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { readConfig } from "../../stacks/read-config";
import { known } from "../support/components/settled";

const appCertificate = "5CFd2fd1755d40ecb72977518be15d3b";
const required = {
  "classroom:appId": "970CA35de60c44645bbae8a215061b33",
  "classroom:regions": JSON.stringify([
    { dataCenter: "EU", backendRoleArns: ["arn:aws:iam::111122223333:role/backend"] },
  ]),
};

/** Reads what a stack's file says, as the engine hands it to a program. */
function readStack(
  config: Record<string, string>,
  secrets: string[] = [],
): ReturnType<typeof readConfig> {
  const before = process.env.PULUMI_CONFIG_SECRET_KEYS;
  pulumi.runtime.setAllConfig({ ...required, ...config }, secrets);
  process.env.PULUMI_CONFIG_SECRET_KEYS = JSON.stringify(secrets);
  try {
    return readConfig(new Date("2026-06-01T00:00:00Z"));
  } finally {
    pulumi.runtime.setAllConfig({}, []);
    process.env.PULUMI_CONFIG_SECRET_KEYS = before ?? "[]";
  }
}

describe("readConfig", () => {
  it("reads texts, numbers, booleans, lists and maps in the engine's format", () => {
    const config = readStack({
      "classroom:identityMode": "issued",
      "classroom:logRetentionDays": "30",
      "classroom:deletionProtection": "false",
      "classroom:tags": '{"owner":"platform"}',
    });
    assert.equal(config.identityMode, "issued");
    assert.equal(config.logRetentionDays, 30);
    assert.equal(config.deletionProtection, false);
    assert.deepEqual(config.tags, { owner: "platform" });
    assert.equal(config.regions[0]?.awsRegion, "eu-central-1");
    assert.equal(config.certificate, undefined);
  });

  it("reads an App ID of digits as a text", () => {
    const appId = "12345678901234567890123456789012";
    assert.equal(readStack({ "classroom:appId": appId }).appId, appId);
  });

  it("ignores the keys of other namespaces", () => {
    assert.ok(readStack({ "other:region": "eu-central-1" }));
  });

  it("reads how AWS is reached, and refuses what the providers would ignore", () => {
    assert.equal(readStack({ "aws:profile": "classroom" }).aws.profile, "classroom");
    assert.deepEqual(readStack({ "aws:sharedConfigFiles": '["a"]' }).aws.sharedConfigFiles, ["a"]);
    assert.throws(() => readStack({ "aws:region": "eu-central-1" }), {
      message:
        "Stack configuration: 'aws:region' has no effect on the data centres. Set " +
        "'awsRegion' in the entries of 'classroom:regions', and remove it: pulumi config rm " +
        "aws:region.",
    });
  });

  it("returns a certificate as a secret", async () => {
    const { certificate } = readStack({ "classroom:certificate": appCertificate }, [
      "classroom:certificate",
    ]);
    assert.ok(certificate);
    assert.equal(await pulumi.isSecret(certificate), true);
    assert.equal(await known(certificate), appCertificate);
  });

  it("refuses a certificate that is not a secret, and does not repeat it", () => {
    assert.throws(() => readStack({ "classroom:certificate": appCertificate }), {
      message:
        "Stack configuration: 'classroom:certificate' must be a secret, got a plain text " +
        "that is not shown. Renew the certificate in Agora Console, and run: pulumi config " +
        "set --secret classroom:certificate",
    });
  });

  it("throws every problem as one error that the engine shows without a stack trace", () => {
    assert.throws(
      () => readStack({ "classroom:appId": "abc", "classroom:regoins": "[]" }),
      (error) => {
        assert.ok(pulumi.RunError.isInstance(error));
        assert.equal(
          (error as Error).message,
          [
            "Stack configuration: 'classroom:appId' must be 32 hexadecimal characters, as Agora " +
              'Console shows them, got "abc".',
            "Stack configuration: 'classroom:regoins' is not a key of this configuration; use " +
              "one of appId, regions, identityMode, secretAdministratorArns, deletionProtection, " +
              "logRetentionDays, reservedConcurrency, alarmTopicArn, manageApiGatewayAccount, " +
              "tags, transfers, attestations, certificate, or remove it.",
          ].join("\n"),
        );
        return true;
      },
    );
  });
});
