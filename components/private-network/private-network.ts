// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { rejectProblems } from "../argument-error";
import { makeOperationsKey } from "../operations/operations-key";
import { awsRegionFacts } from "../regions/aws-regions";
import { regionOfProvider } from "../regions/provider-region";
import { cidrBlockProblem, subnetCidrBlocks } from "./cidr-blocks";
import { makeFlowLog } from "./flow-log";
import { s3EndpointPolicy } from "./s3-endpoint-policy";

export interface PrivateNetworkArgs {
  /** AWS region of the network; it must be the provider's. */
  readonly awsRegion: string;
  /**
   * Address range. Changing it replaces the network and all that is in it.
   * @default "10.64.0.0/24"
   */
  readonly cidrBlock?: string;
  /**
   * Key for the flow log.
   * @default - a key is made
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * How long the flow log is kept.
   * @default 365
   */
  readonly logRetentionDays?: pulumi.Input<number>;
  /**
   * Whether the key made here is protected from deletion.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A small network without a way to or from the internet: two subnets in two availability zones, a
 * security group for the app backend, a private way to S3, and a flow log.
 */
export class PrivateNetwork extends pulumi.ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId: pulumi.Output<string>;
  /** Ids of the subnets, one per availability zone. */
  public readonly subnetIds: pulumi.Output<string[]>;
  /** Ids of the subnets' route tables. */
  public readonly routeTableIds: pulumi.Output<string[]>;
  /** Security group that the app backend's own resources join; from it, they reach the network's endpoints and S3. */
  public readonly backendSecurityGroupId: pulumi.Output<string>;
  /** Id of the gateway endpoint for S3. */
  public readonly s3EndpointId: pulumi.Output<string>;

  /**
   * @param name Name of the component; its children's names begin with it.
   * @param args What the network needs.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(
    name: string,
    args: PrivateNetworkArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("agora-classroom:index:PrivateNetwork", name, {}, opts);
    const { awsRegion, cidrBlock = "10.64.0.0/24", deletionProtection = true } = args;
    const instance = { component: "PrivateNetwork", name };
    rejectProblems(this, instance, validatePrivateNetworkArgs(args));
    const child = { parent: this };
    const region = regionOfProvider(this, instance, awsRegion);
    const { accountId } = aws.getCallerIdentityOutput({}, child);
    const kmsKeyArn = pulumi.output(
      args.kmsKeyArn ??
        makeOperationsKey(name, { awsRegion: region, accountId, deletionProtection }, child).arn,
    );

    const vpc = new aws.ec2.Vpc(
      name,
      { cidrBlock, enableDnsSupport: true, enableDnsHostnames: true, tags: { Name: name } },
      child,
    );
    // Without rules, nothing that forgets to name a security group can be reached or reach out.
    new aws.ec2.DefaultSecurityGroup(
      `${name}-default`,
      { vpcId: vpc.id, ingress: [], egress: [] },
      child,
    );
    const routeTable = new aws.ec2.RouteTable(
      `${name}-private`,
      { vpcId: vpc.id, tags: { Name: `${name}-private` } },
      child,
    );
    const subnets = makeSubnets(name, { vpc, routeTable, cidrBlock }, child);
    const backend = new aws.ec2.SecurityGroup(
      `${name}-backend`,
      {
        description: `App backend of ${name}`,
        vpcId: vpc.id,
        tags: { Name: `${name}-backend` },
      },
      child,
    );
    const s3Endpoint = new aws.ec2.VpcEndpoint(
      `${name}-s3`,
      {
        vpcId: vpc.id,
        vpcEndpointType: "Gateway",
        serviceName: awsRegionFacts(awsRegion).endpointServiceName("s3"),
        routeTableIds: [routeTable.id],
        policy: accountId.apply(s3EndpointPolicy),
      },
      child,
    );
    allowEgress(name, backend, { cidrIpv4: cidrBlock }, child);
    allowEgress(name, backend, { prefixListId: s3Endpoint.prefixListId }, child);
    const { logRetentionDays = 365 } = args;
    makeFlowLog(name, { region, accountId, vpcId: vpc.id, kmsKeyArn, logRetentionDays }, child);

    this.vpcId = vpc.id;
    this.subnetIds = pulumi.output(subnets.map(({ id }) => id));
    this.routeTableIds = pulumi.output([routeTable.id]);
    this.backendSecurityGroupId = backend.id;
    this.s3EndpointId = s3Endpoint.id;
    this.registerOutputs({
      vpcId: this.vpcId,
      subnetIds: this.subnetIds,
      routeTableIds: this.routeTableIds,
      backendSecurityGroupId: this.backendSecurityGroupId,
      s3EndpointId: this.s3EndpointId,
    });
  }
}

/** What is wrong with a network's arguments, as sentences. */
export function validatePrivateNetworkArgs({ cidrBlock }: PrivateNetworkArgs): string[] {
  const problem = cidrBlock === undefined ? undefined : cidrBlockProblem(cidrBlock);
  return problem ? [problem] : [];
}

interface Subnets {
  readonly vpc: aws.ec2.Vpc;
  readonly routeTable: aws.ec2.RouteTable;
  readonly cidrBlock: string;
}

function makeSubnets(
  name: string,
  { vpc, routeTable, cidrBlock }: Subnets,
  opts: pulumi.CustomResourceOptions,
): aws.ec2.Subnet[] {
  // Zones that an account has to opt in to are local ones, which interface endpoints do not serve.
  const zones = aws.getAvailabilityZonesOutput(
    { filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }] },
    { parent: vpc },
  );
  return subnetCidrBlocks(cidrBlock, 2).map((block, index) => {
    const subnet = new aws.ec2.Subnet(
      `${name}-${index}`,
      {
        vpcId: vpc.id,
        cidrBlock: block,
        availabilityZone: zones.names.apply((names) => names[index] ?? ""),
        mapPublicIpOnLaunch: false,
        tags: { Name: `${name}-${index}` },
      },
      // AWS may list a new zone first one day; a subnet stays where it is.
      { ...opts, ignoreChanges: ["availabilityZone"] },
    );
    new aws.ec2.RouteTableAssociation(
      `${name}-${index}`,
      { subnetId: subnet.id, routeTableId: routeTable.id },
      opts,
    );
    return subnet;
  });
}

/** Lets the backend reach one target over HTTPS; whether that lets it in is the target's to say. */
function allowEgress(
  name: string,
  backend: aws.ec2.SecurityGroup,
  target: Pick<aws.vpc.SecurityGroupEgressRuleArgs, "cidrIpv4" | "prefixListId">,
  opts: pulumi.CustomResourceOptions,
): void {
  const where = target.cidrIpv4 ? "endpoints" : "s3";
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-backend-to-${where}`,
    {
      description: `HTTPS to ${where}`,
      securityGroupId: backend.id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      ...target,
    },
    opts,
  );
}
