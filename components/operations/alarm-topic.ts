// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarmTopicPolicy } from "./alarm-topic-policy";

interface AlarmTopic {
  readonly awsRegion: string;
  readonly accountId: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Output<string>;
}

/**
 * Makes an encrypted SNS topic that CloudWatch alarms of this account may publish to. It has no subscriber;
 * the operator adds them.
 */
export function makeAlarmTopic(
  name: string,
  { awsRegion, accountId, kmsKeyArn }: AlarmTopic,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const topic = new aws.sns.Topic(`${name}-alarms`, { kmsMasterKeyId: kmsKeyArn }, opts);
  new aws.sns.TopicPolicy(
    `${name}-alarms`,
    {
      arn: topic.arn,
      policy: pulumi.output({ awsRegion, accountId, topicArn: topic.arn }).apply(alarmTopicPolicy),
    },
    opts,
  );
  return topic.arn;
}
