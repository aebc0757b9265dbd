// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The declarations of the package for `npm pack`, in an order that does not change when files move. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { ROOT } from "../structure/sources";

export interface Declarations {
  /** Every declaration that is part of the package. */
  readonly all: string;
  /** The names that the package exports, and the declarations of these names. */
  readonly exported: string;
}

export function publicTypes(folder: string): Declarations {
  const compiler = require.resolve("typescript/bin/tsc");
  const args = ["-p", "tsconfig.package.json", "--emitDeclarationOnly", "--outDir", folder];
  execFileSync(process.execPath, [compiler, ...args], { cwd: ROOT, stdio: "inherit" });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => parsed(join(folder, file)));
  const names = exportedNames(parsed(join(folder, "components", "index.d.ts")));
  const declarations = files.flatMap(declarationsOf).sort();
  const isExported = (text: string) => [...names.keys()].some((name) => declares(text, name));
  return {
    all: textOf(declarations),
    exported: textOf([...[...names.values()].sort(), ...declarations.filter(isExported)]),
  };
}

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
}

/** The names that an index exports, each with its export in one line. */
function exportedNames(index: ts.SourceFile): ReadonlyMap<string, string> {
  const names = index.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const { exportClause, isTypeOnly } = statement;
    if (exportClause === undefined || ts.isNamespaceExport(exportClause)) {
      throw new Error(`An index must name what it exports: ${statement.getText()}`);
    }
    return exportClause.elements.map((one): [string, string] => {
      const kind = isTypeOnly || one.isTypeOnly ? "type" : "value";
      return [(one.propertyName ?? one.name).text, `exported ${kind} ${one.name.text}`];
    });
  });
  return new Map(names);
}

/** Each declaration with its comment; where it is imported from does not matter. */
function declarationsOf(file: ts.SourceFile): readonly string[] {
  return file.statements
    .filter((one) => !ts.isImportDeclaration(one) && !ts.isExportDeclaration(one))
    .map((one) => file.text.slice(one.getStart(file, true), one.end))
    .map((text) => text.replace(/import\("\.[^"]*"\)/g, 'import("…")'))
    .map((text) => `${firstLine(text)}\n${text}`);
}

/** Sorts declarations by what they declare, not by their comments. */
function firstLine(text: string): string {
  const [line = ""] = text.replace(/^\/\*\*[\s\S]*?\*\/\s*/, "").split("\n");
  return `// ${line}`;
}

function declares(text: string, name: string): boolean {
  return new RegExp(`^// export (declare )?(abstract )?\\w+ ${name}\\b`).test(text);
}

function textOf(declarations: readonly string[]): string {
  return `${declarations.join("\n\n")}\n`;
}
