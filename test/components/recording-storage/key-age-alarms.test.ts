// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import { keyAgeRecord } from "../../../components/recording-storage/runtime/key-age";
import { defaultStorage } from "../../support/components/built-recording-storage";
import { ACCOUNT, only, type Settled } from "../../support/components/settled";

describe("makeKeyAgeAlarms", () => {
  let storage: Settled<RecordingStorage>;
  before(async () => {
    storage = await defaultStorage();
  });

  it("sounds at an age of ninety days, by the metric that the function writes", () => {
    const { inputs } = only(storage, "aws:cloudwatch/metricAlarm:MetricAlarm", "eu-key-age");
    const topic = [`arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`];
    assert.deepEqual(inputs, {
      alarmDescription: "An access key of Agora's user is 90 days old: replace it.",
      namespace: "AgoraClassroom/RecordingStorage",
      metricName: "AccessKeyAgeDays",
      dimensions: { UserName: "eu-writer" },
      statistic: "Maximum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 90,
      treatMissingData: "ignore",
      period: 86_400,
      evaluationPeriods: 1,
      alarmActions: topic,
      okActions: topic,
    });
    const record = JSON.parse(JSON.stringify(keyAgeRecord("eu-writer", [], 0)));
    const [{ Namespace, Dimensions, Metrics }] = record._aws.CloudWatchMetrics;
    assert.deepEqual(
      [Namespace, Metrics[0].Name, Dimensions],
      [inputs.namespace, inputs.metricName, [Object.keys(inputs.dimensions as object)]],
    );
    assert.equal(record.UserName, "eu-writer");
  });

  it("sounds when the function fails, because silence looks like a young key", () => {
    const { inputs } = only(
      storage,
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "eu-key-watch-errors",
    );
    const { namespace, metricName, dimensions, threshold, alarmActions } = inputs;
    assert.deepEqual(
      [namespace, metricName, dimensions, threshold, alarmActions],
      [
        "AWS/Lambda",
        "Errors",
        { FunctionName: "eu-key-watch" },
        0,
        [`arn:aws:sns:eu-central-1:${ACCOUNT}:eu-alarms`],
      ],
    );
  });
});
