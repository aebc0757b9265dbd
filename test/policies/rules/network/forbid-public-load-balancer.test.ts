// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicLoadBalancer as rule } from "../../../../policies/rules/network/forbid-public-load-balancer";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must = "it must be internal";

const balancer = (
  properties: Record<string, unknown>,
  type = "aws:lb/loadBalancer:LoadBalancer",
): Program => ({
  front: { type, properties },
});
const native = (properties: Record<string, unknown>) =>
  balancer(properties, "aws-native:elasticloadbalancingv2:LoadBalancer");

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, { must });
describe("forbid-public-load-balancer", () => {
  notApplicable({
    "the program has no load balancer": { listener: { type: "aws:lb/listener:Listener" } },
  });

  for (const module of [
    "lb",
    "alb",
    "elasticloadbalancingv2",
    "applicationloadbalancing",
    "elb",
    "elasticloadbalancing",
  ]) {
    const type = `aws:${module}/loadBalancer:LoadBalancer`;

    complies({
      [`an internal load balancer, in the module ${module}`]: balancer({ internal: true }, type),
    });

    violates({
      [`no setting, in the module ${module}`]: [
        balancer({}, type),
        "LoadBalancer 'front': 'internal' is missing, which means internet-facing",
      ],
    });
  }

  complies({
    "an internal load balancer of aws-native": native({ scheme: "internal" }),
    "a Gateway Load Balancer": [
      balancer({ loadBalancerType: "gateway" }),
      native({ type: "gateway" }),
    ],
  });

  violates({
    "an internet-facing load balancer": [
      balancer({ internal: false, loadBalancerType: "network" }),
      "LoadBalancer 'front': 'internal' is not true",
    ],
    "an internet-facing load balancer of aws-native": [
      native({ scheme: "internet-facing" }),
      "LoadBalancer 'front': 'scheme' is not internal",
    ],
    "no setting in aws-native": [
      native({}),
      "LoadBalancer 'front': 'scheme' is missing, which means internet-facing",
    ],
  });

  ruleSpec(rule, { must, fix: "Use an aws.lb.LoadBalancer with internal set to true." }).violates({
    "a load balancer of Lightsail, which has no internal form": [
      balancer({ instancePort: 80 }, "aws:lightsail/lb:Lb"),
      "Lb 'front': 'instancePort' is served on the internet, as Lightsail always does",
    ],
  });

  undecided({
    "a switch that is not known yet": [
      balancer({ internal: from("command.stdout") }),
      "LoadBalancer 'front': 'internal' is",
    ],
    "no setting, and a type that is not known yet": [
      balancer({ loadBalancerType: from("command.stdout") }),
      "LoadBalancer 'front': 'loadBalancerType' is",
    ],
  });

  exempted({
    "a load balancer that an administrator allows": [
      balancer({ internal: false }),
      "*::front",
      "a website",
      "LoadBalancer 'front': 'internal' is not true",
    ],
  });
});
