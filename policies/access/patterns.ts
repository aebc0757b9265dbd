// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Patterns over the characters of a value. A pattern is a row of tokens, each a set of characters that
 * occurs once or any number of times: enough for IAM's globs, for ARNs part by part, and for the shapes
 * that values have (an account is twelve digits).
 */

/** Characters in `chars`, or, negated, all others. */
export interface CharacterSet {
  readonly chars: string;
  readonly negated: boolean;
}

export interface Token {
  readonly set: CharacterSet;
  readonly many: boolean;
}

export interface Pattern {
  /** Equal keys mean equal patterns. */
  readonly key: string;
  readonly tokens: readonly Token[];
  /** A value that matches and looks like one, for whoever reads the answer. */
  readonly example?: string;
}

/** How the text of a document is compared: as it is, in any case, as a glob, or as an ARN with globs. */
export type Comparison = "exact" | "exact-any-case" | "glob" | "arn";

/** A text of a document, taken apart: a character, any one character (`?`) or any number (`*`). */
type Piece = { readonly char: string } | "one" | "many";

const ARN_PARTS = 6;
const VARIABLE = /^\$\{([^}]*)\}/;
const STAND_INS = { one: "x", many: "example" } as const;
const ESCAPED = new Set(["*", "?", "$"]);

export function pattern(tokens: readonly Token[], example?: string): Pattern {
  return { key: tokens.map(tokenKey).join(""), tokens, example };
}

function tokenKey({ set, many }: Token): string {
  return `${set.negated ? "!" : ""}${set.chars}${many ? "*" : ""}\0`;
}

/** The characters of a text, one after the other. */
export function literal(text: string): Token[] {
  return text.split("").map((char) => ({ set: { chars: char, negated: false }, many: false }));
}

/** Any number of characters but these. */
export function anythingBut(chars: string): Token {
  return { set: { chars, negated: true }, many: true };
}

/** At least one character, none of these. */
export function somethingBut(chars: string): Token[] {
  return [{ set: { chars, negated: true }, many: false }, anythingBut(chars)];
}

/** At least one of these characters. */
export function someOf(chars: string): Token[] {
  const set = { chars, negated: false };
  return [
    { set, many: false },
    { set, many: true },
  ];
}

export const DIGITS = "0123456789";

export function digits(count: number): Token[] {
  return Array.from({ length: count }, () => ({
    set: { chars: DIGITS, negated: false },
    many: false,
  }));
}

/** Whether a text holds a policy variable that is replaced per request; escapes are not variables. */
export function variableIn(text: string): string | undefined {
  for (const [whole, name] of text.matchAll(/\$\{([^}]*)\}/g)) {
    if (!ESCAPED.has(name ?? "")) {
      return whole;
    }
  }
  return undefined;
}

/**
 * The tokens of a document's text. `escapes` tells whether `${*}`, `${?}` and `${$}` mean the character
 * itself (version 2012-10-17), and `beyond` names characters that no wildcard may cross.
 */
export function tokensOf(
  text: string,
  comparison: Comparison,
  escapes: boolean,
  beyond = "",
): Token[] {
  const pieces = piecesOf(text, hasWildcards(comparison), escapes);
  const anyCase = comparison === "exact-any-case";
  return comparison === "arn"
    ? arnTokens(pieces, beyond)
    : pieces.map((piece) => token(piece, anyCase, beyond));
}

function hasWildcards(comparison: Comparison): boolean {
  return comparison === "glob" || comparison === "arn";
}

function piecesOf(text: string, wildcards: boolean, escapes: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const escaped = escapes ? VARIABLE.exec(text.slice(at, at + 4)) : null;
    if (escaped && ESCAPED.has(escaped[1] ?? "")) {
      pieces.push({ char: escaped[1] ?? "" });
      at += escaped[0].length - 1;
    } else {
      pieces.push(wildcards ? wildcard(text.charAt(at)) : { char: text.charAt(at) });
    }
  }
  // Two stars match what one does.
  return pieces.filter((piece, index) => piece !== "many" || pieces[index - 1] !== "many");
}

function wildcard(char: string): Piece {
  const meaning: Readonly<Record<string, Piece>> = { "*": "many", "?": "one" };
  return meaning[char] ?? { char };
}

function token(piece: Piece, anyCase: boolean, beyond: string): Token {
  if (typeof piece === "string") {
    return { set: { chars: beyond, negated: true }, many: piece === "many" };
  }
  return {
    set: { chars: anyCase ? bothCases(piece.char) : piece.char, negated: false },
    many: false,
  };
}

function bothCases(char: string): string {
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  return lower === upper || lower.length !== 1 || upper.length !== 1 ? char : lower + upper;
}

/** A wildcard stays within its part of an ARN, save in the last part, which may itself hold colons. */
function arnTokens(pieces: readonly Piece[], beyond: string): Token[] {
  let part = 1;
  return pieces.map((piece) => {
    part += typeof piece !== "string" && piece.char === ":" ? 1 : 0;
    return token(piece, false, part < ARN_PARTS ? `:${beyond}` : beyond);
  });
}

/** Whether nothing is left out; two stars match what one does. */
export function isEverything(text: string): boolean {
  return /^\*+$/.test(text);
}

/** Whether a text has all six parts of an ARN. */
export function isWholeArn(text: string): boolean {
  return text.startsWith("arn:") && text.split(":").length >= ARN_PARTS;
}

/** Whether a wildcard stands before the last part of an ARN, so that it matters where it stops. */
export function hasInnerWildcard(arn: string): boolean {
  return /[*?]/.test(
    arn
      .split(":")
      .slice(0, ARN_PARTS - 1)
      .join(":"),
  );
}

/** A text in which every wildcard stands for something. */
export function exampleOf(text: string, comparison: Comparison, escapes: boolean): string {
  return piecesOf(text, hasWildcards(comparison), escapes)
    .map((piece) => (typeof piece === "string" ? STAND_INS[piece] : piece.char))
    .join("");
}

const texts = new WeakMap<Pattern, { readonly text: string | undefined }>();

/** The only text that matches, where there is only one. */
export function textOf(pattern: Pattern): string | undefined {
  const known = texts.get(pattern) ?? { text: onlyText(pattern) };
  texts.set(pattern, known);
  return known.text;
}

function onlyText({ tokens }: Pattern): string | undefined {
  const isText = tokens.every(({ set, many }) => set.chars.length === 1 && !set.negated && !many);
  return isText ? tokens.map(({ set }) => set.chars).join("") : undefined;
}

/** Whether a value matches, by following all positions that the pattern can be at. */
export function matches({ tokens }: Pattern, value: string): boolean {
  let positions = closure(tokens, new Set([0]));
  for (const char of value.split("")) {
    positions = closure(tokens, step(tokens, positions, char));
  }
  return positions.has(tokens.length);
}

function step(tokens: readonly Token[], positions: ReadonlySet<number>, char: string): Set<number> {
  const next = new Set<number>();
  for (const position of positions) {
    const token = tokens[position];
    if (token && accepts(token.set, char)) {
      next.add(token.many ? position : position + 1);
    }
  }
  return next;
}

/** Adds the positions that are reached without a character: past a token that may occur no time. */
function closure(tokens: readonly Token[], positions: Set<number>): Set<number> {
  for (const position of positions) {
    if (tokens[position]?.many) {
      positions.add(position + 1);
    }
  }
  return positions;
}

export function accepts(set: CharacterSet, char: string): boolean {
  return (set.chars === char || set.chars.includes(char)) !== set.negated;
}
