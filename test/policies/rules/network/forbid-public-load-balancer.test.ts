// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicLoadBalancer as rule } from "../../../../policies/rules/network/forbid-public-load-balancer";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "it must be internal";
const breaks = (what: string) => violationOf(rule, `${what}; ${must}`);

const balancer = (
  properties: Record<string, unknown>,
  type = "aws:lb/loadBalancer:LoadBalancer",
): Program => ({
  command: { type: "command:local:Command", external: true },
  front: { type, properties },
});
const native = (properties: Record<string, unknown>) =>
  balancer(properties, "aws-native:elasticloadbalancingv2:LoadBalancer");

describe("forbid-public-load-balancer", () => {
  it("not applicable: the program has no load balancer", () =>
    assertNotApplicable(rule, { listener: { type: "aws:lb/listener:Listener" } }));

  for (const module of [
    "lb",
    "alb",
    "elasticloadbalancingv2",
    "applicationloadbalancing",
    "elb",
    "elasticloadbalancing",
  ]) {
    const type = `aws:${module}/loadBalancer:LoadBalancer`;

    it(`compliant: internal, in the module ${module}`, () =>
      assertCompliant(rule, balancer({ internal: true }, type)));

    it(`violation: nothing said, in the module ${module}`, () =>
      assertAlwaysSays(rule, balancer({}, type), [
        breaks("LoadBalancer 'front': 'internal' is missing, which means internet-facing"),
      ]));
  }

  it("compliant: internal, as aws-native says it", () =>
    assertCompliant(rule, native({ scheme: "internal" })));

  it("compliant: a Gateway Load Balancer", async () => {
    await assertCompliant(rule, balancer({ loadBalancerType: "gateway" }));
    await assertCompliant(rule, native({ type: "gateway" }));
  });

  const violations: [string, Program, string][] = [
    [
      "internet-facing",
      balancer({ internal: false, loadBalancerType: "network" }),
      "LoadBalancer 'front': 'internal' is not true",
    ],
    [
      "internet-facing in aws-native",
      native({ scheme: "internet-facing" }),
      "LoadBalancer 'front': 'scheme' is not internal",
    ],
    [
      "nothing said in aws-native",
      native({}),
      "LoadBalancer 'front': 'scheme' is missing, which means internet-facing",
    ],
  ];
  for (const [shape, program, what] of violations) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, [breaks(what)]));
  }

  it("violation: a load balancer of Lightsail's, which has no internal form", () =>
    assertAlwaysSays(rule, balancer({ instancePort: 80 }, "aws:lightsail/lb:Lb"), [
      violationOf(
        rule,
        `Lb 'front': 'instancePort' is served on the internet, as Lightsail always does; ${must}`,
        "Use an aws.lb.LoadBalancer with internal set to true.",
      ),
    ]));

  it("undecidable: a switch that is not known yet", () =>
    assertSays(rule, balancer({ internal: from("command.stdout") }), [
      undecidedOf("LoadBalancer 'front': 'internal' is", must),
    ]));

  it("undecidable: nothing said, of a type that is not known yet", () =>
    assertSays(rule, balancer({ loadBalancerType: from("command.stdout") }), [
      undecidedOf("LoadBalancer 'front': 'loadBalancerType' is", must),
    ]));

  it("exempted: a load balancer that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      balancer({ internal: false }),
      [
        "Exempted: LoadBalancer 'front': 'internal' is not true; allowed until 2026-12-31 because: a website",
      ],
      {
        configuration: {
          exemptions: [{ urn: "*::front", reason: "a website", expires: "2026-12-31" }],
        },
      },
    ));
});
