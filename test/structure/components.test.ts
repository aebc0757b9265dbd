// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as ts from "typescript";
import {
  componentFiles,
  docOf,
  nodesOf,
  none,
  parsed,
  type Source,
  sourcesBelow,
} from "../support/structure/sources";

describe("structure: components", () => {
  it("exports one component and nothing else from each component file", () => {
    const offenders = componentFiles().filter((source) => {
      const [component, ...others] = source.tree.statements.filter(isExported);
      return !component || !ts.isClassDeclaration(component) || others.length > 0;
    });
    none(
      offenders.map(({ path }) => path),
      "one component a file",
    );
  });

  it("declares the arguments of each component, and their validation, in arguments.ts beside it", () => {
    const offenders = componentFiles().flatMap((source) => {
      const args = sourceAt(`${source.path.replace(/[^/]+$/, "")}arguments.ts`);
      const [component] = nodesOf(source.tree, ts.isClassDeclaration);
      const name = component?.name?.text;
      const exported = args?.tree.statements.filter(isExported) ?? [];
      const names = exported.flatMap(declaredNames);
      return [`${name}Args`, `validate${name}Args`]
        .filter((expected) => !names.includes(expected))
        .map((expected) => `${source.path}: ${expected}`);
    });
    none(offenders, "missing in arguments.ts");
  });

  it("makes no resource in arguments.ts", () => {
    const offenders = sourcesBelow("components")
      .filter(({ path }) => path.endsWith("/arguments.ts"))
      .flatMap(({ path, tree }) =>
        [...nodesOf(tree, ts.isNewExpression), ...nodesOf(tree, ts.isCallExpression)]
          .map((node) => node.expression.getText())
          .filter((callee) => /^(aws\.|make[A-Z])/.test(callee))
          .map((callee) => `${path}: ${callee}`),
      );
    none(offenders, "resources are made by the component");
  });

  it("documents every argument, and the default of every optional one", () => {
    const members = sourcesBelow("components").flatMap((source) =>
      nodesOf(source.tree, ts.isInterfaceDeclaration)
        .filter(({ name }) => name.text.endsWith("Args"))
        .flatMap(({ name, members }) =>
          members
            .filter(ts.isPropertySignature)
            .map((member) => ({ source, name: name.text, member })),
        ),
    );
    const offenders = members
      .filter(({ member }) => {
        const doc = docOf(member);
        return doc === "" || (member.questionToken !== undefined && !doc.includes("@default"));
      })
      .map(({ source, name, member }) => `${source.path}: ${name}.${member.name.getText()}`);
    none(offenders, "document it, with @default where optional");
    assert.ok(members.length > 20, "arguments were found");
  });

  it("registers exactly the public outputs of each component", () => {
    for (const source of componentFiles()) {
      const [component] = nodesOf(source.tree, ts.isClassDeclaration);
      const members: readonly ts.ClassElement[] = component?.members ?? [];
      const outputs = members
        .filter(ts.isPropertyDeclaration)
        .filter((member) => ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Public)
        .map((member) => member.name.getText());
      const register = nodesOf(source.tree, ts.isCallExpression).filter((call) =>
        call.expression.getText().endsWith(".registerOutputs"),
      );
      const keys = register.flatMap((call) =>
        nodesOf(call, ts.isObjectLiteralExpression).slice(0, 1),
      );
      assert.deepEqual(
        keys
          .flatMap(({ properties }) => properties.map((property) => property.name?.getText()))
          .sort(),
        outputs.sort(),
        source.path,
      );
    }
  });

  it("derives the name and states the parent of every child", () => {
    const offenders = sourcesBelow("components").flatMap((source) =>
      nodesOf(source.tree, ts.isNewExpression)
        .filter((node) => /^aws\./.test(node.expression.getText()))
        .filter(
          ({ arguments: args = [] }) => args.length < 3 || (args[0] && ts.isStringLiteral(args[0])),
        )
        .map((node) => `${source.path}: ${node.getText().slice(0, 60)}`),
    );
    none(offenders, "name from the component's, options with a parent");
  });
});

function sourceAt(path: string): Source | undefined {
  return parsed.find((source) => source.path === path);
}

function declaredNames(statement: ts.Statement): string[] {
  const isNamed = ts.isInterfaceDeclaration(statement) || ts.isFunctionDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement)
    ? (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false;
}
