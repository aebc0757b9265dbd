// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import { buildStorage, defaultStorage } from "../../support/components/built-recording-storage";
import { ACCOUNT, dependenciesOf, only, type Settled } from "../../support/components/settled";

describe("makeKeyAgeFunction", () => {
  let storage: Settled<RecordingStorage>;
  before(async () => {
    storage = await defaultStorage();
  });

  it("runs once a day, and only its schedule may invoke it", async () => {
    const schedule = only(storage, "aws:cloudwatch/eventRule:EventRule");
    assert.equal(schedule.inputs.scheduleExpression, "rate(1 day)");
    assert.deepEqual(only(storage, "aws:lambda/permission:Permission").inputs, {
      action: "lambda:InvokeFunction",
      function: "eu-key-watch",
      principal: "events.amazonaws.com",
      sourceArn: `arn:aws:events:eu-central-1:${ACCOUNT}:rule/eu-key-watch`,
      sourceAccount: ACCOUNT,
    });
    const target = only(storage, "aws:cloudwatch/eventTarget:EventTarget");
    assert.deepEqual(target.inputs, {
      rule: "eu-key-watch",
      arn: `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:eu-key-watch`,
    });
    assert.deepEqual(await dependenciesOf(target), [
      "aws:lambda/permission:Permission eu-key-watch",
    ]);
  });

  it("may only list the keys of this user and write its log", () => {
    const { policy } = only(storage, "aws:iam/rolePolicy:RolePolicy").inputs;
    assert.deepEqual(JSON.parse(String(policy)).Statement, [
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [`arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:eu-key-watch:*`],
      },
      {
        Sid: "ListWritersKeys",
        Effect: "Allow",
        Action: ["iam:ListAccessKeys"],
        Resource: [`arn:aws:iam::${ACCOUNT}:user/eu-writer`],
      },
    ]);
    assert.deepEqual(only(storage, "aws:lambda/function:Function").inputs.environment, {
      variables: { WRITER_USER_NAME: "eu-writer" },
    });
  });

  it("uses a runtime and an architecture that the region has", async () => {
    for (const [awsRegion, runtime, architecture] of [
      ["eu-central-1", "nodejs24.x", "arm64"],
      ["cn-north-1", "nodejs22.x", "x86_64"],
    ] as const) {
      const { inputs } = only(await buildStorage({ awsRegion }), "aws:lambda/function:Function");
      assert.deepEqual([inputs.runtime, inputs.architectures], [runtime, [architecture]]);
    }
  });
});
