// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Instance, rejectProblems } from "../argument-error";
import { makeAlarmTopic } from "../operations/alarm-topic";
import { makeOperationsKey } from "../operations/operations-key";
import { regionOfProvider } from "../regions/provider-region";
import type { CoursewareRead } from "./documents/bucket-policy";
import type { RecordingStorageArgs } from "./recording-storage";
import { originProblems } from "./validation";

/** The arguments of a recording storage with every default decided and every Output checked when it is known. */
export interface SettledArguments extends Omit<RecordingStorageArgs, "s3EndpointId"> {
  readonly coursewareRead: CoursewareRead;
  readonly corsOrigins: pulumi.Output<string[]>;
  readonly s3EndpointId: pulumi.Output<string | undefined>;
  readonly presignedReadSeconds: number;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly deletionProtection: boolean;
  /** Account that the provider works in. */
  readonly accountId: pulumi.Output<string>;
  /** The AWS region, once it is known to be the provider's. */
  readonly region: pulumi.Output<string>;
}

/** Decides the defaults of a recording storage, and makes the operations key and the alarm topic where none is given. */
export function settleArguments(
  storage: pulumi.ComponentResource,
  instance: Instance,
  args: RecordingStorageArgs,
): SettledArguments {
  const child = { parent: storage };
  const { awsRegion, deletionProtection = true, courseware } = args;
  const { accountId } = aws.getCallerIdentityOutput({}, child);
  const region = regionOfProvider(storage, instance, awsRegion);
  const keyArguments = { awsRegion: region, accountId, deletionProtection };
  const kmsKeyArn = pulumi.output(
    args.kmsKeyArn ?? makeOperationsKey(instance.name, keyArguments, child).arn,
  );
  return {
    ...args,
    coursewareRead: args.coursewareRead ?? "none",
    corsOrigins: pulumi.output([...(courseware?.corsOrigins ?? [])]).apply((origins) => {
      rejectProblems(storage, instance, originProblems(origins));
      return origins;
    }),
    s3EndpointId: pulumi.output(args.s3EndpointId),
    presignedReadSeconds: args.presignedReadSeconds ?? 900,
    kmsKeyArn,
    alarmTopicArn: pulumi.output(
      args.alarmTopicArn ??
        makeAlarmTopic(instance.name, { awsRegion, accountId, kmsKeyArn }, child),
    ),
    logRetentionDays: args.logRetentionDays ?? 365,
    deletionProtection,
    accountId,
    region,
  };
}
