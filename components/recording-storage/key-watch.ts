// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";
import { keyWatchPolicy } from "./documents/key-watch-policy";
import { keyAgeMetric, metricDimension, metricNamespace } from "./runtime/metrics";
import type { SettledArguments } from "./settled-arguments";

/** Where the build leaves the function's code. */
export const keyWatchFolder = join(__dirname, "dist");

/** The age at which an access key is to be replaced. */
const rotationDays = 90;

/** Makes the function that says once a day how old the writer's access keys are, and the alarms about it. */
export function makeKeyWatch(
  name: string,
  args: SettledArguments,
  writer: aws.iam.User,
  opts: pulumi.CustomResourceOptions,
): void {
  const watch = makeFunction(name, args, writer, opts);
  const schedule = new aws.cloudwatch.EventRule(
    `${name}-key-watch`,
    {
      description: `Looks at the access keys of ${name} once a day`,
      scheduleExpression: "rate(1 day)",
    },
    opts,
  );
  const permission = new aws.lambda.Permission(
    `${name}-key-watch`,
    {
      action: "lambda:InvokeFunction",
      function: watch.name,
      principal: awsRegionFacts(args.awsRegion).servicePrincipal("events"),
      sourceArn: schedule.arn,
      sourceAccount: args.accountId,
    },
    opts,
  );
  new aws.cloudwatch.EventTarget(
    `${name}-key-watch`,
    { rule: schedule.name, arn: watch.arn },
    { ...opts, dependsOn: [permission] },
  );
  makeAlarms(name, args, { userName: writer.name, functionName: watch.name }, opts);
}

function makeFunction(
  name: string,
  { awsRegion, kmsKeyArn, logRetentionDays }: SettledArguments,
  writer: aws.iam.User,
  opts: pulumi.CustomResourceOptions,
): aws.lambda.Function {
  const { lambdaArchitecture, lambdaRuntime, servicePrincipal } = awsRegionFacts(awsRegion);
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-key-watch`,
    { kmsKeyId: kmsKeyArn, retentionInDays: logRetentionDays },
    opts,
  );
  const role = new aws.iam.Role(
    `${name}-key-watch`,
    {
      description: `Looks at the access keys of ${name}`,
      assumeRolePolicy: serviceTrust(servicePrincipal("lambda")),
    },
    opts,
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-key-watch`,
    {
      role: role.id,
      policy: pulumi
        .output({ logGroupArn: logGroup.arn, userArn: writer.arn })
        .apply(keyWatchPolicy),
    },
    opts,
  );
  return new aws.lambda.Function(
    `${name}-key-watch`,
    {
      description: `Says how old the access keys of ${name} are`,
      role: role.arn,
      runtime: lambdaRuntime,
      architectures: [lambdaArchitecture],
      handler: "index.handler",
      code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.FileAsset(join(keyWatchFolder, "index.js")),
      }),
      timeout: 15,
      memorySize: 128,
      environment: { variables: { WRITER_USER_NAME: writer.name } },
      loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
    },
    { ...opts, dependsOn: [permissions] },
  );
}

function makeAlarms(
  name: string,
  { alarmTopicArn }: SettledArguments,
  of: Readonly<Record<"userName" | "functionName", pulumi.Output<string>>>,
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
      dimensions: { [metricDimension]: of.userName },
      statistic: "Maximum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: rotationDays,
      // A day in which nobody looked makes no key younger.
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
      dimensions: { FunctionName: of.functionName },
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
