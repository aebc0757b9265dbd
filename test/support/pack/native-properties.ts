// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The properties of aws-native that name a region, and those that the tables list as naming regions or
 * buckets, as far as the provider has them. `@pulumi/aws-native` cannot be installed beside the tests,
 * since an engine wants the plug-in of every provider that it finds: this writes native-properties.json
 * from a copy that `npm pack` fetched and that lies elsewhere, as in `npm run native-properties -- FOLDER`.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { propertiesIn } from "./provider-properties";
import { spelledProperties } from "./table-properties";

export interface NativeProperties {
  readonly version: string;
  /** Their paths in dots, by type. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export function nativeProperties(folder: string): NativeProperties {
  const listed = new Set(spelledProperties().map(({ type, path }) => `${type} ${path}`));
  const properties: Record<string, string[]> = {};
  for (const { type, path, name } of propertiesIn(folder)) {
    if (/region/i.test(name) || listed.has(`${type} ${path}`)) {
      properties[type] = [...(properties[type] ?? []), path];
    }
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { version, properties };
}

if (require.main === module) {
  const [, , folder = "."] = process.argv;
  const file = join(__dirname, "native-properties.json");
  writeFileSync(file, JSON.stringify(nativeProperties(folder)));
  execFileSync("biome", ["format", "--write", file], { stdio: "inherit" });
}
