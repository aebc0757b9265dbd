// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";

interface AlarmTopicPolicySubject {
  readonly awsRegion: string;
  readonly accountId: string;
  readonly topicArn: string;
}

/** Policy of the alarm topic: CloudWatch may publish for alarms of this account and region. */
export function alarmTopicPolicy({
  awsRegion,
  accountId,
  topicArn,
}: AlarmTopicPolicySubject): string {
  const { partition } = awsRegionFacts(awsRegion);
  return policyText([
    {
      Sid: "PublishAlarms",
      Effect: "Allow",
      Principal: { Service: ["cloudwatch.amazonaws.com"] },
      Action: ["sns:Publish"],
      Resource: [topicArn],
      Condition: {
        StringEquals: { "aws:SourceAccount": [accountId] },
        ArnLike: {
          "aws:SourceArn": [`arn:${partition}:cloudwatch:${awsRegion}:${accountId}:alarm:*`],
        },
      },
    },
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: ["sns:Publish"],
      Resource: [topicArn],
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
    },
  ]);
}
