// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { zonesOf } from "../availability-zones";
import type { Resource } from "../resource";
import { type Format, type Formats, random } from "./format";

/** A resource of EC2: a prefix and 17 digits. */
function ec2(prefix: string, kind: string, more?: Format["outputs"]): Format {
  return {
    id: random(17, `${prefix}-`),
    outputs: (resource, id) => ({
      arn: resource.arn("ec2", `${kind}/${id}`),
      ...more?.(resource, id),
    }),
  };
}

function own(resource: Resource, prefix: string): string {
  return `${prefix}-${resource.digits(prefix, 17)}`;
}

/** What EC2 writes for an endpoint that is made without a policy. */
const endpointPolicy = JSON.stringify({
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
});

/**
 * `com.amazonaws.eu-central-1.execute-api` is reached at
 * `execute-api.eu-central-1.vpce.amazonaws.com`, also in China, where its name begins with `cn.`.
 */
function dnsEntries(resource: Resource, id: string) {
  const { account, region } = resource;
  const service = resource.text("serviceName")?.split(`${region}.`).at(1) ?? "service";
  const label = `${id}-${resource.digits("dns", 8)}`;
  const zone = `Z${resource.digits("zone", 20).toUpperCase()}`;
  const host = `${service}.${region}.vpce.${account.dnsSuffix}`;
  return [label, ...zonesOf(region).map(({ name }) => `${label}-${name}`)].map((first) => ({
    dnsName: `${first}.${host}`,
    hostedZoneId: zone,
  }));
}

/** Only interface endpoints have network interfaces and names of their own; the others have a prefix list. */
function endpoint(resource: Resource, id: string) {
  const common = { policy: endpointPolicy, state: "available", ipAddressType: "ipv4" };
  if (resource.text("vpcEndpointType") !== "Interface") {
    return {
      ...common,
      dnsEntries: [],
      networkInterfaceIds: [],
      prefixListId: `pl-${resource.digits("pl", 8)}`,
    };
  }
  const { subnetIds } = resource.inputs;
  const count = Array.isArray(subnetIds) ? subnetIds.length : 1;
  return {
    ...common,
    dnsEntries: dnsEntries(resource, id),
    networkInterfaceIds: Array.from(
      { length: count },
      (_, index) => `eni-${resource.digits(`eni${index}`, 17)}`,
    ),
    prefixListId: "",
  };
}

function subnet(resource: Resource) {
  const zones = zonesOf(resource.region);
  const wanted = resource.text("availabilityZone");
  const zone = zones.find(({ name }) => name === wanted) ?? zones[0];
  return { availabilityZone: wanted ?? zone?.name, availabilityZoneId: zone?.id };
}

export const networkFormats: Formats = {
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ec2("sg", "security-group", () => ({
    name: "default",
    description: "default VPC security group",
  })),
  "aws:ec2/eip:Eip": ec2("eipalloc", "elastic-ip"),
  "aws:ec2/flowLog:FlowLog": ec2("fl", "vpc-flow-log"),
  "aws:ec2/instance:Instance": ec2("i", "instance"),
  "aws:ec2/internetGateway:InternetGateway": ec2("igw", "internet-gateway"),
  "aws:ec2/natGateway:NatGateway": { id: random(17, "nat-") },
  "aws:ec2/networkInterface:NetworkInterface": ec2("eni", "network-interface"),
  "aws:ec2/routeTable:RouteTable": ec2("rtb", "route-table"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: random(17, "rtbassoc-") },
  "aws:ec2/securityGroup:SecurityGroup": ec2("sg", "security-group", (resource) => ({
    vpcId: own(resource, "vpc"),
  })),
  "aws:ec2/securityGroupRule:SecurityGroupRule": { id: random(10, "sgrule-") },
  "aws:ec2/subnet:Subnet": ec2("subnet", "subnet", subnet),
  "aws:ec2/vpc:Vpc": ec2("vpc", "vpc", (resource) => ({
    defaultNetworkAclId: own(resource, "acl"),
    defaultRouteTableId: own(resource, "rtb"),
    defaultSecurityGroupId: own(resource, "sg"),
    dhcpOptionsId: own(resource, "dopt"),
    mainRouteTableId: own(resource, "rtb"),
  })),
  "aws:ec2/vpcEndpoint:VpcEndpoint": ec2("vpce", "vpc-endpoint", endpoint),
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": { idIs: "vpcEndpointId" },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule(),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule(),
};

function securityGroupRule(): Format {
  return ec2("sgr", "security-group-rule", (_, id) => ({ securityGroupRuleId: id }));
}
