// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which types take tags, and by which property. */

import table from "./data/taggable-types.json";

interface Names {
  readonly aws?: readonly string[];
  readonly "aws-native"?: readonly string[];
}

const taggable: ReadonlySet<string> = new Set(
  Object.entries<Names>(table.modules).flatMap(([module, names]) => [
    ...(names.aws ?? []).map((name) => `aws:${module}/${uncapitalized(name)}:${name}`),
    ...(names["aws-native"] ?? []).map((name) => `aws-native:${module}:${name}`),
  ]),
);

const tagProperties: ReadonlyMap<string, string> = new Map(Object.entries(table.tagProperties));

const withoutDefaultTags: ReadonlySet<string> = new Set(table.withoutDefaultTags);

export function isTaggable(type: string): boolean {
  return taggable.has(type);
}

/** `tags`, except for some types of aws-native, which name the property as CloudFormation does. */
export function tagPropertyOf(type: string): string {
  return tagProperties.get(type) ?? "tags";
}

/** Whether the default tags of a provider reach a type that takes tags. */
export function takesDefaultTags(type: string): boolean {
  return !withoutDefaultTags.has(type);
}

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
