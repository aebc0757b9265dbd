// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { stageName } from "./api-stage";
import { metricDimension, metricNamespace } from "./runtime/metrics";

interface Alarms {
  readonly apiName: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;
  readonly accessLogName: pulumi.Output<string>;
  readonly alarmTopicArn: pulumi.Input<string>;
}

/** The metric and the threshold of an alarm. */
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

/** Makes alarms for a token API that fails, is slow or is throttled, and for callers that it refused. */
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
        // Without calls there is no data, and that is no failure.
        treatMissingData: "notBreaching",
        alarmActions: [args.alarmTopicArn],
        okActions: [args.alarmTopicArn],
      },
      opts,
    );
  }
}

/** Counts refused callers from the access log: API Gateway's own metric counts every 4xx. */
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
        // The name of the log keeps the metrics of several services in one account apart.
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
