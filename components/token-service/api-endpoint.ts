// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { awsRegionFacts } from "../regions/aws-regions";

interface ApiEndpoint {
  readonly awsRegion: string;
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly backendSecurityGroupIds: readonly pulumi.Input<string>[];
  readonly privateDnsEnabled: boolean;
}

/** Makes the API's interface endpoint, which only the backend's security groups can reach. */
export function makeApiEndpoint(
  name: string,
  args: ApiEndpoint,
  opts: pulumi.CustomResourceOptions,
): aws.ec2.VpcEndpoint {
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-endpoint`,
    { description: `Endpoint of the token API of ${name}`, vpcId: args.vpcId },
    opts,
  );
  args.backendSecurityGroupIds.forEach((backend, index) => {
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-endpoint-from-backend-${index}`,
      {
        description: "HTTPS from the app backend",
        securityGroupId: securityGroup.id,
        referencedSecurityGroupId: backend,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      },
      opts,
    );
  });
  return new aws.ec2.VpcEndpoint(
    `${name}-endpoint`,
    {
      vpcId: args.vpcId,
      vpcEndpointType: "Interface",
      serviceName: awsRegionFacts(args.awsRegion).endpointServiceName("execute-api"),
      subnetIds: args.subnetIds,
      securityGroupIds: [securityGroup.id],
      privateDnsEnabled: args.privateDnsEnabled,
    },
    opts,
  );
}
