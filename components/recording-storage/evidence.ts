// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { awsRegionFacts } from "../regions/aws-regions";
import { accessLogPolicy } from "./documents/access-log-policy";
import { trailBucketPolicy } from "./documents/trail-bucket-policy";
import { lifecycleOf } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";
import type { SettledArguments } from "./settled-arguments";

/** The buckets whose accesses are on record, by the words that their logs begin with. */
export type Watched = Readonly<Record<string, MadeBucket>>;

/** Makes the bucket for S3's access logs, and has the accesses to some buckets logged there. AWS delivers these logs to buckets with S3's own encryption only. */
export function makeAccessLogs(
  name: string,
  { region, accountId, logRetentionDays, deletionProtection }: SettledArguments,
  watched: Watched,
  opts: pulumi.CustomResourceOptions,
): void {
  const sourceArns = Object.values(watched).map(({ bucket }) => bucket.arn);
  const logs = makePrivateBucket(
    `${name}-access-logs`,
    {
      bucketKeyEnabled: false,
      lifecycle: pulumi.output(logRetentionDays).apply(lifecycleOf),
      policy: (bucketArn) =>
        pulumi
          .output({ awsRegion: region, accountId, bucketArn, sourceArns })
          .apply(accessLogPolicy),
      deletionProtection,
    },
    opts,
  );
  for (const [kind, { bucket }] of Object.entries(watched)) {
    new aws.s3.BucketLogging(
      `${name}-${kind}-logging`,
      { bucket: bucket.id, targetBucket: logs.bucket.id, targetPrefix: `${kind}/` },
      { ...opts, dependsOn: [logs.policy] },
    );
  }
}

/** The bucket for a trail, and the trail's ARN, which is known before the trail so that policies can name it. */
export interface TrailBucket {
  readonly made: MadeBucket;
  readonly trailName: pulumi.Output<string>;
  readonly trailArn: pulumi.Output<string>;
}

/** Makes the bucket that a trail of the storage's data events is kept in. */
export function makeTrailBucket(
  name: string,
  args: SettledArguments,
  { bucketName, keyArn }: Readonly<Record<"bucketName" | "keyArn", pulumi.Output<string>>>,
  opts: pulumi.CustomResourceOptions,
): TrailBucket {
  const { region, accountId, logRetentionDays, deletionProtection } = args;
  const { partition } = awsRegionFacts(args.awsRegion);
  const trailArn = pulumi.interpolate`arn:${partition}:cloudtrail:${region}:${accountId}:trail/${bucketName}`;
  const made = makePrivateBucket(
    `${name}-trail`,
    {
      kmsKeyArn: keyArn,
      // CloudTrail adds the trail to what KMS sees of an object, and with a bucket key there is no object.
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
  return { made, trailName: bucketName, trailArn };
}

/** Makes the trail: who read, wrote or deleted which object, in log files that cannot be changed unseen. */
export function makeTrail(
  name: string,
  { made, trailName }: TrailBucket,
  { buckets, keyArn, keyPolicy }: TrailSubject,
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
    // CloudTrail tries both when it is told of them.
    { ...opts, dependsOn: [made.policy, keyPolicy] },
  );
}

interface TrailSubject {
  /** The buckets whose objects it follows. */
  readonly buckets: readonly aws.s3.Bucket[];
  readonly keyArn: pulumi.Output<string>;
  readonly keyPolicy: aws.kms.KeyPolicy;
}
