// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ResolvedRecordingStorage } from "./arguments";
import { bucketPolicy } from "./documents/bucket-policy";
import { lifecycleOf, lifecycleWithCourseware } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";

/** Makes the bucket to which Agora writes recordings and class files. */
export function makeLandingBucket(
  name: string,
  args: ResolvedRecordingStorage & { readonly keyArn: pulumi.Output<string> },
  opts: pulumi.CustomResourceOptions,
): MadeBucket {
  const { keyArn, courseware, coursewareRead, s3EndpointId, presignedReadSeconds } = args;
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

/** Lets browsers upload and show class files on the classroom's pages, and on no other page. */
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
