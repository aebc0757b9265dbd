// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * CloudFormation templates and Cloud Control resources are no gap: what they make is judged by every rule
 * as a resource of aws-native. This rule is about what remains.
 */

import { configuration, type Options } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { embeddedIn, hostTypes } from "../../resources/embedded-resources";
import type { Resource } from "../../resources/stack";
import { opaqueTypes } from "./opaque-types";

interface OpaqueOptions extends Options {
  readonly accepted: readonly string[];
}

const must = "no rule can look into what it makes";

export const forbidOpaqueResources: Rule<OpaqueOptions> = {
  name: "forbid-opaque-resources",
  description: "What a resource makes must be readable, so that every rule can judge it.",
  rationale:
    "A template that is fetched by URL, a macro, a dynamic resource or a command can make anything: " +
    "a public bucket passes every other rule unread.",
  severity: "high",
  controls: [
    nist("CM-3", "Configuration change control"),
    nist("CM-7(5)", "Least functionality: authorized software, allow by exception"),
    iso("A.8.9", "Configuration management"),
  ],
  enforcementLevel: "mandatory",
  tags: ["cloudformation", "regions", "providers"],
  remediationSteps:
    "Make the resources themselves in Pulumi, or write the template inline; or have whoever answers " +
    "for security add the type to 'accepted'.",
  url: "https://www.pulumi.com/docs/iac/adopting-pulumi/migrating-to-pulumi/from-aws/",
  configSchema: configuration("advisory", {
    accepted: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description:
        "Types that may make what no rule can look into: a whole type token, or one that ends in a star.",
      default: [],
    },
  }),
  validator: {
    resource: {
      ...forTypes(hostTypes, judgeHost),
      ...Object.fromEntries(
        opaqueTypes.map(({ type, because }) => [
          type,
          (resource: Resource, options: OpaqueOptions) => judgeOpaque(resource, because, options),
        ]),
      ),
    },
  },
};

/** Of a host, only what cannot be read. */
function judgeHost(host: Resource, options: OpaqueOptions): readonly Finding[] {
  return isAccepted(host.type, options)
    ? []
    : embeddedIn(host).unreadable.map(({ property, because, isUnknown }) =>
        isUnknown === true
          ? undecided(host, property, must)
          : violation(host, property, `cannot be read: ${because}`, must),
      );
}

function judgeOpaque(
  resource: Resource,
  because: string,
  options: OpaqueOptions,
): readonly Finding[] {
  return isAccepted(resource.type, options) ? [] : [violation(resource, "type", because, must)];
}

function isAccepted(type: string, { accepted }: OpaqueOptions): boolean {
  return accepted.some((one) =>
    one.endsWith("*") ? type.startsWith(one.slice(0, -1)) : type === one,
  );
}
