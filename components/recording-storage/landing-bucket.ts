// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy } from "./documents/bucket-policy";
import { lifecycleOf, lifecycleWithCourseware } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";
import type { SettledArguments } from "./settled-arguments";

/** Makes the bucket that Agora writes recordings and class files to. */
export function makeLandingBucket(
  name: string,
  args: SettledArguments,
  keyArn: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): MadeBucket {
  const { courseware, coursewareRead, s3EndpointId, presignedReadSeconds } = args;
  const made = makePrivateBucket(
    name,
    {
      kmsKeyArn: keyArn,
      bucketKeyEnabled: true,
      lifecycle: courseware
        ? pulumi
            .all([args.retentionDays, courseware.retentionDays])
            .apply(([recordings, files]) => lifecycleWithCourseware(recordings, files))
        : pulumi.output(args.retentionDays).apply(lifecycleOf),
      policy: (bucketArn) =>
        pulumi
          .output({ bucketArn, keyArn, s3EndpointId, presignedReadSeconds, coursewareRead })
          .apply(bucketPolicy),
      importBucketName: args.importBucketName,
      deletionProtection: args.deletionProtection,
    },
    opts,
  );
  if (courseware) {
    allowBrowsers(name, made.bucket, args.corsOrigins, opts);
  }
  return made;
}

/** Lets the classroom's pages, and no others, upload and show class files from a browser. */
function allowBrowsers(
  name: string,
  bucket: aws.s3.Bucket,
  corsOrigins: pulumi.Output<string[]>,
  opts: pulumi.CustomResourceOptions,
): void {
  new aws.s3.BucketCorsConfiguration(
    `${name}-cors`,
    {
      bucket: bucket.id,
      corsRules: [
        {
          allowedOrigins: corsOrigins,
          allowedMethods: ["GET", "HEAD", "PUT"],
          allowedHeaders: ["Content-Type"],
          exposeHeaders: ["ETag"],
          maxAgeSeconds: 3600,
        },
      ],
    },
    opts,
  );
}
