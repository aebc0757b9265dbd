// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The types that take tags. After an upgrade of the installed provider, `npm run taggable` writes
 * policies/provider-tables/taggable-types.json. @pulumi/aws-native cannot be installed beside it, because
 * an engine asks for the plug-in of every provider that it finds. So `npm run taggable -- FOLDER` writes
 * policies/provider-tables/native-taggable-types.json from a copy in another folder, made by `npm pack`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../structure/sources";
import { providerTypes } from "./provider";

/** Types whose tags select other resources. */
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

/** The types of aws-native that take tags, and how. */
export interface NativeTaggables {
  readonly version: string;
  readonly types: Readonly<Record<string, string>>;
  /** The types whose tags are in a property other than `tags`. */
  readonly properties: Readonly<Record<string, string>>;
  /** The types whose tags have no shape in the schema: the provider merges no default tags into them. */
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

/** `fileSystemTags` belong to a `FileSystem`, and `backupVaultTags` to any kind of vault. */
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
  writeFileSync(
    join(ROOT, "policies", "provider-tables", file),
    `${JSON.stringify(content, null, 2)}\n`,
  );
}
