// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { makeFunction, makeFunctionRole } from "../lambda/function";
import { awsRegionFacts } from "../regions/aws-regions";
import { keyAgeFunctionPolicy } from "./documents/key-age-function-policy";

/** Folder of the function's built code. */
export const keyAgeFunctionFolder = join(__dirname, "dist");

interface KeyAgeFunction {
  readonly awsRegion: string;
  readonly accountId: pulumi.Output<string>;
  /** Key of the log. */
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  /** IAM user whose keys it reports. */
  readonly writer: aws.iam.User;
}

/** Makes the Lambda function that reports once a day how old the access keys of Agora's user are. */
export function makeKeyAgeFunction(
  name: string,
  args: KeyAgeFunction,
  opts: pulumi.CustomResourceOptions,
): aws.lambda.Function {
  const { awsRegion, accountId, kmsKeyArn, logRetentionDays, writer } = args;
  const child = `${name}-key-watch`;
  const role = makeFunctionRole(
    child,
    { awsRegion, description: `Looks at the access keys of ${name}` },
    opts,
  );
  const keyAgeFunction = makeFunction(
    child,
    {
      awsRegion,
      description: `Says how old the access keys of ${name} are`,
      role,
      policy: (logGroupArn) =>
        pulumi.output({ logGroupArn, userArn: writer.arn }).apply(keyAgeFunctionPolicy),
      folder: keyAgeFunctionFolder,
      timeoutSeconds: 15,
      memoryMegabytes: 128,
      variables: { WRITER_USER_NAME: writer.name },
      kmsKeyArn,
      logRetentionDays,
    },
    opts,
  );
  makeSchedule(name, { awsRegion, accountId, keyAgeFunction }, opts);
  return keyAgeFunction;
}

interface Schedule {
  readonly awsRegion: string;
  readonly accountId: pulumi.Output<string>;
  readonly keyAgeFunction: aws.lambda.Function;
}

function makeSchedule(
  name: string,
  { awsRegion, accountId, keyAgeFunction }: Schedule,
  opts: pulumi.CustomResourceOptions,
): void {
  const child = `${name}-key-watch`;
  const schedule = new aws.cloudwatch.EventRule(
    child,
    {
      description: `Looks at the access keys of ${name} once a day`,
      scheduleExpression: "rate(1 day)",
    },
    opts,
  );
  const permission = new aws.lambda.Permission(
    child,
    {
      action: "lambda:InvokeFunction",
      function: keyAgeFunction.name,
      principal: awsRegionFacts(awsRegion).servicePrincipal("events"),
      sourceArn: schedule.arn,
      sourceAccount: accountId,
    },
    opts,
  );
  new aws.cloudwatch.EventTarget(
    child,
    { rule: schedule.name, arn: keyAgeFunction.arn },
    { ...opts, dependsOn: [permission] },
  );
}
