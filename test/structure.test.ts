// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import {
  componentFiles,
  nodesOf,
  none,
  projectFiles,
  ROOT,
  ruleFiles,
  type Source,
  parsed as sources,
  sourcesBelow,
} from "./support/structure/sources";

const files = projectFiles();
const tests = sources.filter(({ path }) => path.endsWith(".test.ts"));

describe("structure: files", () => {
  it("starts every source file with the two-line header", () => {
    const header =
      "// Copyright 2026 the pulumi-agora-classroom authors.\n// SPDX-License-Identifier: Apache-2.0\n";
    none(
      sources.filter(({ text }) => !text.startsWith(header)).map(({ path }) => path),
      "missing header",
    );
  });

  it("keeps every source file within 300 lines", () => {
    none(
      sources.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path),
      "too long: split it",
    );
  });

  /** Files whose long lines nobody can break: JSON has no way to continue a string, and tools write the others. */
  const longLines = [
    "package.json",
    "package-lock.json",
    "policies/package.json",
    "components/token-service/contract/openapi.json",
    "docs/token-api.md",
    "policies/CATALOGUE.md",
    "stacks/configuration.schema.json",
    "test/support/pack/native-properties.json",
  ];

  it("keeps every line within 120 characters, strings included", () => {
    none(
      files
        .filter((path) => /\.(ts|mjs|json|ya?ml|md)$/.test(path) && !longLines.includes(path))
        .flatMap((path) =>
          readFileSync(join(ROOT, path), "utf8")
            .split("\n")
            .flatMap((line, index) => (line.length > 120 ? [`${path}:${index + 1}`] : [])),
        ),
      "too long a line",
    );
  });

  it("has no junk drawers", () => {
    none(
      files.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(path)),
      "name the thing",
    );
  });

  it("pins every dependency exactly", () => {
    const offenders = ["package.json", "policies/package.json"].flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(ROOT, path), "utf8"));
      return Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name]) => `${path}: ${name}`);
    });
    none(offenders, "not pinned");
  });

  it("names no registry's host in the lock file", () => {
    assert.doesNotMatch(
      readFileSync(join(ROOT, "package-lock.json"), "utf8"),
      /"resolved": "https?:/,
    );
  });

  it("names no absolute path of a machine", () => {
    const offenders = files
      .filter((path) => /\.(ts|mjs|json|ya?ml|md|sh)$/.test(path) && path !== "package-lock.json")
      .filter((path) =>
        /(^|[^\w.~])\/(home|root|work|Users)\/\w/m.test(readFileSync(join(ROOT, path), "utf8")),
      );
    none(offenders, "absolute path");
  });

  it("switches no check off without a reason on the same line", () => {
    const offenders = sources.flatMap(({ path, text }) =>
      text
        .split("\n")
        .filter((line) => /@ts-(ignore|nocheck|expect-error)|biome-ignore/.test(line))
        .filter((line) => !/biome-ignore [\w/]+: \S+ \S+/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    none(
      offenders.filter((line) => !line.startsWith("test/structure.test.ts")),
      "no reason",
    );
  });
});

describe("structure: tests", () => {
  /** Suites about more than one source. */
  const wide = ["test/structure.test.ts", "test/policies/access/documented-policies.test.ts"];

  it("mirrors a source, or a folder, with every test file", () => {
    const offenders = tests
      .map(({ path }) => path)
      .filter((path) => !wide.includes(path) && !/^test\/(engine|structure)\//.test(path))
      .filter((path) => {
        const mirrored = path.slice("test/".length, -".test.ts".length);
        return !["", ".ts", ".mjs", ".md", ".json"].some((ending) =>
          existsSync(join(ROOT, mirrored + ending)),
        );
      });
    none(offenders, "no source of that name");
  });

  it("gives every rule, join and component a test file of its own", () => {
    const mustHave = [
      ...ruleFiles().map(({ path }) => path),
      ...sourcesBelow("policies/joins").map(({ path }) => path),
      ...componentFiles().map(({ path }) => path),
    ];
    const offenders = mustHave.filter(
      (path) => !existsSync(join(ROOT, "test", path.replace(/\.ts$/, ".test.ts"))),
    );
    none(offenders, "no test");
  });

  it("titles tests with sentences about behaviour", () => {
    const offenders = tests.flatMap((source) =>
      calls(source, ["it", "describe"])
        .flatMap((call) => call.arguments[0] ?? [])
        .filter(ts.isStringLiteralLike)
        .map((title) => title.text)
        .filter(
          (title) => /(^|[\s#(])\d+\)?$|should work|^tests? /i.test(title) || title.trim() === "",
        )
        .map((title) => `${source.path}: ${title}`),
    );
    none(offenders, "say what happens");
  });

  it("compares the text of every expected error", () => {
    const offenders = tests.flatMap((source) =>
      nodesOf(source.tree, ts.isCallExpression)
        .filter((call) => /^assert\.(throws|rejects)$/.test(call.expression.getText()))
        .filter((call) => call.arguments.length < 2)
        .map((call) => `${source.path}: ${call.getText().slice(0, 60)}`),
    );
    none(offenders, "name the error");
  });

  it("asserts only inside tests, hooks and functions", () => {
    const offenders = tests.flatMap((source) =>
      nodesOf(source.tree, ts.isCallExpression)
        .filter((call) => /^assert(\.|$)/.test(call.expression.getText()))
        .filter((call) => isOutsideTests(call))
        .map((call) => `${source.path}: ${call.getText().slice(0, 60)}`),
    );
    none(offenders, "runs while the suite is being described");
  });
});

function calls(source: Source, names: readonly string[]): ts.CallExpression[] {
  return nodesOf(source.tree, ts.isCallExpression).filter((call) =>
    names.includes(call.expression.getText()),
  );
}

/** Whether the nearest function around a node is the body of a `describe`, which runs before any test. */
function isOutsideTests(node: ts.Node): boolean {
  const around = ts.findAncestor(node.parent, ts.isFunctionLike);
  if (around === undefined) {
    return true;
  }
  const call = around.parent;
  return ts.isCallExpression(call) && call.expression.getText() === "describe";
}
