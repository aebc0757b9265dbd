// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { CoursewareRead } from "./arguments";
import { readerPolicy } from "./documents/reader-policy";

interface Reader {
  readonly region: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
  readonly s3EndpointId: pulumi.Output<string | undefined>;
  readonly presignedReadSeconds: number;
  readonly coursewareRead: CoursewareRead;
}

/** Makes the managed policy for roles that play recordings back. */
export function makeReaderPolicy(
  name: string,
  args: Reader,
  opts: pulumi.CustomResourceOptions,
): aws.iam.Policy {
  const { region, bucketArn, keyArn, s3EndpointId, presignedReadSeconds, coursewareRead } = args;
  const subject = {
    awsRegion: region,
    bucketArn,
    keyArn,
    s3EndpointId,
    presignedReadSeconds,
    coursewareRead,
  };
  return new aws.iam.Policy(
    `${name}-reader`,
    {
      description: `Reads the recordings of ${name}`,
      policy: pulumi.output(subject).apply(readerPolicy),
    },
    opts,
  );
}
