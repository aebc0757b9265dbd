// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The texts of documents, taken apart once for everybody who compares them: characters, wildcards and policy
 * variables. Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */

/** How the text of a document is compared: as it is, in any case, as a glob, or as an ARN with globs. */
export type Comparison = "exact" | "exact-any-case" | "glob" | "arn";

/** `${aws:username}`, or with a default `${aws:PrincipalTag/team, 'all'}`. */
export interface Variable {
  /** As the document writes it. */
  readonly written: string;
  /** The condition key that gives the value; undefined where the text between the braces names none. */
  readonly key: string | undefined;
  readonly byDefault?: string;
}

export interface Character {
  readonly char: string;
}

/** A character, any one character (`?`), any number of characters (`*`), or a variable. */
export type Piece = Character | "one" | "many" | Variable;

const arnParts = 6;
const special = new Set(["*", "?", "$"]);
const inBraces = /^\s*([^\s,'{}]+:[^,'{}]+?)\s*(?:,\s*'([^']*)')?\s*$/;

/** `escapes` tells whether the document has variables (version 2012-10-17). */
export function piecesOf(text: string, comparison: Comparison, escapes: boolean): Piece[] {
  const wildcards = comparison === "glob" || comparison === "arn";
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const end = escapes && text.startsWith("${", at) ? text.indexOf("}", at) : -1;
    if (end >= 0) {
      pieces.push(braces(text.slice(at, end + 1)));
      at = end + 1;
    } else if (escapes && text.startsWith("${", at)) {
      // Without a closing brace, everything that follows belongs to a variable that cannot be read.
      pieces.push({ written: text.slice(at), key: undefined });
      at = text.length;
    } else {
      pieces.push(wildcards ? wildcard(text.charAt(at)) : { char: text.charAt(at) });
      at += 1;
    }
  }
  // Two stars match what one does.
  return pieces.filter((piece, index) => piece !== "many" || pieces[index - 1] !== "many");
}

export function isVariable(piece: Piece): piece is Variable {
  return typeof piece === "object" && "written" in piece;
}

export function isCharacter(piece: Piece): piece is Character {
  return typeof piece === "object" && "char" in piece;
}

export function variablesIn(pieces: readonly Piece[]): readonly Variable[] {
  return pieces.filter(isVariable);
}

/** The text that stands for itself alone; undefined where it has a wildcard or a variable. */
export function plainText(pieces: readonly Piece[]): string | undefined {
  return pieces.every(isCharacter) ? pieces.map(({ char }) => char).join("") : undefined;
}

/** Pieces in which values, or any number of characters, stand for the variables. */
export function resolved(
  pieces: readonly Piece[],
  of: (variable: Variable) => string | undefined,
): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (!isVariable(piece)) {
      return [piece];
    }
    const value = of(piece);
    return value === undefined ? [piece] : characters(value);
  });
}

export function characters(text: string): Character[] {
  return text.split("").map((char) => ({ char }));
}

/** Whether a text begins like an ARN: then it matches at most what it matches as a glob. */
export function isOfArn(pieces: readonly Piece[]): boolean {
  return ["a", "r", "n", ":"].every((char, index) => isChar(pieces[index], char));
}

/** Whether the pieces have all six parts of an ARN, the first of which is `arn`. */
export function isWholeArn(pieces: readonly Piece[]): boolean {
  return isOfArn(pieces) && pieces.filter((piece) => isChar(piece, ":")).length >= arnParts - 1;
}

/** The part of an ARN, from one to six, that each piece stands in. */
export function arnPartOf(pieces: readonly Piece[]): number[] {
  let part = 1;
  return pieces.map((piece) => {
    part += isChar(piece, ":") ? 1 : 0;
    return Math.min(part, arnParts);
  });
}

/** Whether a wildcard stands before the last part of an ARN, so that it matters where it stops. */
export function hasInnerWildcard(pieces: readonly Piece[]): boolean {
  const parts = arnPartOf(pieces);
  return pieces.some((piece, at) => typeof piece === "string" && (parts[at] ?? 0) < arnParts);
}

/** Whether nothing is left out; two stars match what one does. */
export function isEverything(text: string): boolean {
  return /^\*+$/.test(text);
}

export function isChar(piece: Piece | undefined, char: string): boolean {
  return typeof piece === "object" && "char" in piece && piece.char === char;
}

function braces(written: string): Piece {
  const inner = written.slice(2, -1);
  if (special.has(inner)) {
    return { char: inner };
  }
  // A name or a default of this length is nobody's, and the expression below should not look at it.
  const [, key, byDefault] = (inner.length > 512 ? null : inBraces.exec(inner)) ?? [];
  return { written, key, ...(byDefault !== undefined && { byDefault }) };
}

function wildcard(char: string): Piece {
  return char === "*" ? "many" : char === "?" ? "one" : { char };
}
