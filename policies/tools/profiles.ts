// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Makes the ready-made configurations of the pack from its rules: `npm run catalogue` writes them to
 * profiles/. It is not part of the pack: nothing that the pack runs imports it.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EnforcementLevel } from "@pulumi/policy";
import type { Rule } from "../framework/rule";
import { rules } from "../rules";

/** What `--policy-pack-config` reads: the level and the options of each rule. */
export type Profile = Readonly<
  Record<
    string,
    { readonly enforcementLevel: EnforcementLevel } & Readonly<Record<string, unknown>>
  >
>;

/** Options that only the strict profile sets. The other options keep their defaults. */
const strictOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "limit-providers": { packages: ["aws", "aws-native"] },
  "require-declared-target": { targets: [] },
  "require-standard-tags": { tags: ["owner", "environment", "data-class", "residency"] },
};

/**
 * Baseline stops what puts people at risk and advises about the rest. Strict stops everything. Audit stops
 * nothing: it shows what is there.
 */
export const profiles: Readonly<Record<"baseline" | "strict" | "audit", Profile>> = {
  baseline: profileOf((rule) => (isGrave(rule) ? rule.enforcementLevel : "advisory")),
  strict: profileOf(() => "mandatory", strictOptions),
  audit: profileOf(() => "advisory"),
};

function profileOf(
  levelOf: (rule: Rule) => EnforcementLevel | undefined,
  options: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Profile {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.name,
      { enforcementLevel: levelOf(rule) ?? "advisory", ...options[rule.name] },
    ]),
  );
}

function isGrave({ severity }: Rule): boolean {
  return severity === "critical" || severity === "high";
}

if (require.main === module) {
  const folder = join(dirname(__filename), "..", "profiles");
  mkdirSync(folder, { recursive: true });
  for (const [name, profile] of Object.entries(profiles)) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(profile, null, 2)}\n`);
  }
}
