// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";

interface FunctionRole {
  readonly awsRegion: string;
  readonly inVpc: boolean;
}

/** Makes the role that the function runs with; what it may do comes later, when all that it names exists. */
export function makeFunctionRole(
  name: string,
  { awsRegion, inVpc }: FunctionRole,
  opts: pulumi.CustomResourceOptions,
): { readonly role: aws.iam.Role; readonly attachments: readonly pulumi.Resource[] } {
  const role = new aws.iam.Role(
    `${name}-function`,
    {
      description: `Token function of ${name}`,
      assumeRolePolicy: serviceTrust("lambda.amazonaws.com"),
    },
    opts,
  );
  return { role, attachments: inVpc ? [attachNetworkAccess(name, awsRegion, role, opts)] : [] };
}

/** AWS's own policy for network interfaces: Lambda asks for these actions on all of them. */
function attachNetworkAccess(
  name: string,
  awsRegion: string,
  role: aws.iam.Role,
  opts: pulumi.CustomResourceOptions,
): aws.iam.RolePolicyAttachment {
  const { partition } = awsRegionFacts(awsRegion);
  return new aws.iam.RolePolicyAttachment(
    `${name}-function-network`,
    {
      role: role.name,
      policyArn: `arn:${partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess`,
    },
    opts,
  );
}
