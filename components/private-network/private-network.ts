// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withDefaults } from "../arguments/defaults";
import { rejectFor } from "../arguments/problems";
import { makeOperationsKey } from "../operations/operations-key";
import { awsRegionFacts } from "../regions/aws-regions";
import { regionOfProvider } from "../regions/provider-region";
import {
  type PrivateNetworkArgs,
  privateNetworkDefaults,
  validatePrivateNetworkArgs,
} from "./arguments";
import { subnetCidrBlocks } from "./cidr-blocks";
import { makeFlowLog } from "./flow-log";
import { s3EndpointPolicy } from "./s3-endpoint-policy";

/**
 * A small network without a route to or from the internet: two subnets in two availability zones, a
 * security group for the app backend, a gateway endpoint for S3, and a flow log.
 */
export class PrivateNetwork extends pulumi.ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId: pulumi.Output<string>;
  /** Ids of the subnets, one per availability zone. */
  public readonly subnetIds: pulumi.Output<string[]>;
  /** Ids of the subnets' route tables. */
  public readonly routeTableIds: pulumi.Output<string[]>;
  /** Security group for the app backend's resources. It lets them reach the network's endpoints and S3. */
  public readonly backendSecurityGroupId: pulumi.Output<string>;
  /** Id of the gateway endpoint for S3. */
  public readonly s3EndpointId: pulumi.Output<string>;

  /**
   * @param name Name of the component; the names of its children begin with it.
   * @param args Arguments of the network.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(
    name: string,
    args: PrivateNetworkArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("agora-classroom:index:PrivateNetwork", name, {}, opts);
    const reject = rejectFor(this, "PrivateNetwork", name);
    reject(validatePrivateNetworkArgs(args));
    const resolved = withDefaults(args, privateNetworkDefaults);
    const { awsRegion, cidrBlock, logRetentionDays, deletionProtection } = resolved;
    const child = { parent: this };
    const region = regionOfProvider(this, reject, awsRegion);
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
    // A resource that names no security group gets this one, which allows no traffic.
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
  // Zones that need an opt-in are Local Zones, which have no interface endpoints.
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
      // The order of zones may change in AWS; a subnet stays in its zone.
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

/** Lets the backend send HTTPS requests to one target. The target's own rules still apply. */
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
