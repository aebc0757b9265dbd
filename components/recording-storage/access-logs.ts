// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accessLogPolicy } from "./documents/access-log-policy";
import { lifecycleOf } from "./lifecycle";
import { type MadeBucket, makePrivateBucket } from "./private-bucket";

interface AccessLogs {
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly deletionProtection: boolean;
  /** Buckets whose accesses are logged, by the prefix of their logs. */
  readonly sources: Readonly<Record<string, MadeBucket>>;
}

/**
 * Makes the bucket for S3's access logs, and turns on the logging of some buckets. AWS delivers access logs
 * only to buckets with S3's own encryption.
 */
export function makeAccessLogs(
  name: string,
  { region, accountId, logRetentionDays, deletionProtection, sources }: AccessLogs,
  opts: pulumi.CustomResourceOptions,
): void {
  const sourceArns = Object.values(sources).map(({ bucket }) => bucket.arn);
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
  for (const [kind, { bucket }] of Object.entries(sources)) {
    new aws.s3.BucketLogging(
      `${name}-${kind}-logging`,
      { bucket: bucket.id, targetBucket: logs.bucket.id, targetPrefix: `${kind}/` },
      { ...opts, dependsOn: [logs.policy] },
    );
  }
}
