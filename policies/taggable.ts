// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which types of the AWS provider take tags. */

import byModule from "./taggable-types.json";

const taggable: ReadonlySet<string> = new Set(
  Object.entries(byModule).flatMap(([module, names]) =>
    names.split(" ").map((name) => `aws:${module}/${name}`),
  ),
);

export function isTaggable(type: string): boolean {
  return taggable.has(type);
}
