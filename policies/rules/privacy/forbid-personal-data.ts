// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Names, tags and descriptions are copied into bills, logs and consoles that nobody encrypts. A text that is
 * not known yet comes from another resource and is judged there.
 */

import { configuration } from "../../framework/configuration";
import { agora, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { personalDataIn } from "../../predicates/personal-data";
import { read, textOf } from "../../resources/reading";
import { type Resource, topLevel } from "../../resources/stack";
import { defaultTagsOf, type Tag, tagsOf } from "../../resources/tags";

const must = "names, tags and descriptions must not tell who somebody is";

/** Properties that name or describe: name, targetPrefix, userName, description, the key of an object … */
const telling = /^(bucket|comment|key|path|title)$|(name|prefix|description|alias|identifier)$/i;

export const forbidPersonalData: Rule = {
  name: "forbid-personal-data",
  description:
    "Names, tags and descriptions must hold no e-mail addresses, telephone numbers or national ids.",
  rationale:
    "Everybody who reads a bill, a log or an error sees the names of resources, and nobody can " +
    "delete them from there. Use a random id instead of the name of a pupil or a teacher.",
  severity: "medium",
  controls: [
    agora("5", "One-time random room and user ids, never real ids"),
    gdpr("Article 25", "Data protection by design and by default"),
    nist("PT-2", "Authority to process personally identifiable information"),
    iso("A.5.34", "Privacy and protection of personal identifiable information"),
  ],
  enforcementLevel: "advisory",
  tags: ["identities", "privacy", "tags"],
  remediationSteps: "Write a role, a team or a random id instead.",
  url: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  configSchema: configuration("advisory"),
  validator: { resource: { "*": judgeTexts } },
};

function judgeTexts(resource: Resource): readonly Finding[] {
  return textsOf(resource).flatMap(([property, text]) => {
    const kind = personalDataIn(text);
    return kind === undefined ? [] : [violation(resource, property, `holds ${kind}`, must)];
  });
}

/** Every text with the property that it is in. */
function textsOf(resource: Resource): readonly (readonly [property: string, text: string])[] {
  const named = Object.keys(resource.props)
    .filter((property) => telling.test(property))
    .map((property) => [property, textOf(read(resource.props, property))] as const)
    .filter(([, text]) => text !== resource.name);
  const tags = [...tagsOf(resource), ...defaultTagsOf(resource)].flatMap(textsOfTag);
  return [["name", resource.name] as const, ...named, ...tags].flatMap(([property, text]) =>
    text === undefined ? [] : [[property, text] as const],
  );
}

/** The key of a tag is a text too. If it holds personal data, the path in the message must not repeat it. */
function textsOfTag({ key = "", value }: Tag): readonly (readonly [string, string | undefined])[] {
  const { path } = value;
  const where = personalDataIn(key) === undefined ? path : topLevel(path);
  return [
    [where, key],
    [where, textOf(value)],
  ];
}
