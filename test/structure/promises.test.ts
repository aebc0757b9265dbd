// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import * as ts from "typescript";
import { nodesOf, none, parsed, type Source } from "../support/structure/sources";

/**
 * A linter that knows types would find these too, but takes a minute to read the AWS SDK's. What is
 * compared here are names: of our own functions that return promises, where a file declares or imports
 * them, and of the ones of Node.js that tests forget to await.
 */
const promisingByFile = new Map(
  parsed.map((source) => [
    source.path.replace(/\.ts$/, ""),
    new Set(functionsOf(source).filter(returnsPromise).flatMap(nameOf)),
  ]),
);

/** The names that mean a promise in one file. */
function promisingIn(source: Source): Set<string> {
  const imported = nodesOf(source.tree, ts.isImportDeclaration).flatMap((node) => {
    const from = promisingByFile.get(resolved(source, node));
    const bindings = node.importClause?.namedBindings;
    return from && bindings && ts.isNamedImports(bindings)
      ? bindings.elements
          .filter(({ name, propertyName }) => from.has((propertyName ?? name).text))
          .map(({ name }) => name.text)
      : [];
  });
  const own = promisingByFile.get(source.path.replace(/\.ts$/, "")) ?? [];
  return new Set(["assert.rejects", "assert.doesNotReject", ...own, ...imported]);
}

function resolved(source: Source, { moduleSpecifier }: ts.ImportDeclaration): string {
  return join(source.path, "..", (moduleSpecifier as ts.StringLiteral).text);
}

type Function = ts.FunctionDeclaration | ts.MethodDeclaration | ts.VariableDeclaration;

function functionsOf({ tree }: Source): Function[] {
  return [
    ...nodesOf(tree, ts.isFunctionDeclaration),
    ...nodesOf(tree, ts.isMethodDeclaration).filter(({ parent }) => ts.isClassDeclaration(parent)),
    ...nodesOf(tree, ts.isVariableDeclaration).filter(
      ({ initializer }) => initializer && ts.isArrowFunction(initializer),
    ),
  ];
}

function returnsPromise(node: Function): boolean {
  const callable = ts.isVariableDeclaration(node) ? (node.initializer as ts.ArrowFunction) : node;
  const isAsync =
    callable.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  return isAsync || (callable.type?.getText().startsWith("Promise<") ?? false);
}

function nameOf({ name }: Function): string[] {
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

/** `run` of `this.run(…)` and of `run(…)`; calls on other objects are told by their whole text. */
function calledName({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) &&
    expression.expression.kind === ts.SyntaxKind.ThisKeyword
    ? expression.name.text
    : expression.getText();
}

describe("structure: promises", () => {
  it("awaits every promise, or says with void that nobody waits", () => {
    const offenders = parsed.flatMap((source) => {
      const promising = promisingIn(source);
      return nodesOf(source.tree, ts.isExpressionStatement)
        .map(({ expression }) => expression)
        .filter(ts.isCallExpression)
        .filter((call) => promising.has(calledName(call)))
        .map((call) => `${source.path}: ${call.getText().slice(0, 60)}`);
    });
    none(offenders, "a floating promise");
  });
});
