// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Values of policy variables that are worth writing out: those that the documents and the question compare the key
 * with, those that another text has in the place of the variable, and one that nobody names.
 */

import { attributeOf, factsOf } from "./keys";
import { exampleOfPieces } from "./patterns";
import type { ReadQuestion } from "./question";
import { isText, type ReadText, readCondition } from "./readings";
import type { RequestPart } from "./statements";
import { isCharacter, isVariable, type Piece, piecesOf, plainText, type Variable } from "./texts";
import type { Candidates } from "./variables";

const most = 5;
const mostTexts = 200;
/** Longer texts are nobody's names, and wildcards make the expressions below slow. */
const longestText = 300;
const mostWildcards = 4;
const resource = "resource";

export function candidatesIn(question: ReadQuestion): Candidates {
  let known: Texts | undefined;
  return (variable, text, attribute) => {
    known ??= textsIn(question);
    return candidatesOf(variable, text, attribute, known);
  };
}

/** The texts that are compared with each attribute, resources among them. */
type Texts = ReadonlyMap<string, readonly (readonly Piece[])[]>;

function candidatesOf(
  { key = "", written }: Variable,
  text: ReadText,
  attribute: string,
  texts: Texts,
): readonly string[] {
  const own = attributeOf(key);
  const { kind = "text", plausible = [] } = factsOf(own) ?? {};
  if (!isText(kind)) {
    return [];
  }
  if (kind === "boolean") {
    return ["true", "false"];
  }
  const compared = (texts.get(own) ?? []).flatMap((pieces) => plainText(pieces) ?? []);
  const others = texts.get(attribute) ?? [];
  const expression = expressionFor(text.pieces, written);
  const captured = others.flatMap((pieces) =>
    expression ? (expression.exec(exampleOfPieces(pieces))?.[1] ?? []) : [],
  );
  const ids =
    own === "aws:userid" ? ["AIDACKCEVSQ6C2EXAMPLE", "AROACKCEVSQ6C2EXAMPLE:session"] : [];
  const accounts = own === "aws:principalaccount" ? ["444455556666"] : [];
  const usual = [...plausible.slice(0, 1), ...ids, ...accounts, "example"];
  return [...new Set([...captured, ...compared, ...usual])].slice(0, most);
}

function textsIn(question: ReadQuestion): Texts {
  const { grantedBy, notDeniedBy, notGrantedBy, where, whereNot, among } = question;
  const statements = [...grantedBy, ...notDeniedBy, ...notGrantedBy].flatMap(
    (document) => document.statements,
  );
  const texts = new Map<string, Piece[][]>();
  const note = (attribute: string, pieces: readonly Piece[]) => {
    const list = texts.get(attribute) ?? [];
    if (list.length < mostTexts && pieces.length <= longestText && !pieces.some(isVariable)) {
      list.push([...pieces]);
    }
    texts.set(attribute, list);
  };
  for (const part of [...where, ...whereNot, ...among, ...statements]) {
    noteTexts(part, note);
  }
  return texts;
}

function noteTexts(
  { resources, principals, conditions, hasVariables }: RequestPart,
  note: (attribute: string, pieces: readonly Piece[]) => void,
): void {
  for (const text of resources?.items ?? []) {
    note(resource, piecesOf(text, "arn", hasVariables));
  }
  for (const { value } of principals?.items ?? []) {
    const [, user] = /:user\/(?:[^*?]*\/)?([^/*?]+)$/.exec(value.slice(0, longestText)) ?? [];
    if (user !== undefined) {
      note("aws:username", piecesOf(user, "exact", false));
    }
  }
  for (const condition of conditions) {
    const reading = readCondition(condition, hasVariables);
    for (const { pieces } of reading.asks === "values" ? reading.texts : []) {
      note(reading.attribute, pieces);
    }
  }
}

/** Finds what another text has in the place of a variable. */
function expressionFor(pieces: readonly Piece[], written: string): RegExp | undefined {
  const wildcards = pieces.filter((piece) => !isCharacter(piece)).length;
  if (pieces.length > longestText || wildcards > mostWildcards) {
    return undefined;
  }
  let isCaptured = false;
  const source = pieces.map((piece) => {
    if (isCharacter(piece)) {
      return piece.char.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
    }
    if (piece === "one") {
      return ".";
    }
    if (piece === "many" || piece.written !== written) {
      return ".*?";
    }
    const first = !isCaptured;
    isCaptured = true;
    return first ? "([^/]+?)" : "\\1";
  });
  return new RegExp(`^${source.join("")}$`, "s");
}
