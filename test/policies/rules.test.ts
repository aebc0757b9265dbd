// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Rule } from "../../policies/framework/rule";
import { requireAccessLogging } from "../../policies/rules/api/require-access-logging";
import { requireApiAuthorization } from "../../policies/rules/api/require-api-authorization";
import { requireThrottling } from "../../policies/rules/api/require-throttling";
import { forbidFunctionUrl } from "../../policies/rules/functions/forbid-function-url";
import { forbidPublicFunctionPermission } from "../../policies/rules/functions/forbid-public-function-permission";
import { limitRoleTrust } from "../../policies/rules/iam/limit-role-trust";
import { requireLogEncryption } from "../../policies/rules/logs/require-log-encryption";
import { requireLogRetention } from "../../policies/rules/logs/require-log-retention";
import { forbidPublicIngress } from "../../policies/rules/network/forbid-public-ingress";
import { forbidPublicLoadBalancer } from "../../policies/rules/network/forbid-public-load-balancer";
import { requireSecretEncryption } from "../../policies/rules/secrets/require-secret-encryption";
import { providerTypes } from "../support/pack/provider";

interface Coverage {
  readonly rule: Pick<Rule, "name" | "validator">;
  readonly modules: RegExp;
  /** Inputs that a type has if the rule is about it: at least one of each. */
  readonly inputs: readonly RegExp[];
  /** Types of former versions of the provider, which the installed one no longer has. */
  readonly former?: readonly string[];
  /** Types with such inputs that are about something else. */
  readonly others?: readonly string[];
}

const coverages: readonly Coverage[] = [
  {
    rule: forbidPublicLoadBalancer,
    modules: /^(lb|alb|elb|lightsail|elasticloadbalancing|applicationloadbalancing)/,
    inputs: [/^(internal|healthCheckPath)$/],
    former: [
      "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancing/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
    ],
  },
  {
    rule: forbidPublicIngress,
    modules: /^(ec2|vpc)$/,
    inputs: [/^(ingress|cidrIpv4|cidrBlocks?)$/, /^(ingress|ipProtocol|protocol)$/],
    others: ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"],
  },
  { rule: forbidFunctionUrl, modules: /^lambda$/, inputs: [/^authorizationType$/] },
  {
    rule: forbidPublicFunctionPermission,
    modules: /^lambda$/,
    inputs: [/^(principal|policy)$/],
  },
  {
    rule: requireApiAuthorization,
    modules: /^apigateway(v2)?$/,
    inputs: [/^(authorization|authorizationType|body)$/],
  },
  { rule: limitRoleTrust, modules: /^iam$/, inputs: [/^assumeRolePolicy$/] },
  {
    rule: requireSecretEncryption,
    modules: /^(?!quicksight)/,
    inputs: [/^(recoveryWindowInDays|\w+SecretKmsKeyId)$/],
  },
  { rule: requireLogRetention, modules: /^cloudwatch$/, inputs: [/^retentionInDays$/] },
  { rule: requireLogEncryption, modules: /^cloudwatch$/, inputs: [/^retentionInDays$/] },
  {
    rule: requireAccessLogging,
    modules: /^apigateway(v2)?$/,
    inputs: [/^accessLogSettings$/],
    former: ["aws:apigateway/deployment:Deployment"],
  },
  {
    rule: requireThrottling,
    modules: /^apigateway(v2)?$/,
    inputs: [/^accessLogSettings$/],
    former: ["aws:apigateway/deployment:Deployment"],
  },
];

/** The names of a type's inputs. */
function inputsOf(declaration: string): readonly string[] {
  const [, args = ""] = /export interface \w+Args \{(.*?)\n\}/s.exec(declaration) ?? [];
  return [...args.matchAll(/\n {4}(\w+)\??: /g)].map(([, name = ""]) => name);
}

describe("rules", () => {
  for (const { rule, modules, inputs, former = [], others = [] } of coverages) {
    it(`${rule.name} leaves out no type of the installed provider that it is about`, () => {
      const types = providerTypes(modules)
        .filter(({ declaration }) => {
          const names = inputsOf(declaration);
          return inputs.every((input) => names.some((name) => input.test(name)));
        })
        .map(({ token }) => token);
      const { resource, stack } = rule.validator;
      const judged = Object.keys({ ...resource, ...stack }).filter((type) =>
        type.startsWith("aws:"),
      );
      assert.deepEqual([...judged, ...others].sort(), [...types, ...former].sort());
    });
  }
});
