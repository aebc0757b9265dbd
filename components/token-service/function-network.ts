// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { awsRegionFacts } from "../regions/aws-regions";
import { secretEndpointPolicy } from "./documents/secret-endpoint-policy";
import { tableEndpointPolicy } from "./documents/table-endpoint-policy";

interface FunctionNetwork {
  readonly awsRegion: string;
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** @default - none is given */
  readonly routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  readonly privateDnsEnabled: boolean;
  /** @default - none is given */
  readonly secretsManagerEndpointId?: pulumi.Input<string>;
  /** @default - none is given */
  readonly dynamodbEndpointId?: pulumi.Input<string>;
  readonly functionRoleArn: pulumi.Output<string>;
  readonly secretArn: pulumi.Output<string>;
  /** @default - the function keeps no records */
  readonly tableArn?: pulumi.Output<string>;
}

/** Where the function runs, and how its code reaches AWS from there. */
export interface FunctionPlacement {
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly secretsManagerEndpoint: aws.ec2.VpcEndpoint;
  /** What has to be there before the function can reach AWS. */
  readonly routes: readonly pulumi.Resource[];
}

/** Places the function in the VPC with no way out but to the services that it needs. */
export function placeFunction(
  name: string,
  args: FunctionNetwork,
  opts: pulumi.CustomResourceOptions,
): FunctionPlacement {
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-function`,
    { description: `Token function of ${name}`, vpcId: args.vpcId },
    opts,
  );
  const secretsManager = args.secretsManagerEndpointId
    ? givenSecretsManager(name, args.secretsManagerEndpointId, opts)
    : makeSecretsManagerEndpoint(name, args, securityGroup, opts);
  const routes = [
    egressTo(
      name,
      "secrets-manager",
      securityGroup,
      { referencedSecurityGroupId: secretsManager.securityGroupId },
      opts,
    ),
    ...(args.tableArn ? routesToTable(name, args, args.tableArn, securityGroup, opts) : []),
  ];
  return {
    securityGroup,
    secretsManagerEndpoint: secretsManager.endpoint,
    routes: [secretsManager.endpoint, ...routes],
  };
}

interface SecretsManagerEndpoint {
  readonly endpoint: aws.ec2.VpcEndpoint;
  readonly securityGroupId: pulumi.Output<string>;
}

/** An endpoint that belongs to somebody else is looked at, to find its security group, and left alone. */
function givenSecretsManager(
  name: string,
  id: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): SecretsManagerEndpoint {
  const endpoint = aws.ec2.VpcEndpoint.get(`${name}-secrets-manager`, id, undefined, opts);
  return { endpoint, securityGroupId: endpoint.securityGroupIds.apply(([first]) => first ?? "") };
}

function makeSecretsManagerEndpoint(
  name: string,
  args: FunctionNetwork,
  functionSecurityGroup: aws.ec2.SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): SecretsManagerEndpoint {
  const { awsRegion, vpcId, subnetIds, privateDnsEnabled, secretArn, functionRoleArn } = args;
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-secrets-manager`,
    { description: `Secrets Manager endpoint of ${name}`, vpcId },
    opts,
  );
  new aws.vpc.SecurityGroupIngressRule(
    `${name}-secrets-manager-from-function`,
    {
      description: "HTTPS from the token function",
      securityGroupId: securityGroup.id,
      referencedSecurityGroupId: functionSecurityGroup.id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    },
    opts,
  );
  const endpoint = new aws.ec2.VpcEndpoint(
    `${name}-secrets-manager`,
    {
      vpcId,
      vpcEndpointType: "Interface",
      serviceName: awsRegionFacts(awsRegion).endpointServiceName("secretsmanager"),
      subnetIds,
      securityGroupIds: [securityGroup.id],
      privateDnsEnabled,
      policy: pulumi.output({ secretArn, functionRoleArn }).apply(secretEndpointPolicy),
    },
    opts,
  );
  return { endpoint, securityGroupId: securityGroup.id };
}

function routesToTable(
  name: string,
  args: FunctionNetwork,
  tableArn: pulumi.Output<string>,
  securityGroup: aws.ec2.SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const { awsRegion, vpcId, routeTableIds, functionRoleArn, dynamodbEndpointId } = args;
  const endpoint = dynamodbEndpointId
    ? aws.ec2.VpcEndpoint.get(`${name}-dynamodb`, dynamodbEndpointId, undefined, opts)
    : new aws.ec2.VpcEndpoint(
        `${name}-dynamodb`,
        {
          vpcId,
          vpcEndpointType: "Gateway",
          serviceName: awsRegionFacts(awsRegion).endpointServiceName("dynamodb"),
          routeTableIds,
          policy: pulumi.output({ tableArn, functionRoleArn }).apply(tableEndpointPolicy),
        },
        opts,
      );
  const { prefixListId } = endpoint;
  return [endpoint, egressTo(name, "dynamodb", securityGroup, { prefixListId }, opts)];
}

function egressTo(
  name: string,
  service: string,
  securityGroup: aws.ec2.SecurityGroup,
  target: Pick<aws.vpc.SecurityGroupEgressRuleArgs, "referencedSecurityGroupId" | "prefixListId">,
  opts: pulumi.CustomResourceOptions,
): aws.vpc.SecurityGroupEgressRule {
  return new aws.vpc.SecurityGroupEgressRule(
    `${name}-function-to-${service}`,
    {
      description: `HTTPS to ${service}`,
      securityGroupId: securityGroup.id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      ...target,
    },
    opts,
  );
}
