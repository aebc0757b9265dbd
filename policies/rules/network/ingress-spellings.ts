// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How the types of security groups and network ACLs write what may come in. */

export interface IngressSpelling {
  /** The property whose blocks are rules; without it the resource itself is a rule. */
  readonly blocks?: string;
  readonly sources: readonly string[];
  readonly protocol: string;
  /** Properties, each with the value with which a rule lets nothing in. */
  readonly unless?: readonly (readonly [property: string, value: string])[];
}

const group: IngressSpelling = {
  blocks: "ingress",
  sources: ["cidrBlocks", "ipv6CidrBlocks"],
  protocol: "protocol",
};
const acl: IngressSpelling = {
  blocks: "ingress",
  sources: ["cidrBlock", "ipv6CidrBlock"],
  protocol: "protocol",
  unless: [["action", "deny"]],
};
const aclRule: IngressSpelling = {
  sources: ["cidrBlock", "ipv6CidrBlock"],
  protocol: "protocol",
  unless: [
    ["egress", "true"],
    ["ruleAction", "deny"],
  ],
};
const nativeRule: IngressSpelling = {
  sources: ["cidrIp", "cidrIpv6"],
  protocol: "ipProtocol",
};

export const ingressSpellings: Readonly<Record<string, IngressSpelling>> = {
  "aws:ec2/securityGroup:SecurityGroup": group,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": group,
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    sources: ["cidrBlocks", "ipv6CidrBlocks"],
    protocol: "protocol",
    unless: [["type", "egress"]],
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    sources: ["cidrIpv4", "cidrIpv6"],
    protocol: "ipProtocol",
  },
  "aws:ec2/networkAcl:NetworkAcl": acl,
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": acl,
  "aws:ec2/networkAclRule:NetworkAclRule": aclRule,
  "aws-native:ec2:NetworkAclEntry": aclRule,
  "aws-native:ec2:SecurityGroup": { ...nativeRule, blocks: "securityGroupIngress" },
  "aws-native:ec2:SecurityGroupIngress": nativeRule,
};
