// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Which types take tags, and by which property. A test compares the list of aws with the installed
 * provider; that of aws-native was read from the version which the list names.
 */

import native from "./native-taggable-types.json";
import byModule from "./taggable-types.json";

const taggable: ReadonlySet<string> = new Set([
  ...tokens(byModule, (module, name) => `aws:${module}/${name}`),
  ...tokens(native.types, (module, name) => `aws-native:${module}:${name}`),
]);

const properties: Readonly<Record<string, string>> = native.properties;

const withoutDefaults: ReadonlySet<string> = new Set([
  "aws:autoscaling/group:Group",
  ...native.untyped,
]);

export function isTaggable(type: string): boolean {
  return taggable.has(type);
}

/** `tags`, but for some types of aws-native, which say it as CloudFormation does. */
export function tagPropertyOf(type: string): string {
  return properties[type] ?? "tags";
}

/** Whether the default tags of a provider reach a type that takes tags. */
export function takesDefaultTags(type: string): boolean {
  return !withoutDefaults.has(type);
}

function tokens(
  namesByModule: Readonly<Record<string, string>>,
  tokenOf: (module: string, name: string) => string,
): readonly string[] {
  return Object.entries(namesByModule).flatMap(([module, names]) =>
    names.split(" ").map((name) => tokenOf(module, name)),
  );
}
