// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicIngress as rule } from "../../../../policies/rules/network/forbid-public-ingress";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must = "nothing may come in from everywhere";
const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const network = { network: { type: "aws:ec2/vpc:Vpc" } } as const;

const resource = (type: string, properties: Record<string, unknown>): Program => ({
  ...network,
  front: { type, properties },
});

/** Every spelling of "HTTPS from a source", with the path at which a message names the source. */
const spellings: Record<string, (source: string) => readonly [Program, string]> = {
  "a security group": (source) => [
    resource("aws:ec2/securityGroup:SecurityGroup", {
      ingress: [{ ...https, cidrBlocks: [source] }],
    }),
    "SecurityGroup 'front': 'ingress[0].cidrBlocks[0]'",
  ],
  "a default security group": (source) => [
    resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", {
      ingress: [{ ...https, cidrBlocks: [source] }],
    }),
    "DefaultSecurityGroup 'front': 'ingress[0].cidrBlocks[0]'",
  ],
  "a rule of a security group": (source) => [
    resource("aws:ec2/securityGroupRule:SecurityGroupRule", {
      type: "ingress",
      ...https,
      cidrBlocks: [source],
    }),
    "SecurityGroupRule 'front': 'cidrBlocks[0]'",
  ],
  "an ingress rule": (source) => [
    resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: source,
    }),
    "SecurityGroupIngressRule 'front': 'cidrIpv4'",
  ],
  "a network ACL": (source) => [
    resource("aws:ec2/networkAcl:NetworkAcl", {
      ingress: [{ ...https, action: "allow", ruleNo: 100, cidrBlock: source }],
    }),
    "NetworkAcl 'front': 'ingress[0].cidrBlock'",
  ],
  "a default network ACL": (source) => [
    resource("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", {
      ingress: [{ ...https, action: "allow", ruleNo: 100, cidrBlock: source }],
    }),
    "DefaultNetworkAcl 'front': 'ingress[0].cidrBlock'",
  ],
  "a rule of a network ACL": (source) => [
    resource("aws:ec2/networkAclRule:NetworkAclRule", {
      ...https,
      ruleAction: "allow",
      ruleNumber: 100,
      cidrBlock: source,
    }),
    "NetworkAclRule 'front': 'cidrBlock'",
  ],
  "a security group of aws-native": (source) => [
    resource("aws-native:ec2:SecurityGroup", {
      securityGroupIngress: [{ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIp: source }],
    }),
    "SecurityGroup 'front': 'securityGroupIngress[0].cidrIp'",
  ],
  "an ingress rule of aws-native": (source) => [
    resource("aws-native:ec2:SecurityGroupIngress", {
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIp: source,
    }),
    "SecurityGroupIngress 'front': 'cidrIp'",
  ],
  "a network ACL's entry of aws-native": (source) => [
    resource("aws-native:ec2:NetworkAclEntry", {
      protocol: 6,
      portRange: { from: 443, to: 443 },
      ruleAction: "allow",
      cidrBlock: source,
    }),
    "NetworkAclEntry 'front': 'cidrBlock'",
  ],
};

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, { must });
const opened = (...ports: number[]) => ruleSpec(rule, { must, configuration: { ports } });

describe("forbid-public-ingress", () => {
  notApplicable({ "the program has no group and no network ACL": network });

  for (const [spelling, written] of Object.entries(spellings)) {
    complies({ [`${spelling} for a network`]: written("10.20.0.0/16")[0] });

    const [everywhere, where] = written("0.0.0.0/0");

    violates({ [`${spelling} for everywhere`]: [everywhere, `${where} is 0.0.0.0/0`] });

    opened(443).complies({
      [`${spelling} for everywhere, on a port that the configuration opens`]: everywhere,
    });

    const [unknown] = written(from("network.cidrBlock"));

    undecided({ [`${spelling} for a network that is not known yet`]: [unknown, `${where} is`] });
  }

  const group = (...ingress: object[]) =>
    resource("aws:ec2/securityGroup:SecurityGroup", { ingress });
  const cidrBlocks = ["0.0.0.0/0"];
  const blocks = "SecurityGroup 'front': 'ingress[0].cidrBlocks";

  complies({
    "no ingress at all": resource("aws:ec2/securityGroup:SecurityGroup", {}),
    "a rule without a source": group(https),
    "a prefix list": group({ ...https, prefixListIds: ["pl-0123456789abcdef0"] }),
    "another group that is not known yet": group({
      ...https,
      securityGroups: [from("network.id")],
    }),
    "the group itself": group({ ...https, self: true }),
    "everywhere, as a destination": resource("aws:ec2/securityGroupRule:SecurityGroupRule", {
      type: "egress",
      ...https,
      cidrBlocks: ["0.0.0.0/0"],
    }),
    "everywhere denied": resource("aws:ec2/networkAcl:NetworkAcl", {
      ingress: [{ ...https, action: "deny", ruleNo: 1, cidrBlock: "0.0.0.0/0" }],
    }),
    "everywhere denied by a rule": resource("aws:ec2/networkAclRule:NetworkAclRule", {
      ...https,
      ruleAction: "DENY",
      cidrBlock: "0.0.0.0/0",
    }),
    "everywhere, out of a subnet": resource("aws:ec2/networkAclRule:NetworkAclRule", {
      ...https,
      egress: true,
      ruleAction: "allow",
      cidrBlock: "0.0.0.0/0",
    }),
  });

  for (const source of ["0.0.0.0/0", "10.0.0.0/0", "0.0.0.0/1", "64.0.0.0/2", "96.0.0.0/3"]) {
    violates({
      [`${source}, which counts as the whole of IPv4`]: [
        group({ ...https, cidrBlocks: ["10.0.0.0/8", source] }),
        `${blocks}[1]' is ${source}`,
      ],
    });
  }

  violates({
    "the whole of IPv6 into a network ACL, without an action": [
      resource("aws:ec2/networkAcl:NetworkAcl", { ingress: [{ ...https, ipv6CidrBlock: "::/0" }] }),
      "NetworkAcl 'front': 'ingress[0].ipv6CidrBlock' is ::/0",
    ],
  });

  for (const source of ["::/0", "0:0:0:0:0:0:0:0/0", "2000::/3"]) {
    violates({
      [`${source}, which counts as the whole of IPv6`]: [
        group({ ...https, ipv6CidrBlocks: source }),
        `SecurityGroup 'front': 'ingress[0].ipv6CidrBlocks' is ${source}`,
      ],
    });
  }

  ruleSpec(rule, { must, phase: "first preview" }).violates({
    "a public source before an unknown one": [
      group({ ...https, cidrBlocks: ["0.0.0.0/0", from("network.cidrBlock")] }),
      `${blocks}[0]' is 0.0.0.0/0`,
      { undecided: `${blocks}[1]' is` },
    ],
    "a public source after an unknown one": [
      group({ ...https, cidrBlocks: [from("network.cidrBlock"), "0.0.0.0/0"] }),
      `${blocks}[1]' is 0.0.0.0/0`,
      { undecided: `${blocks}[0]' is` },
    ],
  });

  for (const [shape, block] of Object.entries({
    "another port": { ...https, fromPort: 22, toPort: 22 },
    "a port above it": { ...https, fromPort: 8443, toPort: 8443 },
    "a range around the port": { ...https, fromPort: 0, toPort: 65535 },
    "every protocol": { ...https, protocol: "-1" },
    "a protocol without ports": { ...https, protocol: "16" },
    "no protocol": { fromPort: 443, toPort: 443 },
    "no ports": { protocol: "tcp" },
  })) {
    opened(443).violates({
      [`${shape}, although the configuration opens a port`]: [
        group({ ...block, cidrBlocks }),
        `${blocks}[0]' is 0.0.0.0/0`,
      ],
    });
  }

  opened(443).complies({
    "a protocol in capitals, on a port that the configuration opens": group({
      ...https,
      protocol: "TCP",
      cidrBlocks,
    }),
  });

  opened(80, 443, 8443).complies({
    "one of several ports that the configuration opens": group({ ...https, cidrBlocks }),
  });

  opened(4000, 4001).complies({
    "a range of ports, all of which the configuration opens": group({
      protocol: "udp",
      fromPort: 4000,
      toPort: 4001,
      cidrBlocks,
    }),
  });

  const unknownPort = group({ ...https, toPort: from("network.port"), cidrBlocks });

  opened(443).undecided({
    "a port that is not known yet and that the configuration may open": [
      unknownPort,
      "SecurityGroup 'front': 'ingress[0].toPort' is",
    ],
  });

  ruleSpec(rule, { must, phase: "first preview" }).violates({
    "a port that is not known yet, where the configuration opens none": [
      unknownPort,
      `${blocks}[0]' is 0.0.0.0/0`,
    ],
  });

  undecided({
    "rules that are not known yet": [
      resource("aws:ec2/securityGroup:SecurityGroup", { ingress: from("network.x") }),
      "SecurityGroup 'front': 'ingress' is",
    ],
  });

  exempted({
    "a group that an administrator allows": [
      group({ ...https, cidrBlocks }),
      "*::front",
      "a website",
      `${blocks}[0]' is 0.0.0.0/0`,
    ],
  });
});
