// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

/** The checkout's root, which all paths below are relative to. */
export const ROOT = join(__dirname, "..", "..", "..");

/** A TypeScript file of this project, parsed but not type-checked. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every file that git tracks or would track: what a fresh clone has after the next commit. */
export function projectFiles(): string[] {
  return execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => path !== "" && existsSync(join(ROOT, path)));
}

/** The project's own TypeScript files, parsed once for all structure suites. */
export const parsed: readonly Source[] = parseAll();

function parseAll(): Source[] {
  return projectFiles()
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
    });
}

/** All nodes of one kind below a node, in order. */
export function nodesOf<Node extends ts.Node>(
  root: ts.Node,
  is: (node: ts.Node) => node is Node,
): Node[] {
  const found: Node[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** The modules that a file imports or exports from, types included; relative ones as paths below the root. */
export function importsOf(source: Source): string[] {
  const statements = [
    ...nodesOf(source.tree, ts.isImportDeclaration),
    ...nodesOf(source.tree, ts.isExportDeclaration),
  ].flatMap((node) => node.moduleSpecifier ?? []);
  const types = nodesOf(source.tree, ts.isImportTypeNode).flatMap(({ argument }) =>
    ts.isLiteralTypeNode(argument) ? argument.literal : [],
  );
  const dynamic = nodesOf(source.tree, ts.isCallExpression)
    .filter(
      (call) =>
        call.expression.kind === ts.SyntaxKind.ImportKeyword ||
        call.expression.getText() === "require",
    )
    .flatMap((call) => call.arguments[0] ?? []);
  return [...statements, ...types, ...dynamic].filter(ts.isStringLiteral).map(({ text }) => {
    return text.startsWith(".") ? join(source.path, "..", text) : text;
  });
}

/** The text of a node's JSDoc, empty when it has none. */
export function docOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => doc.getText())
    .join("\n");
}

/** The project's own sources in a folder. */
export function sourcesBelow(folder: string): Source[] {
  return parsed.filter(({ path }) => path.startsWith(`${folder}/`));
}

/** The files that hold one rule each. */
export function ruleFiles(): Source[] {
  return sourcesBelow("policies").filter(({ path }) =>
    /^policies\/(rules\/\w+|fixes)\/(require|forbid|limit|fix)-[\w-]+\.ts$/.test(path),
  );
}

/** The files that hold one component each. */
export function componentFiles(): Source[] {
  return sourcesBelow("components").filter(({ text }) =>
    / extends pulumi\.ComponentResource\b/.test(text),
  );
}

/** Fails with the whole list: a person who mends one offender wants to see the others. */
export function none(offenders: readonly string[], rule: string): void {
  assert.deepEqual(offenders, [], rule);
}
