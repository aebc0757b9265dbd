// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Every property, at any depth, of the resource types of an AWS provider. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";
import { providerTypes } from "./provider";

export interface ProviderProperty {
  readonly type: string;
  /** With dots. The path of a list is also that of its elements. */
  readonly path: string;
  readonly name: string;
}

const installed = dirname(require.resolve("@pulumi/aws/package.json"));

let blocks: ReadonlyMap<string, ts.InterfaceDeclaration> = new Map();
let found: readonly ProviderProperty[] | undefined;

/** The properties of the installed provider. Its declarations are read once for all suites. */
export function providerProperties(): readonly ProviderProperty[] {
  found ??= propertiesIn(installed);
  return found;
}

/** The properties of the provider package in a folder. */
export function propertiesIn(folder: string): readonly ProviderProperty[] {
  blocks = blocksIn(readFileSync(join(folder, "types", "input.d.ts"), "utf8"));
  return providerTypes(/^(?!types$)/, folder).flatMap(({ token, declaration }) =>
    argumentsIn(declaration).flatMap((one) =>
      below(one, [], []).map((path) => ({
        type: token,
        path: path.join("."),
        name: path.at(-1) ?? "",
      })),
    ),
  );
}

function argumentsIn(declaration: string): readonly ts.InterfaceDeclaration[] {
  return parsed(declaration)
    .statements.filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text.endsWith("Args"));
}

/** The paths of the members of an interface. A block that contains itself is entered once. */
function below(
  { members }: ts.InterfaceDeclaration,
  path: readonly string[],
  entered: readonly string[],
): readonly (readonly string[])[] {
  return members.filter(ts.isPropertySignature).flatMap((member) => {
    const here = [...path, member.name.getText()];
    const inner = [...(member.type?.getText() ?? "").matchAll(/\binputs\.([\w.]+)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !entered.includes(name));
    return [
      here,
      ...inner.flatMap((name) => {
        const block = blocks.get(name);
        return block === undefined ? [] : below(block, here, [...entered, name]);
      }),
    ];
  });
}

/** The interfaces of all modules, by `module.Name`. */
function blocksIn(text: string): ReadonlyMap<string, ts.InterfaceDeclaration> {
  const found = new Map<string, ts.InterfaceDeclaration>();
  const enter = (node: ts.Node, modules: readonly string[]): void => {
    if (ts.isModuleDeclaration(node) && node.body !== undefined) {
      ts.forEachChild(node.body, (child) => enter(child, [...modules, node.name.text]));
    }
    if (ts.isInterfaceDeclaration(node)) {
      found.set([...modules, node.name.text].join("."), node);
    }
  };
  ts.forEachChild(parsed(text), (child) => enter(child, []));
  return found;
}

function parsed(text: string): ts.SourceFile {
  return ts.createSourceFile("declarations.d.ts", text, ts.ScriptTarget.ES2022, true);
}
