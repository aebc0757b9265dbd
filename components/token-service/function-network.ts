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
  /** @default - none; no DynamoDB endpoint is made */
  readonly routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  readonly privateDnsEnabled: boolean;
  /** @default - an endpoint is made */
  readonly secretsManagerEndpointId?: pulumi.Input<string>;
  /** @default - an endpoint is made, if there is a table */
  readonly dynamodbEndpointId?: pulumi.Input<string>;
  readonly role: aws.iam.Role;
  readonly secretArn: pulumi.Output<string>;
  /** @default - there is no table of issued ids */
  readonly tableArn?: pulumi.Output<string>;
}

/** The function's connection to the VPC. */
export interface VpcConnection {
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly secretsManagerEndpoint: aws.ec2.VpcEndpoint;
  /** What must exist before the function can reach AWS. */
  readonly dependsOn: readonly pulumi.Resource[];
}

/** Makes the function's security group, and endpoints for the services that it calls; it reaches nothing else. */
export function makeFunctionNetwork(
  name: string,
  args: FunctionNetwork,
  opts: pulumi.CustomResourceOptions,
): VpcConnection {
  const attachment = attachNetworkAccess(name, args, opts);
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-function`,
    { description: `Token function of ${name}`, vpcId: args.vpcId },
    opts,
  );
  const secretsManager = args.secretsManagerEndpointId
    ? existingSecretsManagerEndpoint(name, args.secretsManagerEndpointId, opts)
    : makeSecretsManagerEndpoint(name, args, securityGroup, opts);
  const egress = makeEgress(
    name,
    "secrets-manager",
    securityGroup,
    { referencedSecurityGroupId: secretsManager.securityGroupId },
    opts,
  );
  const table = args.tableArn
    ? makeTableAccess(name, args, args.tableArn, securityGroup, opts)
    : [];
  return {
    securityGroup,
    secretsManagerEndpoint: secretsManager.endpoint,
    dependsOn: [attachment, secretsManager.endpoint, egress, ...table],
  };
}

/** AWS's own policy for network interfaces. Lambda needs its actions on all of them. */
function attachNetworkAccess(
  name: string,
  { awsRegion, role }: FunctionNetwork,
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

interface SecretsManagerEndpoint {
  readonly endpoint: aws.ec2.VpcEndpoint;
  readonly securityGroupId: pulumi.Output<string>;
}

/** Reads an endpoint that is not ours, to find its security group, and does not change it. */
function existingSecretsManagerEndpoint(
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
  const { awsRegion, vpcId, subnetIds, privateDnsEnabled, secretArn, role } = args;
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
      policy: pulumi.output({ secretArn, functionRoleArn: role.arn }).apply(secretEndpointPolicy),
    },
    opts,
  );
  return { endpoint, securityGroupId: securityGroup.id };
}

/** Makes a gateway endpoint for DynamoDB unless there is one, and lets the function reach it. */
function makeTableAccess(
  name: string,
  args: FunctionNetwork,
  tableArn: pulumi.Output<string>,
  securityGroup: aws.ec2.SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const { awsRegion, vpcId, routeTableIds, role, dynamodbEndpointId } = args;
  const endpoint = dynamodbEndpointId
    ? aws.ec2.VpcEndpoint.get(`${name}-dynamodb`, dynamodbEndpointId, undefined, opts)
    : new aws.ec2.VpcEndpoint(
        `${name}-dynamodb`,
        {
          vpcId,
          vpcEndpointType: "Gateway",
          serviceName: awsRegionFacts(awsRegion).endpointServiceName("dynamodb"),
          routeTableIds,
          policy: pulumi.output({ tableArn, functionRoleArn: role.arn }).apply(tableEndpointPolicy),
        },
        opts,
      );
  const { prefixListId } = endpoint;
  return [endpoint, makeEgress(name, "dynamodb", securityGroup, { prefixListId }, opts)];
}

function makeEgress(
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
