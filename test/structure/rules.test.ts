// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Ajv from "ajv";
import * as ts from "typescript";
import { fixes } from "../../policies/fixes";
import type { Fix } from "../../policies/framework/fix";
import type { Rule } from "../../policies/framework/rule";
import { rules } from "../../policies/rules";
import { examplesOf } from "../../policies/tools/examples";
import {
  nodesOf,
  none,
  projectFiles,
  ROOT,
  ruleFiles,
  sourcesBelow,
} from "../support/structure/sources";

/** Names of policies that the engine reserves. */
const reserved = ["all"];

/**
 * In the folder form of the pack, each stack policy deserialises the whole stack, which costs about 12 ms per
 * 1,000 resources. The executable deserialises it once. Another stack rule must be worth that.
 */
const mostStackRules = 18;

/** A longer rule has parts that belong in files beside it. */
const mostLines = 120;

/** The metadata of a rule in the order in which people read it, the validator last. */
const order = [
  "name",
  "description",
  "rationale",
  "severity",
  "controls",
  "enforcementLevel",
  "tags",
  "remediationSteps",
  "url",
  "configSchema",
  "validator",
];

const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

const all: readonly (Rule | Fix)[] = [...rules, ...fixes];

describe("structure: rules", () => {
  it("lists every rule file, and nothing else, in the pack", () => {
    const files = ruleFiles().map(({ path }) => basename(path, ".ts"));
    assert.deepEqual(all.map(({ name }) => name).sort(), files.sort());
  });

  it("has one file of examples beside each rule and fix, and no others", () => {
    const examples = projectFiles().filter((path) => /^policies\/.*\.examples\.yaml$/.test(path));
    assert.deepEqual(
      examples.map((path) => path.replace(".examples.yaml", ".ts")).sort(),
      ruleFiles()
        .map(({ path }) => path)
        .sort(),
    );
  });

  it("keeps every file of a rule or fix within 120 lines", () => {
    none(
      ruleFiles()
        .filter(({ text }) => text.trimEnd().split("\n").length > mostLines)
        .map(({ path }) => path),
      "too long: move a predicate or a table out",
    );
  });

  it("has no two files in the pack whose names differ by an s", () => {
    const names = new Set(
      sourcesBelow("policies")
        .filter(({ path }) => !path.startsWith("policies/access/"))
        .map(({ path }) => basename(path, ".ts")),
    );
    none(
      [...names].filter((name) => names.has(`${name}s`)),
      "too easy to confuse",
    );
  });

  it("checks every table below the rules by the schema that it names", () => {
    const ajv = new Ajv({ allErrors: true });
    const tables = projectFiles().filter((path) =>
      /^policies\/rules\/.*(?<!\.schema)\.json$/.test(path),
    );
    for (const path of tables) {
      const table = readJson(path);
      const schema = join(dirname(path), table.$schema);
      assert.ok(schema.startsWith(dirname(path)), `${path} has its schema beside it`);
      ajv.validate(readJson(schema), table);
      assert.deepEqual(ajv.errors ?? [], [], path);
    }
  });

  it("exports one rule from each file, in camel case of its name", () => {
    for (const source of ruleFiles()) {
      const exported = source.tree.statements
        .filter(ts.isVariableStatement)
        .filter((statement) =>
          ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
        )
        .flatMap((statement) =>
          statement.declarationList.declarations.map(({ name }) => name.getText()),
        );
      const camel = basename(source.path, ".ts").replace(/-(\w)/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      assert.deepEqual(exported, [camel], source.path);
    }
  });

  it("writes the metadata once, in one order", () => {
    for (const rule of rules) {
      assert.deepEqual(Object.keys(rule), order, rule.name);
    }
    const orderOfFix = [...order.slice(0, -1), "remedy"];
    for (const fix of fixes) {
      assert.deepEqual(
        Object.keys(fix).filter((key) => key !== "needs"),
        orderOfFix,
        fix.name,
      );
    }
  });

  it("names what changes resources a fix, and nothing else, and leaves it off", () => {
    assert.ok(rules.every(({ name }) => !name.startsWith("fix-")));
    assert.ok(fixes.every(({ name }) => name.startsWith("fix-")));
    assert.ok(fixes.every(({ enforcementLevel }) => enforcementLevel === "disabled"));
  });

  it("keeps the pack's index a list", () => {
    const text = readFileSync(join(ROOT, "policies", "index.ts"), "utf8");
    const tree = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022, true);
    assert.equal(nodesOf(tree, ts.isIfStatement).length, 0);
  });

  it("keeps stack rules within what a preview can afford", () => {
    assert.ok(rules.filter(({ validator }) => validator.stack).length <= mostStackRules);
  });

  const demands: [string, (rule: Rule | Fix) => boolean][] = [
    [
      "a name with a verb of the closed list",
      ({ name }) => /^(require|forbid|limit|fix)-[a-z-]+$/.test(name),
    ],
    ["a name that the engine does not reserve", ({ name }) => !reserved.includes(name)],
    [
      "a description of one sentence that says what must be true",
      ({ description }) => /^[A-Z][^.]*(must|may)[^.]*\.$/.test(description),
    ],
    ["a rationale in whole sentences", ({ rationale }) => /^[A-Z].*\.$/.test(rationale)],
    ["a severity", ({ severity }) => ["low", "medium", "high", "critical"].includes(severity)],
    [
      "a control of a framework",
      ({ controls }) =>
        controls.length > 0 && controls.every((control) => Object.values(control).every(Boolean)),
    ],
    ["steps to remediate it", ({ remediationSteps }) => /^[A-Z].*\.$/.test(remediationSteps)],
    ["an https link", ({ url }) => url.startsWith("https://")],
    ["tags", ({ tags }) => tags.length > 0],
    [
      "exemptions in its configuration",
      ({ configSchema }) => "exemptions" in (configSchema.properties ?? {}),
    ],
    [
      "a description of each key of its configuration",
      ({ configSchema }) =>
        Object.values(configSchema.properties ?? {}).every(
          (property) => typeof property === "object" && Boolean(property.description),
        ),
    ],
    [
      "an example that fails and one that passes, in a file beside it",
      ({ name }) => {
        const { fails, passes } = examplesOf(name);
        return fails.length > 0 && passes.length > 0;
      },
    ],
  ];
  for (const [title, holds] of demands) {
    it(`gives every rule ${title}`, () => {
      none(
        all.filter((rule) => !holds(rule)).map(({ name }) => name),
        title,
      );
    });
  }
});
