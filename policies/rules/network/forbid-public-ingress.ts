// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A rule without a source lets nobody in; prefix lists and referenced groups are not everywhere. Cannot
 * see: what a prefix list contains, nor a denial with a lower number in a network ACL.
 */

import { configuration, type Options } from "../../framework/configuration";
import { agora, cis, fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { below, elements, type Reading, read, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

interface IngressOptions extends Options {
  readonly ports: readonly number[];
}

/** How a resource says where traffic may come from. */
interface Spelling {
  /** The property whose blocks are rules; without it the resource is one. */
  readonly blocks?: string;
  readonly sources: readonly string[];
  readonly protocol: string;
  /** A property, and the value with which a rule lets nothing in. */
  readonly unless?: readonly [property: string, value: string];
}

const group: Spelling = {
  blocks: "ingress",
  sources: ["cidrBlocks", "ipv6CidrBlocks"],
  protocol: "protocol",
};
const entry = { sources: ["cidrBlock", "ipv6CidrBlock"], protocol: "protocol" } as const;
const acl: Spelling = { ...entry, blocks: "ingress", unless: ["action", "deny"] };

const must = "nothing may come in from everywhere";

export const forbidPublicIngress: Rule<IngressOptions> = {
  name: "forbid-public-ingress",
  description: "Networks must let nothing in from the whole internet.",
  rationale:
    "Security groups and network ACLs are what keeps a private network private. One rule for everywhere makes whatever is behind it reachable as soon as it gets a public address, a peer or a gateway.",
  severity: "high",
  controls: [
    fsbp("EC2.18", "Security groups should only allow unrestricted traffic for authorized ports"),
    fsbp("EC2.21", "Network ACLs should not allow ingress from 0.0.0.0/0 to port 22 or port 3389"),
    cis("5.2", "Ensure no security groups allow ingress from 0.0.0.0/0 to administration ports"),
    nist("SC-7", "Boundary protection"),
    iso("A.8.20", "Networks security"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["ec2", "network", "tokens"],
  remediationSteps:
    "Name the CIDR blocks of your networks, a prefix list, or the security group of the callers.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  configSchema: configuration("advisory", {
    ports: {
      type: "array",
      items: { type: "integer" },
      description: "TCP and UDP ports that may be open to everywhere.",
      default: [],
    },
  }),
  validator: {
    resource: {
      "aws:ec2/securityGroup:SecurityGroup": judgeBy(group),
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": judgeBy(group),
      "aws:ec2/securityGroupRule:SecurityGroupRule": judgeBy({
        sources: ["cidrBlocks", "ipv6CidrBlocks"],
        protocol: "protocol",
        unless: ["type", "egress"],
      }),
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": judgeBy({
        sources: ["cidrIpv4", "cidrIpv6"],
        protocol: "ipProtocol",
      }),
      "aws:ec2/networkAcl:NetworkAcl": judgeBy(acl),
      "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": judgeBy(acl),
      "aws:ec2/networkAclRule:NetworkAclRule": judgeIfIngress,
      "aws-native:ec2:NetworkAclEntry": judgeIfIngress,
      "aws-native:ec2:SecurityGroup": judgeBy({
        blocks: "securityGroupIngress",
        sources: ["cidrIp", "cidrIpv6"],
        protocol: "ipProtocol",
      }),
      "aws-native:ec2:SecurityGroupIngress": judgeBy({
        sources: ["cidrIp", "cidrIpv6"],
        protocol: "ipProtocol",
      }),
    },
  },
};

function judgeBy(spelling: Spelling) {
  return (resource: Resource, { ports }: IngressOptions): readonly Finding[] =>
    select(resource.props, ...(spelling.blocks === undefined ? [] : [spelling.blocks]))
      .filter((block) => !letsNothingIn(block, spelling))
      .flatMap((block) =>
        spelling.sources
          .flatMap((source) => elements(below(block, source)))
          .flatMap((source) => judgeSource(resource, source, block, { ports, spelling })),
      );
}

function judgeIfIngress(rule: Resource, options: IngressOptions): readonly Finding[] {
  return textOf(read(rule.props, "egress")) === "true"
    ? []
    : judgeBy({ ...entry, unless: ["ruleAction", "deny"] })(rule, options);
}

function letsNothingIn(block: Reading, { unless }: Spelling): boolean {
  return unless !== undefined && textOf(below(block, unless[0]))?.toLowerCase() === unless[1];
}

/** An eighth of all addresses, of IPv6 all that are routed, come as near as makes no difference. */
const everywhere = /^[\d.]+\/[0-3]$|^[\da-f:.]*:[\da-f:.]*\/[0-3]$/i;

function judgeSource(
  resource: Resource,
  source: Reading,
  block: Reading,
  { ports, spelling }: { readonly ports: readonly number[]; readonly spelling: Spelling },
): readonly Finding[] {
  const text = textOf(source) ?? "";
  if (source.state !== "unknown" && !everywhere.test(text)) {
    return [];
  }
  const range = rangeOf(block);
  const protocol = below(block, spelling.protocol);
  if (isAmong(ports, range, protocol)) {
    return [];
  }
  const asked = ports.length === 0 ? [source] : [source, ...range, protocol];
  const missing = asked.filter(({ state }) => state === "unknown");
  return missing.length === 0
    ? [violation(resource, source.path, `is ${text}`, must)]
    : missing.map(({ path }) => undecided(resource, path, must));
}

type Range = readonly [from: Reading, to: Reading];

/** The ports of a block; an entry of aws-native has them in one of its own. */
function rangeOf(block: Reading): Range {
  const inside = below(block, "portRange");
  return inside.state === "absent"
    ? [below(block, "fromPort"), below(block, "toPort")]
    : [below(inside, "from"), below(inside, "to")];
}

const withPorts: ReadonlySet<string | undefined> = new Set(["tcp", "udp", "6", "17"]);

function isAmong(ports: readonly number[], [from, to]: Range, protocol: Reading): boolean {
  const [first, last] = [portOf(from), portOf(to)];
  const open = ports.filter((port) => port >= first && port <= last);
  return withPorts.has(textOf(protocol)?.toLowerCase()) && new Set(open).size === last - first + 1;
}

/** No number where there is no port, and where it is not known. */
function portOf(port: Reading): number {
  return Number(textOf(port) ?? Number.NaN);
}
