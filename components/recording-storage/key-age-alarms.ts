// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { keyAgeMetric, metricDimension, metricNamespace } from "./runtime/metrics";

/** Age at which an access key must be replaced, in days. */
const rotationDays = 90;

interface KeyAgeAlarms {
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly userName: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;
}

/** Makes the alarms for an access key that is too old, and for a function that could not tell. */
export function makeKeyAgeAlarms(
  name: string,
  { alarmTopicArn, userName, functionName }: KeyAgeAlarms,
  opts: pulumi.CustomResourceOptions,
): void {
  const daily = { period: 86_400, evaluationPeriods: 1 };
  const actions = { alarmActions: [alarmTopicArn], okActions: [alarmTopicArn] };
  new aws.cloudwatch.MetricAlarm(
    `${name}-key-age`,
    {
      alarmDescription: `An access key of Agora's user is ${rotationDays} days old: replace it.`,
      namespace: metricNamespace,
      metricName: keyAgeMetric,
      dimensions: { [metricDimension]: userName },
      statistic: "Maximum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: rotationDays,
      // A day without data must not end the alarm: the key is no younger.
      treatMissingData: "ignore",
      ...daily,
      ...actions,
    },
    opts,
  );
  new aws.cloudwatch.MetricAlarm(
    `${name}-key-watch-errors`,
    {
      alarmDescription: "The age of the access keys of Agora's user could not be told.",
      namespace: "AWS/Lambda",
      metricName: "Errors",
      dimensions: { FunctionName: functionName },
      statistic: "Sum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      ...daily,
      ...actions,
    },
    opts,
  );
}
