// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The types that take tags. After an upgrade of the installed provider, `npm run taggable` writes them into
 * policies/provider-tables/data/taggable-types.json. @pulumi/aws-native cannot be installed beside it,
 * because an engine asks for the plug-in of every provider that it finds. So `npm run taggable -- FOLDER`
 * writes the types of aws-native from a copy in another folder, made by `npm pack`.
 */

import { execFileSync } from "node:child_process";
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

/** Names of types, sorted, by the provider's module. */
type NamesByModule = ReadonlyMap<string, readonly string[]>;

/** The taggable types of the installed provider. */
export function taggableTypes(): NamesByModule {
  const byModule = new Map<string, string[]>();
  for (const { token, declaration } of providerTypes(/^(?!types$)/)) {
    const takesTags = /\n {4}tags\??: /.test(declaration.slice(declaration.indexOf("Args {")));
    const [, module = "", name = ""] = /^aws:([^/]+)\/\w+:(\w+)$/.exec(token) ?? [];
    if (takesTags && !selectors.has(token)) {
      byModule.set(module, [...(byModule.get(module) ?? []), name].sort());
    }
  }
  return sorted(byModule);
}

/** The types of aws-native that take tags, and how. */
interface NativeTaggables {
  readonly version: string;
  readonly types: NamesByModule;
  /** The types whose tags are in a property other than `tags`. */
  readonly properties: Readonly<Record<string, string>>;
  /** The types whose tags have no shape in the schema: the provider merges no default tags into them. */
  readonly untyped: readonly string[];
}

function nativeTaggables(folder: string): NativeTaggables {
  const types = new Map<string, string[]>();
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
      types.set(module, [...(types.get(module) ?? []), name].sort());
      Object.assign(properties, property !== "tags" && { [token]: property });
      untyped.push(...(any === undefined ? [] : [token]));
    }
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { version, types: sorted(types), properties, untyped };
}

/** `fileSystemTags` belong to a `FileSystem`, and `backupVaultTags` to any kind of vault. */
function isNamedAfter(property: string, name: string): boolean {
  return name.toLowerCase().endsWith(property.replace(/Tags$/, "").toLowerCase());
}

function sorted<Value>(byName: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...byName].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Types of aws that the provider's default tags do not reach. */
const withoutDefaultTags = ["aws:autoscaling/group:Group"];

type Provider = "aws" | "aws-native";

interface Table {
  readonly versions: unknown;
  readonly modules: Readonly<
    Record<string, Readonly<Partial<Record<Provider, readonly string[]>>>>
  >;
}

/** The modules of the table with the names of one provider replaced. */
function replaced(table: Table, provider: Provider, names: NamesByModule): Table["modules"] {
  const other = provider === "aws" ? "aws-native" : "aws";
  const kept = Object.entries(table.modules).flatMap(([module, { [other]: all }]) =>
    all === undefined ? [] : [[module, all] as const],
  );
  const byProvider = { [provider]: names, [other]: new Map(kept) };
  const modules = new Map<string, Table["modules"][string]>();
  for (const each of ["aws", "aws-native"] as const) {
    for (const [module, all] of byProvider[each] ?? []) {
      modules.set(module, { ...modules.get(module), [each]: all });
    }
  }
  return Object.fromEntries(sorted(modules));
}

function updated(table: Table, folder: string | undefined): object {
  if (folder === undefined) {
    return { ...table, modules: replaced(table, "aws", taggableTypes()) };
  }
  const { version, types, properties, untyped } = nativeTaggables(folder);
  return {
    ...table,
    versions: { "aws-native": version },
    modules: replaced(table, "aws-native", types),
    tagProperties: properties,
    withoutDefaultTags: [...withoutDefaultTags, ...untyped].sort(),
  };
}

if (require.main === module) {
  const [, , folder] = process.argv;
  const file = join(ROOT, "policies", "provider-tables", "data", "taggable-types.json");
  const table: Table = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify(updated(table, folder), null, 2)}\n`);
  execFileSync("biome", ["format", "--write", file], { stdio: "inherit" });
}
