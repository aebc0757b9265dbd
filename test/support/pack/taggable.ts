// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The types of the installed provider that take tags of their own, as policies/taggable-types.json has
 * them: `npm run taggable` writes it after an upgrade of the provider.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../sources";
import { providerTypes } from "./provider";

/** Takes tags to select other resources by. */
const selectors = new Set([
  "aws:devopsguru/resourceCollection:ResourceCollection",
  "aws:inspector/resourceGroup:ResourceGroup",
]);

export function taggableTypes(): Readonly<Record<string, string>> {
  const byModule: Record<string, string[]> = {};
  for (const { token, declaration } of providerTypes(/^(?!types$)/)) {
    const takesTags = /\n {4}tags\??: /.test(declaration.slice(declaration.indexOf("Args {")));
    const [, module = "", name = ""] = /^aws:([^/]+)\/(.+)$/.exec(token) ?? [];
    if (takesTags && !selectors.has(token)) {
      byModule[module] = [...(byModule[module] ?? []), name];
    }
  }
  return Object.fromEntries(
    Object.entries(byModule).map(([module, names]) => [module, names.sort().join(" ")]),
  );
}

if (require.main === module) {
  const text = `${JSON.stringify(taggableTypes(), null, 2)}\n`;
  writeFileSync(join(ROOT, "policies", "taggable-types.json"), text);
}
