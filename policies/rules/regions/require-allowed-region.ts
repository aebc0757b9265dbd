// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A region that cannot be determined is not an allowed region. Services without a region (IAM, Route 53,
 * Organizations …) hold names and permissions and are not judged.
 */

import { configuration, type Options } from "../../framework/configuration";
import { agora, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { isGlobal } from "../../provider-tables/global-types";
import { textOf } from "../../resources/reading";
import { ownRegionOf, regionOf } from "../../resources/region";
import type { Resource } from "../../resources/stack";

interface AllowedRegionOptions extends Options {
  readonly regions: readonly string[];
}

export const requireAllowedRegion: Rule<AllowedRegionOptions> = {
  name: "require-allowed-region",
  description: "Every resource must be in one of the configured regions.",
  rationale:
    "The data of a classroom stays in the region that was promised to its school only if " +
    "nothing that can hold a part of it is made anywhere else.",
  severity: "critical",
  controls: [
    agora("3", "Network geofencing: data stays in the chosen area"),
    nist("SA-9(5)", "Processing, storage, and service location"),
    iso("A.5.34", "Privacy and protection of personal identifiable information"),
    gdpr("Article 44", "General principle for transfers"),
  ],
  enforcementLevel: "mandatory",
  tags: ["regions", "residency"],
  remediationSteps:
    "Give the resource a provider of an allowed region, and remove a region of its own.",
  url: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html",
  configSchema: configuration("mandatory", {
    regions: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description: "The regions that resources may be in; without any the rule judges nothing.",
    },
  }),
  validator: {
    needs: "regions",
    resource: { "aws:*": judgeRegion, "aws-native:*": judgeRegion },
  },
};

function judgeRegion(resource: Resource, { regions }: AllowedRegionOptions): readonly Finding[] {
  if (isGlobal(resource.type)) {
    return [];
  }
  const must = `it must be ${regions.length === 0 ? "in no region at all" : `one of ${regions.join(", ")}`}`;
  const region = regionOf(resource);
  if (region.state === "unknown") {
    return [undecided(resource, "region", must)];
  }
  const text = textOf(region);
  if (text === undefined) {
    const found = "is missing, on the resource and on its provider";
    return [violation(resource, "region", found, must)];
  }
  return regions.includes(text)
    ? []
    : [violation(resource, "region", `is ${text}${originOf(resource)}`, must)];
}

function originOf(resource: Resource): string {
  const { provider } = resource;
  const isOwn = textOf(ownRegionOf(resource)) !== undefined;
  return isOwn || provider === undefined ? "" : `, from its provider '${provider.name}'`;
}
