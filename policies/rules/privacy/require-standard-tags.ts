// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Judges the types that aws can tag (a list that a test compares with the installed provider) and those that
 * aws-native can tag (a list of the version that it names; newer types are not judged).
 */

import { configuration, type Options } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { isTaggable, tagPropertyOf, takesDefaultTags } from "../../provider-tables/taggable-types";
import { textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { defaultTagsOf, type Tag, tagsOf } from "../../resources/tags";

interface StandardTagsOptions extends Options {
  readonly tags: readonly string[];
}

export const requireStandardTags: Rule<StandardTagsOptions> = {
  name: "require-standard-tags",
  description: "Everything that can be tagged must carry the configured tags.",
  rationale:
    "A resource must tell who owns it, what kind of data it holds and where that data may be. " +
    "Whoever finds it in a bill or an incident has no other source.",
  severity: "low",
  controls: [
    nist("CM-8", "System component inventory"),
    iso("A.5.9", "Inventory of information and other associated assets"),
    iso("A.5.13", "Labelling of information"),
  ],
  enforcementLevel: "advisory",
  tags: ["identities", "tags", "inventory"],
  remediationSteps:
    "Set the tags in the provider's defaultTags, or on the resource where they differ.",
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  configSchema: configuration("advisory", {
    tags: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description:
        "The tags that every resource must carry, such as owner, environment, data-class and " +
        "residency. Without this key the rule judges nothing.",
    },
  }),
  validator: { needs: "tags", resource: { "aws:*": judgeTags, "aws-native:*": judgeTags } },
};

function judgeTags(resource: Resource, options: StandardTagsOptions): readonly Finding[] {
  if (!isTaggable(resource.type)) {
    return [];
  }
  const byDefault = takesDefaultTags(resource.type) ? defaultsOf(resource) : [];
  return judgeKeys(resource, [...byDefault, ...tagsOf(resource)], options);
}

function defaultsOf({ provider }: Resource): readonly Tag[] {
  return provider === undefined ? [] : defaultTagsOf(provider);
}

/** A tag whose value is not known yet counts. A tag whose key is not known may be one that is required. */
function judgeKeys(
  resource: Resource,
  tags: readonly Tag[],
  { tags: asked }: StandardTagsOptions,
): readonly Finding[] {
  const carried = tags.filter(
    ({ value }) => value.state === "unknown" || (textOf(value) ?? "").trim() !== "",
  );
  const missing = asked.filter((key) => !carried.some((tag) => tag.key === key));
  const property = tagPropertyOf(resource.type);
  const must = `it must carry ${asked.join(", ")}`;
  if (missing.length === 0) {
    return [];
  }
  return carried.some(({ key }) => key === undefined)
    ? [undecided(resource, property, must)]
    : [violation(resource, property, `is without ${missing.join(", ")}`, must)];
}
