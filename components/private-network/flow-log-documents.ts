// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { policyText, serviceTrust } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";

interface FlowLogSubject {
  readonly awsRegion: string;
  readonly accountId: string;
}

/** Trust policy of the role that writes the network's flow log. */
export function flowLogTrust({ awsRegion, accountId }: FlowLogSubject): string {
  const { partition } = awsRegionFacts(awsRegion);
  return serviceTrust("vpc-flow-logs.amazonaws.com", {
    StringEquals: { "aws:SourceAccount": [accountId] },
    ArnLike: {
      "aws:SourceArn": [`arn:${partition}:ec2:${awsRegion}:${accountId}:vpc-flow-log/*`],
    },
  });
}

/** Permissions of that role: it writes to one log group. */
export function flowLogPolicy(logGroupArn: string): string {
  return policyText([
    {
      Sid: "WriteFlowLog",
      Effect: "Allow",
      Action: [
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents",
      ],
      Resource: [`${logGroupArn}:*`],
    },
  ]);
}
