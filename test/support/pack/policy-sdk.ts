// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What the installed policy SDK uses of the Pulumi SDK, read from its code. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const folder = dirname(require.resolve("@pulumi/policy/package.json"));

/** The names that it reads of a module, sorted. */
export function namesUsedOf(module: string): readonly string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .flatMap((code) => {
      const [, variable] = new RegExp(`const (\\w+) = require\\("${module}"\\)`).exec(code) ?? [];
      return variable === undefined
        ? []
        : [...code.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, "g"))].map(([, name]) => name);
    });
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
