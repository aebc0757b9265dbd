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
  /** The type's text without `pulumi.Input`, `pulumi.Output`, `| undefined` and comments. */
  readonly type: string;
}

const OPENING = new Set(["{", "(", "[", "<"]);
const CLOSING = new Set(["}", ")", "]", ">"]);

/** The members of `export interface Name {` or `export declare class Name extends … {`; undefined when there is none. */
export function membersOf(text: string, name: string, from = 0): Map<string, Member> | undefined {
  const pattern = new RegExp(
    `(?:export )?(?:interface|declare class) ${name}(?: extends [\\w.]+)? \\{`,
    "g",
  );
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) {
    return undefined;
  }
  const start = pattern.lastIndex;
  // Generated declarations close a top-level interface at the indentation at which it was opened.
  const indentation = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
  const body = text.slice(start, text.indexOf(`\n${indentation}}`, start));
  return new Map(statements(withoutComments(body)).flatMap(parseMember));
}

function parseMember(statement: string): [string, Member][] {
  const match = /^(?:readonly )?([A-Za-z_$][\w$]*)(\?)?:\s*([\s\S]+)$/.exec(statement);
  if (match === null) {
    return [];
  }
  const [, name = "", question, type = ""] = match;
  const alternatives = topLevelAlternatives(unwrap(type));
  return [
    [
      name,
      {
        optional: question !== undefined || alternatives.includes("undefined"),
        type: alternatives
          .filter((alternative) => alternative !== "undefined")
          .map(unwrap)
          .join(" | "),
      },
    ],
  ];
}

/** Takes `pulumi.Input<…>` or `pulumi.Output<…>` off, however often it is there. */
function unwrap(type: string): string {
  const match = /^pulumi\.(?:Input|Output)<([\s\S]*)>$/.exec(type.trim());
  return match?.[1] === undefined ? type.trim() : unwrap(match[1]);
}

/** Splits a union, but not one inside brackets. */
function topLevelAlternatives(type: string): string[] {
  return split(type, "|").map((alternative) => alternative.trim());
}

function statements(body: string): string[] {
  return split(body, ";").map((statement) => statement.trim());
}

function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (OPENING.has(character)) {
      depth += 1;
    } else if (CLOSING.has(character)) {
      depth -= 1;
    } else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "");
}
