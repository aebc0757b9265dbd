// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Policies that are attached to identities of a state without being made in it. */

import type { Document } from "../../policies/access";
import { POLICY } from "./documents";
import { propertyOf, type State, textOf } from "./state";

/** What policies of AWS allow that our components attach; both allow it on everything. */
const OF_AWS: Readonly<Record<string, readonly string[]>> = {
  // AWS Managed Policy Reference, version 2 of October 2020.
  "service-role/AWSLambdaENIManagementAccess": [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
  ],
  // API Gateway Developer Guide, "Permissions for CloudWatch logging".
  "service-role/AmazonAPIGatewayPushToCloudWatchLogs": [
    "logs:CreateLogGroup",
    "logs:CreateLogStream",
    "logs:DescribeLogGroups",
    "logs:DescribeLogStreams",
    "logs:PutLogEvents",
    "logs:GetLogEvents",
    "logs:FilterLogEvents",
  ],
};
const ARN_OF_AWS = /^arn:[\w-]+:iam::aws:policy\//;

export interface Attached {
  /** Those whose text is known. */
  readonly documents: readonly Document[];
  /** Those whose text is in neither the state nor the table above, for a sentence. */
  readonly elsewhere: readonly string[];
}

export function attachedPolicies(state: State): Attached {
  const arns = [...new Set(attachedArns(state))];
  const made = new Set(state.ofType(POLICY).map((policy) => textOf(policy, "arn")));
  const others = arns.filter((arn) => !made.has(arn));
  return {
    documents: others.flatMap((arn) => documentOf(arn) ?? []),
    elsewhere: others
      .filter((arn) => documentOf(arn) === undefined)
      .map((arn) => `the policy ${arn}`),
  };
}

function attachedArns(state: State): string[] {
  const attachments = state.ofType(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
  );
  const roles = state.ofType("aws:iam/role:Role");
  return [
    ...attachments.map((attachment) => textOf(attachment, "policyArn")),
    ...roles.flatMap((role) => (propertyOf(role, "managedPolicyArns") ?? []) as string[]),
  ];
}

function documentOf(arn: string): Document | undefined {
  const actions = OF_AWS[arn.replace(ARN_OF_AWS, "")];
  return actions === undefined || !ARN_OF_AWS.test(arn)
    ? undefined
    : {
        name: `policy ${arn}`,
        kind: "identity",
        content: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
        },
      };
}
