// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../components/access/policy-document";
import { awsRegionFacts } from "../components/regions/aws-regions";

/**
 * Gives API Gateway the role with which it writes logs. An account has one such role per region, for all
 * its APIs, so it stays when this stack is destroyed.
 */
export function makeApiGatewayAccount(
  name: string,
  awsRegion: string,
  provider: aws.Provider,
): aws.apigateway.Account {
  const opts: pulumi.CustomResourceOptions = { provider, retainOnDelete: true };
  const { partition } = awsRegionFacts(awsRegion);
  const role = new aws.iam.Role(
    `${name}-api-gateway-logs`,
    {
      description: "Writes the logs of API Gateway, for every API of the account and region",
      assumeRolePolicy: serviceTrust("apigateway.amazonaws.com"),
    },
    opts,
  );
  const attachment = new aws.iam.RolePolicyAttachment(
    `${name}-api-gateway-logs`,
    {
      role: role.name,
      policyArn: `arn:${partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    },
    opts,
  );
  return new aws.apigateway.Account(
    `${name}-api-gateway-logs`,
    { cloudwatchRoleArn: role.arn },
    { ...opts, dependsOn: [attachment] },
  );
}
