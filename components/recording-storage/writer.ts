// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { writerBoundary, writerPolicy } from "./documents/writer-policy";
import type { SettledArguments } from "./settled-arguments";

interface Writer {
  readonly bucketArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
}

/**
 * Makes the IAM user that Agora writes with, since Agora Console takes nothing but the keys of one. The
 * keys are made by a person, outside the program, so that no state holds them.
 */
export function makeWriter(
  name: string,
  args: SettledArguments,
  { bucketArn, keyArn }: Writer,
  opts: pulumi.CustomResourceOptions,
): aws.iam.User {
  const { region, coursewareRead, presignedReadSeconds, deletionProtection } = args;
  const subject = pulumi.output({
    awsRegion: region,
    bucketArn,
    keyArn,
    hasCourseware: args.courseware !== undefined,
    coursewareRead,
    presignedReadSeconds,
  });
  const boundary = new aws.iam.Policy(
    `${name}-writer-boundary`,
    {
      description: `The most that Agora's user of ${name} may do`,
      policy: subject.apply(writerBoundary),
    },
    opts,
  );
  const user = new aws.iam.User(
    `${name}-writer`,
    {
      permissionsBoundary: boundary.arn,
      // With protection AWS refuses to delete a user who still has keys, which Agora may still be using.
      forceDestroy: !deletionProtection,
    },
    opts,
  );
  new aws.iam.UserPolicy(
    `${name}-writer`,
    { user: user.name, policy: subject.apply(writerPolicy) },
    opts,
  );
  return user;
}

/** Shell command that makes an access key for the user and shows it once, to be pasted into Agora Console. */
export function createAccessKeyCommand(
  awsRegion: string,
  userName: pulumi.Output<string>,
): pulumi.Output<string> {
  return pulumi.interpolate`aws iam create-access-key --region ${awsRegion} --user-name ${userName} --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text`;
}
