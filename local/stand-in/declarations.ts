// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads members out of the declarations that Pulumi generates for its SDKs. The form is fixed (one
 * `name: Type;` a member, comments above), so a scanner of brackets serves, where the TypeScript
 * compiler would cost every plug-in process 100 MB.
 */

/** A property as it is declared. */
export interface Member {
  readonly optional: boolean;
  /** Whether its comment calls it deprecated. */
  readonly deprecated: boolean;
  /** The type's text without `pulumi.Input`, `pulumi.Output`, `| undefined` and comments. */
  readonly type: string;
}

export type Members = ReadonlyMap<string, Member>;

const openingBrackets = new Set(["{", "(", "[", "<"]);
const closingBrackets = new Set(["}", ")", "]", ">"]);

/** What is left of a comment that calls its member deprecated. */
const deprecatedMark = "@deprecated ";

/**
 * The members of `interface Name {` or `declare class Name extends … {`, the first after a
 * position; undefined when there is none.
 */
export function membersOf(text: string, name: string, from = 0): Members | undefined {
  const own = text.indexOf(`interface ${name} {`, from);
  const head = own >= 0 ? own : text.indexOf(`declare class ${name} extends `, from);
  if (head < 0) {
    return undefined;
  }
  // A generated declaration is closed at the indentation at which it was opened.
  const line = text.slice(text.lastIndexOf("\n", head) + 1, head);
  const indentation = /^ */.exec(line)?.[0] ?? "";
  const start = text.indexOf("{", head) + 1;
  const body = text.slice(start, text.indexOf(`\n${indentation}}`, start));
  return new Map(statements(body).flatMap(parseMember));
}

function parseMember(statement: string): [string, Member][] {
  const match = /^(@deprecated )?(?:readonly )?([A-Za-z_$][\w$]*)(\?)?:\s*([\s\S]+)$/.exec(
    statement,
  );
  if (match === null) {
    return [];
  }
  const [, deprecated, name = "", question, type = ""] = match;
  const alternatives = alternativesOf(unwrap(type));
  const present = alternatives.filter((alternative) => alternative !== "undefined");
  return [
    [
      name,
      {
        optional: question !== undefined || present.length < alternatives.length,
        deprecated: deprecated !== undefined,
        type: present.map(unwrap).join(" | "),
      },
    ],
  ];
}

/** Strips every `pulumi.Input<…>` and `pulumi.Output<…>`. */
export function unwrap(type: string): string {
  const [only = "", ...others] = alternativesOf(type);
  const inner = /^pulumi\.(?:Input|Output)<([\s\S]*)>$/.exec(only)?.[1];
  return others.length > 0 || inner === undefined ? type.trim() : unwrap(inner);
}

/** The members of a union, at the outermost level of brackets only. */
export function alternativesOf(type: string): string[] {
  return split(type, "|").map((alternative) => alternative.trim());
}

function statements(body: string): string[] {
  const code = body.replace(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.includes(deprecatedMark) ? deprecatedMark : "",
  );
  return split(code, ";").map((statement) =>
    statement.trim().replace(/^@deprecated\s+/, deprecatedMark),
  );
}

function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (openingBrackets.has(character)) {
      depth += 1;
    } else if (closingBrackets.has(character)) {
      depth -= 1;
    } else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
