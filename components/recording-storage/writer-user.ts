// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { CoursewareRead } from "./arguments";
import { writerBoundary, writerPolicy } from "./documents/writer-policy";

interface WriterUser {
  readonly region: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
  readonly hasCourseware: boolean;
  readonly coursewareRead: CoursewareRead;
  readonly presignedReadSeconds: number;
  readonly deletionProtection: boolean;
}

/**
 * Makes the IAM user whose keys Agora writes with: Agora Console accepts only the keys of a user. A person
 * makes the keys outside the program, so that no state holds them.
 */
export function makeWriterUser(
  name: string,
  { region, deletionProtection, ...subjectArgs }: WriterUser,
  opts: pulumi.CustomResourceOptions,
): aws.iam.User {
  const subject = pulumi.output({ awsRegion: region, ...subjectArgs });
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
      // With protection, AWS refuses to delete a user with keys, which Agora may still use.
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

/** Shell command that makes an access key of the user and shows it once, for Agora Console. */
export function createAccessKeyCommand(
  awsRegion: string,
  userName: pulumi.Output<string>,
): pulumi.Output<string> {
  const command = `aws iam create-access-key --region ${awsRegion}`;
  const output = "--query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text";
  return pulumi.interpolate`${command} --user-name ${userName} ${output}`;
}
