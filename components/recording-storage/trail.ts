// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { awsRegionFacts } from "../regions/aws-regions";
import { trailBucketPolicy } from "./documents/trail-bucket-policy";
import { lifecycleOf } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";

interface TrailBucketArguments {
  readonly awsRegion: string;
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly deletionProtection: boolean;
  /** Name of the trail to come. */
  readonly trailName: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
}

/** The bucket of a trail, and the trail's ARN, which policies name before the trail exists. */
export interface TrailBucket {
  readonly made: MadeBucket;
  readonly trailName: pulumi.Output<string>;
  readonly trailArn: pulumi.Output<string>;
}

/** Makes the bucket for the log files of a CloudTrail trail. */
export function makeTrailBucket(
  name: string,
  args: TrailBucketArguments,
  opts: pulumi.CustomResourceOptions,
): TrailBucket {
  const { region, accountId, logRetentionDays, deletionProtection, trailName } = args;
  const { partition } = awsRegionFacts(args.awsRegion);
  const prefix = pulumi.interpolate`arn:${partition}:cloudtrail:${region}:${accountId}`;
  const trailArn = pulumi.interpolate`${prefix}:trail/${trailName}`;
  const made = makePrivateBucket(
    `${name}-trail`,
    {
      kmsKeyArn: args.keyArn,
      // CloudTrail adds the trail to each object's encryption context. With a bucket key, KMS sees no object.
      bucketKeyEnabled: false,
      lifecycle: pulumi.output(logRetentionDays).apply(lifecycleOf),
      policy: (bucketArn) =>
        pulumi
          .output({ awsRegion: region, accountId, bucketArn, trailArn })
          .apply(trailBucketPolicy),
      deletionProtection,
    },
    opts,
  );
  return { made, trailName, trailArn };
}

interface Trail {
  readonly trailBucket: TrailBucket;
  /** Buckets whose objects the trail follows. */
  readonly buckets: readonly aws.s3.Bucket[];
  readonly keyArn: pulumi.Output<string>;
  readonly keyPolicy: aws.kms.KeyPolicy;
}

/** Makes the trail of data events: who read, wrote or deleted which object. CloudTrail signs its log files. */
export function makeTrail(
  name: string,
  { trailBucket: { made, trailName }, buckets, keyArn, keyPolicy }: Trail,
  opts: pulumi.CustomResourceOptions,
): void {
  new aws.cloudtrail.Trail(
    `${name}-trail`,
    {
      name: trailName,
      s3BucketName: made.bucket.id,
      kmsKeyId: keyArn,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: false,
      isMultiRegionTrail: false,
      advancedEventSelectors: [
        {
          name: "Objects of the storage",
          fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
            {
              field: "resources.ARN",
              startsWiths: buckets.map(({ arn }) => pulumi.interpolate`${arn}/`),
            },
          ],
        },
      ],
    },
    // CloudTrail tests bucket and key when the trail is made.
    { ...opts, dependsOn: [made.policy, keyPolicy] },
  );
}
