// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accessLogFormat } from "./access-log-format";

/** The API's only stage. The API's versions are part of its paths. */
export const stageName = "live";

interface ApiStage {
  readonly restApi: aws.apigateway.RestApi;
  readonly deployment: aws.apigateway.Deployment;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly throttlingRateLimit: pulumi.Input<number>;
  readonly throttlingBurstLimit: pulumi.Input<number>;
  /** @default - the account has a log role already */
  readonly apiGatewayAccount?: aws.apigateway.Account;
}

/** Makes the stage with its throttle and its two logs, and returns the access log. */
export function makeApiStage(
  name: string,
  args: ApiStage,
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.LogGroup {
  const { restApi, deployment, apiGatewayAccount } = args;
  const logSettings = { kmsKeyId: args.kmsKeyArn, retentionInDays: args.logRetentionDays };
  const accessLog = new aws.cloudwatch.LogGroup(`${name}-access`, logSettings, opts);
  // API Gateway would make this log group itself, without our key and retention.
  const executionLog = new aws.cloudwatch.LogGroup(
    `${name}-execution`,
    {
      name: pulumi.interpolate`API-Gateway-Execution-Logs_${restApi.id}/${stageName}`,
      ...logSettings,
    },
    opts,
  );
  const stage = new aws.apigateway.Stage(
    `${name}-stage`,
    {
      restApi: restApi.id,
      deployment: deployment.id,
      stageName,
      accessLogSettings: { destinationArn: accessLog.arn, format: accessLogFormat },
    },
    { ...opts, dependsOn: [executionLog, ...(apiGatewayAccount ? [apiGatewayAccount] : [])] },
  );
  new aws.apigateway.MethodSettings(
    `${name}-settings`,
    {
      restApi: restApi.id,
      stageName: stage.stageName,
      methodPath: "*/*",
      settings: {
        throttlingRateLimit: args.throttlingRateLimit,
        throttlingBurstLimit: args.throttlingBurstLimit,
        metricsEnabled: true,
        loggingLevel: "ERROR",
        dataTraceEnabled: false,
        cachingEnabled: false,
      },
    },
    opts,
  );
  return accessLog;
}
