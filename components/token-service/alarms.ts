// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { metricDimension, metricNamespace } from "./runtime/metrics";
import { stageName } from "./token-api";

interface Alarms {
  readonly apiName: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;
  readonly accessLogName: pulumi.Output<string>;
  readonly alarmTopicArn: pulumi.Input<string>;
}

/** What an alarm watches, in CloudWatch's words. */
type Watched = Pick<
  aws.cloudwatch.MetricAlarmArgs,
  | "alarmDescription"
  | "namespace"
  | "metricName"
  | "dimensions"
  | "statistic"
  | "extendedStatistic"
  | "threshold"
>;

/** Makes the alarms that say that tokens cannot be had, or that somebody tries to who may not. */
export function makeAlarms(name: string, args: Alarms, opts: pulumi.CustomResourceOptions): void {
  const refused = makeRefusedMetric(name, args.accessLogName, opts);
  for (const [kind, watched] of Object.entries(watchedOf(args, refused))) {
    new aws.cloudwatch.MetricAlarm(
      `${name}-${kind}`,
      {
        ...watched,
        comparisonOperator: "GreaterThanThreshold",
        period: 300,
        evaluationPeriods: 1,
        // Nobody calling is not a failure.
        treatMissingData: "notBreaching",
        alarmActions: [args.alarmTopicArn],
        okActions: [args.alarmTopicArn],
      },
      opts,
    );
  }
}

/** API Gateway counts refusals among all its 4xx, so they are counted from its log. */
function makeRefusedMetric(
  name: string,
  logGroupName: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): { readonly namespace: string; readonly metricName: pulumi.Output<string> } {
  const filter = new aws.cloudwatch.LogMetricFilter(
    `${name}-refused`,
    {
      logGroupName,
      pattern: '{ $.status = "403" && $.responseType != "-" }',
      metricTransformation: {
        // The log's name keeps apart what several services of one account count.
        name: logGroupName.apply((log) => `RefusedCallers-${log}`),
        namespace: metricNamespace,
        value: "1",
        defaultValue: "0",
      },
    },
    opts,
  );
  return {
    namespace: metricNamespace,
    metricName: filter.metricTransformation.name,
  };
}

function watchedOf(
  { apiName, functionName }: Alarms,
  refused: Pick<Watched, "namespace"> & { readonly metricName: pulumi.Output<string> },
): Record<string, Watched> {
  const api = { namespace: "AWS/ApiGateway", dimensions: { ApiName: apiName, Stage: stageName } };
  const code = { namespace: metricNamespace, dimensions: { [metricDimension]: functionName } };
  return {
    errors: {
      ...api,
      alarmDescription: "The token API answered with a 5xx status.",
      metricName: "5XXError",
      statistic: "Sum",
      threshold: 0,
    },
    latency: {
      ...api,
      alarmDescription: "One call in a hundred takes longer than 3 s.",
      metricName: "Latency",
      extendedStatistic: "p99",
      threshold: 3000,
    },
    throttles: {
      alarmDescription: "Lambda had no room for the token function.",
      namespace: "AWS/Lambda",
      metricName: "Throttles",
      dimensions: { FunctionName: functionName },
      statistic: "Sum",
      threshold: 0,
    },
    "certificate-unavailable": {
      ...code,
      alarmDescription: "The App Certificate could not be had, so no token could be signed.",
      metricName: "CertificateUnavailable",
      statistic: "Sum",
      threshold: 0,
    },
    "refused-callers": {
      ...refused,
      alarmDescription: "The gateway refused callers that may not use the token API.",
      statistic: "Sum",
      threshold: 0,
    },
  };
}
