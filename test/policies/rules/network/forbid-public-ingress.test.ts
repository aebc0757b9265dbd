// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicIngress as rule } from "../../../../policies/rules/network/forbid-public-ingress";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "nothing may come in from everywhere";
const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const network = { network: { type: "aws:ec2/vpc:Vpc" } } as const;

const resource = (type: string, properties: Record<string, unknown>): Program => ({
  ...network,
  front: { type, properties },
});

/** Every spelling of "HTTPS from there", with the path at which a message names the source. */
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

describe("forbid-public-ingress", () => {
  it("not applicable: the program has no group and no network ACL", () =>
    assertNotApplicable(rule, network));

  for (const [spelling, written] of Object.entries(spellings)) {
    it(`compliant: ${spelling} for a network`, () =>
      assertCompliant(rule, written("10.20.0.0/16")[0]));

    it(`violation: ${spelling} for everywhere`, () => {
      const [program, where] = written("0.0.0.0/0");
      return assertAlwaysSays(rule, program, [violationOf(rule, `${where} is 0.0.0.0/0; ${must}`)]);
    });

    it(`compliant: ${spelling} for everywhere, on a port that the configuration opens`, () =>
      assertCompliant(rule, written("0.0.0.0/0")[0], { configuration: { ports: [443] } }));

    it(`undecidable: ${spelling} for a network that is not known yet`, () => {
      const [program, where] = written(from("network.cidrBlock"));
      return assertSays(rule, program, [undecidedOf(`${where} is`, must)]);
    });
  }

  const group = (...ingress: object[]) =>
    resource("aws:ec2/securityGroup:SecurityGroup", { ingress });

  const compliant: Record<string, Program> = {
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
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  for (const source of ["0.0.0.0/0", "10.0.0.0/0", "0.0.0.0/1", "64.0.0.0/2", "96.0.0.0/3"]) {
    it(`violation: the whole of IPv4 as ${source}`, () =>
      assertAlwaysSays(rule, group({ ...https, cidrBlocks: ["10.0.0.0/8", source] }), [
        violationOf(
          rule,
          `SecurityGroup 'front': 'ingress[0].cidrBlocks[1]' is ${source}; ${must}`,
        ),
      ]));
  }

  it("violation: the whole of IPv6 into a network ACL, without an action", () =>
    assertAlwaysSays(
      rule,
      resource("aws:ec2/networkAcl:NetworkAcl", { ingress: [{ ...https, ipv6CidrBlock: "::/0" }] }),
      [violationOf(rule, `NetworkAcl 'front': 'ingress[0].ipv6CidrBlock' is ::/0; ${must}`)],
    ));

  for (const source of ["::/0", "0:0:0:0:0:0:0:0/0", "2000::/3"]) {
    it(`violation: the whole of IPv6 as ${source}`, () =>
      assertAlwaysSays(rule, group({ ...https, ipv6CidrBlocks: source }), [
        violationOf(
          rule,
          `SecurityGroup 'front': 'ingress[0].ipv6CidrBlocks' is ${source}; ${must}`,
        ),
      ]));
  }

  it("violation: a public source beside an unknown one, in any order", async () => {
    for (const [index, cidrBlocks] of [
      [0, ["0.0.0.0/0", from("network.cidrBlock")]],
      [1, [from("network.cidrBlock"), "0.0.0.0/0"]],
    ] as const) {
      await assertSays(rule, group({ ...https, cidrBlocks }), [
        violationOf(
          rule,
          `SecurityGroup 'front': 'ingress[0].cidrBlocks[${index}]' is 0.0.0.0/0; ${must}`,
        ),
        undecidedOf(`SecurityGroup 'front': 'ingress[0].cidrBlocks[${1 - index}]' is`, must),
      ]);
    }
  });

  const beyond: Record<string, object> = {
    "another port": { ...https, fromPort: 22, toPort: 22 },
    "a port above it": { ...https, fromPort: 8443, toPort: 8443 },
    "a range around the port": { ...https, fromPort: 0, toPort: 65535 },
    "every protocol": { ...https, protocol: "-1" },
    "a protocol without ports": { ...https, protocol: "16" },
    "no protocol": { fromPort: 443, toPort: 443 },
    "no ports": { protocol: "tcp" },
  };
  for (const [shape, block] of Object.entries(beyond)) {
    it(`violation: ${shape}, although a port is open by configuration`, () =>
      assertSays(
        rule,
        group({ ...block, cidrBlocks: ["0.0.0.0/0"] }),
        [
          violationOf(
            rule,
            `SecurityGroup 'front': 'ingress[0].cidrBlocks[0]' is 0.0.0.0/0; ${must}`,
          ),
        ],
        { configuration: { ports: [443] } },
      ));
  }

  it("compliant: a protocol in capitals, on a port that the configuration opens", () =>
    assertCompliant(rule, group({ ...https, protocol: "TCP", cidrBlocks: ["0.0.0.0/0"] }), {
      configuration: { ports: [443] },
    }));

  it("compliant: one of several ports that the configuration opens", () =>
    assertCompliant(rule, group({ ...https, cidrBlocks: ["0.0.0.0/0"] }), {
      configuration: { ports: [80, 443, 8443] },
    }));

  it("compliant: a range of ports that are all open by configuration", () =>
    assertCompliant(
      rule,
      group({ protocol: "udp", fromPort: 4000, toPort: 4001, cidrBlocks: ["0.0.0.0/0"] }),
      { configuration: { ports: [4000, 4001] } },
    ));

  it("undecidable: a port that is not known yet and may be open by configuration", async () => {
    const program = group({ ...https, toPort: from("network.port"), cidrBlocks: ["0.0.0.0/0"] });
    await assertSays(
      rule,
      program,
      [undecidedOf("SecurityGroup 'front': 'ingress[0].toPort' is", must)],
      { configuration: { ports: [443] } },
    );
    await assertSays(rule, program, [
      violationOf(rule, `SecurityGroup 'front': 'ingress[0].cidrBlocks[0]' is 0.0.0.0/0; ${must}`),
    ]);
  });

  it("undecidable: rules that are not known yet", () =>
    assertSays(
      rule,
      resource("aws:ec2/securityGroup:SecurityGroup", { ingress: from("network.x") }),
      [undecidedOf("SecurityGroup 'front': 'ingress' is", must)],
    ));

  it("exempted: a group that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      group({ ...https, cidrBlocks: ["0.0.0.0/0"] }),
      [
        "Exempted: SecurityGroup 'front': 'ingress[0].cidrBlocks[0]' is 0.0.0.0/0; allowed until 2026-12-31 because: a website",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::front", reason: "a website", expires: "2026-12-31" }],
        },
      },
    ));
});
