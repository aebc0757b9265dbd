// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: what a component of another package consists of, before its resources are registered. */

import { configuration, type Options } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import type { Resource } from "../../resources/stack";

interface ProvidersOptions extends Options {
  readonly packages: readonly string[];
}

export const limitProviders: Rule<ProvidersOptions> = {
  name: "limit-providers",
  description: "Resources may only come from the configured Pulumi packages.",
  rationale:
    "The rules of this pack only know the resources of AWS. They cannot judge what another " +
    "package makes, such as a bucket at another cloud or a command on a machine.",
  severity: "high",
  controls: [
    nist("CM-7(5)", "Least functionality: authorized software, allow by exception"),
    nist("SA-9", "External system services"),
    iso("A.5.23", "Information security for use of cloud services"),
  ],
  enforcementLevel: "mandatory",
  tags: ["regions", "providers"],
  remediationSteps:
    "Make the resource with a package of the list, or have whoever answers for security add its package.",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/providers/",
  configSchema: configuration("advisory", {
    packages: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description:
        "The Pulumi packages that are allowed, such as aws; without any the rule judges nothing.",
    },
  }),
  validator: { needs: "packages", resource: { "*": judgePackage } },
};

/**
 * A component has no provider, and the resources inside it are judged one by one. Pulumi's own package has
 * references to other stacks and nothing that can hold data.
 */
function judgePackage(resource: Resource, { packages }: ProvidersOptions): readonly Finding[] {
  const name = packageOf(resource);
  return name === undefined || name === "pulumi" || packages.includes(name)
    ? []
    : [
        violation(
          resource,
          "type",
          `is of the package ${name}`,
          `it must be of ${listed(packages)}`,
        ),
      ];
}

function packageOf({ provider }: Resource): string | undefined {
  return provider && /^pulumi:providers:(.+)$/.exec(provider.type)?.[1];
}

function listed(packages: readonly string[]): string {
  return packages.length === 0 ? "no package at all" : packages.join(", ");
}
