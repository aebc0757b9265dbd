// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { optionsOf } from "../../../policies/framework/configuration";
import { rules } from "../../../policies/rules";
import { examplesOf } from "../../../policies/tools/examples";
import { type Profile, profiles } from "../../../policies/tools/profiles";
import { judge } from "../../support/pack/judge";
import { ROOT } from "../../support/structure/sources";

const folder = join(ROOT, "policies", "profiles");
const read = (name: string): Profile =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
const levelsOf = (profile: Profile, names: readonly string[]) => [
  ...new Set(names.map((name) => profile[name]?.enforcementLevel)),
];
const named = (severities: readonly string[]) =>
  rules.filter(({ severity }) => severities.includes(String(severity))).map(({ name }) => name);

describe("profiles", () => {
  it("are three files", () => {
    assert.deepEqual(readdirSync(folder).sort(), ["audit.json", "baseline.json", "strict.json"]);
  });

  for (const [name, profile] of Object.entries(profiles)) {
    it(`${name} is fresh: npm run catalogue would change nothing`, () => {
      assert.deepEqual(read(name), profile);
    });

    it(`${name} names every rule, and nothing else`, () => {
      assert.deepEqual(
        Object.keys(read(name)),
        rules.map((rule) => rule.name),
      );
    });

    it(`${name} gives every rule a level of Pulumi's and options of its own`, () => {
      for (const rule of rules) {
        const { enforcementLevel, ...options } = read(name)[rule.name] ?? {};
        assert.ok(["advisory", "mandatory", "disabled"].includes(String(enforcementLevel)));
        assert.ok("options" in optionsOf(rule, options), rule.name);
      }
    });
  }

  it("audit stops nothing, strict stops everything", () => {
    const names = rules.map(({ name }) => name);
    assert.deepEqual(levelsOf(read("audit"), names), ["advisory"]);
    assert.deepEqual(levelsOf(read("strict"), names), ["mandatory"]);
  });

  it("baseline stops what is critical unless the rule itself only advises, and nothing minor", () => {
    const critical = rules
      .filter(
        ({ severity, enforcementLevel }) =>
          severity === "critical" && enforcementLevel === "mandatory",
      )
      .map(({ name }) => name);
    assert.deepEqual(levelsOf(read("baseline"), critical), ["mandatory"]);
    assert.deepEqual(levelsOf(read("baseline"), named(["low", "medium"])), ["advisory"]);
  });

  for (const rule of rules) {
    it(`strict lets the good examples of ${rule.name} pass that need no configuration of their own`, async () => {
      const { enforcementLevel: _, ...options } = read("strict")[rule.name] ?? {};
      for (const { resources, configuration } of examplesOf(rule.name).passes) {
        const given = configuration ?? options;
        const { reports } = await judge(rule, resources, { configuration: given });
        assert.deepEqual(reports, []);
      }
    });
  }
});
