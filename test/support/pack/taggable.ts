// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The types that take tags of their own. `npm run taggable` writes policies/provider-tables/taggable-types.json after an
 * upgrade of the installed provider. @pulumi/aws-native cannot be installed beside it, since an engine
 * wants the plug-in of every provider that it finds: `npm run taggable -- FOLDER` writes
 * policies/provider-tables/native-taggable-types.json from a copy of it that `npm pack` fetched and that lies elsewhere.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../structure/sources";
import { providerTypes } from "./provider";

/** Takes tags to select other resources by. */
const selectors = new Set([
  "aws:devopsguru/resourceCollection:ResourceCollection",
  "aws:inspector/resourceGroup:ResourceGroup",
]);
const nativeSelectors = new Set(["aws-native:inspector:ResourceGroup"]);

export function taggableTypes(): Readonly<Record<string, string>> {
  const byModule: Record<string, string[]> = {};
  for (const { token, declaration } of providerTypes(/^(?!types$)/)) {
    const takesTags = /\n {4}tags\??: /.test(declaration.slice(declaration.indexOf("Args {")));
    const [, module = "", name = ""] = /^aws:([^/]+)\/(.+)$/.exec(token) ?? [];
    if (takesTags && !selectors.has(token)) {
      byModule[module] = [...(byModule[module] ?? []), name];
    }
  }
  return joined(byModule);
}

/** What aws-native's types take tags by. */
export interface NativeTaggables {
  readonly version: string;
  readonly types: Readonly<Record<string, string>>;
  /** The types whose tags are a property of another name than `tags`. */
  readonly properties: Readonly<Record<string, string>>;
  /** The types whose tags have no shape in the provider's schema, so that it merges no default tags into them. */
  readonly untyped: readonly string[];
}

export function nativeTaggables(folder: string): NativeTaggables {
  const types: Record<string, string[]> = {};
  const properties: Record<string, string> = {};
  const untyped: string[] = [];
  for (const { token, declaration } of providerTypes(/^(?!types$)/, folder)) {
    const [, module = "", name = ""] = /^aws-native:(\w+):(\w+)$/.exec(token) ?? [];
    const taken = [
      ...declaration
        .slice(declaration.indexOf("Args {"))
        .matchAll(/\n {4}(tags|\w+Tags)\??: (any\b)?/g),
    ].find(([, property = ""]) => property === "tags" || isNamedAfter(property, name));
    if (taken !== undefined && !nativeSelectors.has(token)) {
      const [, property = "", any] = taken;
      types[module] = [...(types[module] ?? []), name];
      Object.assign(properties, property !== "tags" && { [token]: property });
      untyped.push(...(any === undefined ? [] : [token]));
    }
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { version, types: joined(types), properties, untyped };
}

/** `fileSystemTags` are those of a `FileSystem`, and `backupVaultTags` those of any kind of vault. */
function isNamedAfter(property: string, name: string): boolean {
  return name.toLowerCase().endsWith(property.replace(/Tags$/, "").toLowerCase());
}

function joined(byModule: Readonly<Record<string, string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(byModule).map(([module, names]) => [module, names.sort().join(" ")]),
  );
}

if (require.main === module) {
  const [, , folder] = process.argv;
  const [file, content] =
    folder === undefined
      ? ["taggable-types.json", taggableTypes()]
      : ["native-taggable-types.json", nativeTaggables(folder)];
  writeFileSync(join(ROOT, "policies", file), `${JSON.stringify(content, null, 2)}\n`);
}
