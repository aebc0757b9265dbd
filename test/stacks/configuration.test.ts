// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { readConfiguration } from "../../stacks/configuration";
import schema from "../../stacks/configuration.schema.json";
import {
  intruders,
  type Json,
  rightConfigurations,
  withIntruder,
} from "../support/stacks/random-configurations";
import { europe, right, role, transfer } from "../support/stacks/right-configuration";
import { wrong } from "../support/stacks/wrong-configurations";
import { ROOT } from "../support/structure/sources";

const today = new Date("2026-06-01T00:00:00Z");

describe("readConfiguration", () => {
  it("decides every default", () => {
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

  it("takes every key as it is given", () => {
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

  it("accepts a date that YAML took for a moment", () => {
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

describe("configuration.schema.json", () => {
  const ajv = new Ajv({
    strict: false,
    formats: { date: (value: string) => new Date(value).toISOString().startsWith(value) },
  });
  const validate = ajv.compile(schema);

  /** What an editor says to a configuration, written as a stack's file has it. */
  function editorSays(values: object): string {
    const named = Object.entries(values).map(([name, value]) => [`classroom:${name}`, value]);
    const file = JSON.parse(JSON.stringify({ config: Object.fromEntries(named) }));
    return validate(file) ? "" : ajv.errorsText(validate.errors);
  }

  function programAccepts(values: object): boolean {
    return "value" in readConfiguration(values as Record<string, unknown>, today);
  }

  /** A schema can neither compare two keys nor know the day. */
  const beyondSchema = [
    "a data centre twice",
    "China beside another data centre",
    "an alarm topic of another region",
    "an alarm topic of another region beside one that all share",
    "a role of another account than the region's",
    "a transfer to a data centre that is not here",
    "a transfer from a data centre to itself",
    "a transfer twice",
    "a transfer that is over",
    "an attestation of what is still to be done",
  ];

  it("refuses what the program refuses, unless keys have to be compared or the day known", () => {
    const accepted = Object.entries(wrong)
      .filter(([, [change]]) => editorSays({ ...right, ...change }) === "")
      .map(([title]) => title);
    assert.deepEqual(accepted.sort(), [...beyondSchema].sort());
  });

  it("accepts what the program accepts", () => {
    fc.assert(
      fc.property(rightConfigurations, (configuration) => {
        assert.equal(editorSays(configuration), "");
        assert.ok(programAccepts(configuration));
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it("agrees with the program about what is not right any more", () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(rightConfigurations, fc.nat(), intruders, (configuration, index, intruder) => {
        // A topic's region is compared with another key.
        fc.pre(!JSON.stringify(configuration).includes(":sns:"));
        const changed = withIntruder(configuration, index, intruder) as Record<string, Json>;
        const said = editorSays(changed);
        assert.equal(said === "", programAccepts(changed), said || "the editor is content");
        verdicts[said === "" ? "accepted" : "refused"] += 1;
      }),
      { numRuns: 400, seed: 7 },
    );
    assert.ok(verdicts.accepted > 10 && verdicts.refused > 200, JSON.stringify(verdicts));
  });

  it("is named in each of our own stack files, and content with them", () => {
    const folder = join(ROOT, "stacks");
    const names = readdirSync(folder).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
    assert.ok(names.length >= 3);
    for (const name of names) {
      const text = readFileSync(join(folder, name), "utf8");
      assert.match(text, /^# yaml-language-server: \$schema=configuration\.schema\.json\n/, name);
      assert.ok(validate(parse(text)), `${name}: ${ajv.errorsText(validate.errors)}`);
    }
  });

  it("knows what Pulumi itself writes into a stack's file, and other packages' keys", () => {
    const [appId, regions] = [right.appId, right.regions];
    const config = { "classroom:appId": appId, "classroom:regions": regions };
    const file = (more: object, beside = {}) => ({ ...beside, config: { ...config, ...more } });
    assert.ok(validate(file({ "random:seed": 1 }, { encryptionsalt: "v1:abc" })));
    assert.ok(validate(file({ "classroom:certificate": { secure: "v1:abc" } })));
    assert.ok(validate(file({ "aws:profile": "classroom" })));
    assert.ok(!validate(file({ "classroom:certificate": "5CFd2fd1755d40ecb72977518be15d3b" })));
    assert.ok(!validate(file({ "aws:region": "eu-central-1" })), "has no effect");
  });
});
