// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readConfiguration } from "../../stacks/configuration";
import { europe, right, role, transfer } from "../support/stacks/right-configuration";
import { wrong } from "../support/stacks/wrong-configurations";

const today = new Date("2026-06-01T00:00:00Z");

describe("readConfiguration", () => {
  it("resolves every default", () => {
    assert.deepEqual(readConfiguration(right, today), {
      value: {
        appId: "970CA35de60c44645bbae8a215061b33",
        regions: [
          {
            dataCenter: "EU",
            awsRegion: "eu-central-1",
            backendRoleArns: [role],
            accountId: undefined,
            assumeRoleArn: undefined,
            alarmTopicArn: undefined,
            deletionProtection: undefined,
            network: undefined,
            recording: undefined,
          },
        ],
        identityMode: "app-managed",
        secretAdministratorArns: [],
        deletionProtection: true,
        logRetentionDays: 365,
        reservedConcurrency: undefined,
        alarmTopicArn: undefined,
        manageApiGatewayAccount: true,
        tags: {},
        transfers: [],
        attestations: undefined,
      },
    });
  });

  it("reads every key as it is written", () => {
    const given = {
      appId: "970CA35de60c44645bbae8a215061b33",
      regions: [
        {
          dataCenter: "EU",
          awsRegion: "eu-west-1",
          backendRoleArns: [role],
          accountId: "111122223333",
          assumeRoleArn: "arn:aws:iam::111122223333:role/deploy",
          alarmTopicArn: "arn:aws:sns:eu-west-1:111122223333:alarms",
          deletionProtection: true,
          network: {
            vpcId: "vpc-0123456789abcdef0",
            subnetIds: ["subnet-0123456789abcdef0"],
            backendSecurityGroupIds: ["sg-0123456789abcdef0"],
            routeTableIds: ["rtb-0123456789abcdef0"],
            endpoints: {
              executeApi: "vpce-0123456789abcdef0",
              secretsManager: "vpce-0123456789abcdef1",
              dynamodb: "vpce-0123456789abcdef2",
              s3: "vpce-0123456789abcdef3",
            },
            privateDns: true,
          },
          recording: {
            retentionDays: 30,
            courseware: { retentionDays: 60, corsOrigins: ["https://classroom.example.com"] },
            coursewareRead: "presigned",
            vault: { mode: "GOVERNANCE", retentionDays: 90 },
            importBucketName: "recordings",
          },
        },
        {
          dataCenter: "NA",
          awsRegion: "us-west-2",
          backendRoleArns: [role],
          accountId: undefined,
          assumeRoleArn: undefined,
          alarmTopicArn: undefined,
          deletionProtection: undefined,
          network: undefined,
          recording: undefined,
        },
      ],
      identityMode: "issued",
      secretAdministratorArns: ["arn:aws:iam::111122223333:role/keeper"],
      deletionProtection: false,
      logRetentionDays: 30,
      reservedConcurrency: 5,
      alarmTopicArn: undefined,
      manageApiGatewayAccount: false,
      tags: { owner: "platform" },
      transfers: [transfer],
      attestations: {
        noCertificateDisabled: { by: "operator", on: "2026-01-31" },
        maxAgeDays: 180,
      },
    };
    assert.deepEqual(readConfiguration(given, today), { value: given });
  });

  it("accepts a date that YAML read as a time", () => {
    const on = "2026-01-31 00:00:00 +0000 UTC";
    const reading = readConfiguration(
      { ...right, attestations: { noCertificateDisabled: { by: "operator", on } } },
      today,
    );
    assert.ok("value" in reading);
    assert.equal(reading.value.attestations?.noCertificateDisabled?.on, "2026-01-31");
  });

  it("accepts a transfer on its last day", () => {
    const regions = [europe, { ...europe, dataCenter: "NA" }];
    const reading = readConfiguration(
      { ...right, regions, transfers: [{ ...transfer, expires: "2026-06-01" }] },
      today,
    );
    assert.ok("value" in reading);
  });

  for (const [title, [change, sentences]] of Object.entries(wrong)) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(readConfiguration({ ...right, ...change }, today), {
        problems: sentences,
      });
    });
  }
});
