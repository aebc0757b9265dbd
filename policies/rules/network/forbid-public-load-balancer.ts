// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A Gateway Load Balancer is not judged: it has no listeners and no public side. */

import { configuration } from "../../framework/configuration";
import { agora, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { type Reading, read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const must = "it must be internal";

export const forbidPublicLoadBalancer: Rule = {
  name: "forbid-public-load-balancer",
  description: "Load balancers must be internal.",
  rationale:
    "An internet-facing load balancer has public addresses and forwards what arrives there. A " +
    "token server behind it is a public token server.",
  severity: "critical",
  controls: [
    nist("SC-7", "Boundary protection"),
    iso("A.8.22", "Segregation of networks"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["elb", "network", "tokens"],
  remediationSteps:
    "Set internal to true (in aws-native, scheme to internal) and place it in private subnets.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      "aws:lb/loadBalancer:LoadBalancer": judge,
      "aws:alb/loadBalancer:LoadBalancer": judge,
      "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer": judge,
      "aws:applicationloadbalancing/loadBalancer:LoadBalancer": judge,
      "aws:elb/loadBalancer:LoadBalancer": judge,
      "aws:elasticloadbalancing/loadBalancer:LoadBalancer": judge,
      "aws-native:elasticloadbalancingv2:LoadBalancer": judgeNative,
      "aws:lightsail/lb:Lb": judgeLightsail,
      "aws-native:lightsail:LoadBalancer": judgeLightsail,
    },
  },
};

function judge(balancer: Resource): readonly Finding[] {
  const kind = read(balancer.props, "loadBalancerType");
  return judgeSwitch(balancer, kind, read(balancer.props, "internal"), "true");
}

function judgeNative(balancer: Resource): readonly Finding[] {
  const kind = read(balancer.props, "type");
  return judgeSwitch(balancer, kind, read(balancer.props, "scheme"), "internal");
}

function judgeSwitch(
  balancer: Resource,
  kind: Reading,
  internal: Reading,
  wanted: string,
): readonly Finding[] {
  const found = textOf(internal);
  if (textOf(kind) === "gateway" || found === wanted) {
    return [];
  }
  if (internal.state === "unknown" || kind.state === "unknown") {
    return [undecided(balancer, (internal.state === "unknown" ? internal : kind).path, must)];
  }
  return [
    violation(
      balancer,
      internal.path,
      found === undefined ? "is missing, which means internet-facing" : `is not ${wanted}`,
      must,
    ),
  ];
}

function judgeLightsail(balancer: Resource): readonly Finding[] {
  return [
    violation(
      balancer,
      "instancePort",
      "is served on the internet, as Lightsail always does",
      must,
      {
        fix: "Use an aws.lb.LoadBalancer with internal set to true.",
      },
    ),
  ];
}
