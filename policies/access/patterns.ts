// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Patterns over the characters of a value. A pattern is a row of tokens, each a set of characters that
 * occurs once or any number of times: enough for IAM's globs, for ARNs part by part, and for the shapes
 * that values have (an account is twelve digits).
 */

import { arnPartOf, type Comparison, isCharacter, isVariable, type Piece, piecesOf } from "./texts";

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

const LAST_ARN_PART = 6;

export function pattern(tokens: readonly Token[], example?: string): Pattern {
  return { key: tokens.map(tokenKey).join(""), tokens, example };
}

function tokenKey({ set, many }: Token): string {
  // The length says where the characters end, whatever they are.
  return `${set.negated ? "!" : "="}${many ? "*" : "."}${set.chars.length}:${set.chars}`;
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

/** The tokens of a document's text; any number of characters stands for a variable. */
export function tokensOf(
  text: string,
  comparison: Comparison,
  escapes: boolean,
  beyond = "",
): Token[] {
  return tokensOfPieces(piecesOf(text, comparison, escapes), comparison, beyond);
}

/** `beyond` names characters that no wildcard may cross. */
export function tokensOfPieces(
  pieces: readonly Piece[],
  comparison: Comparison,
  beyond = "",
): Token[] {
  const anyCase = comparison === "exact-any-case";
  return comparison === "arn"
    ? arnTokens(pieces, beyond)
    : pieces.map((piece) => token(piece, anyCase, beyond));
}

function token(piece: Piece, anyCase: boolean, beyond: string): Token {
  if (isCharacter(piece)) {
    const chars = anyCase ? bothCases(piece.char) : piece.char;
    return { set: { chars, negated: false }, many: false };
  }
  return { set: { chars: beyond, negated: true }, many: piece !== "one" };
}

function bothCases(char: string): string {
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  return lower === upper || lower.length !== 1 || upper.length !== 1 ? char : lower + upper;
}

/**
 * A wildcard stays within its part of an ARN, save in the last part, which may itself hold colons. The value of
 * a variable may hold colons too, so after one nobody knows which part is which.
 */
function arnTokens(pieces: readonly Piece[], beyond: string): Token[] {
  const parts = arnPartOf(pieces);
  const first = pieces.findIndex(isVariable);
  return pieces.map((piece, at) => {
    const isInner = (parts[at] ?? 0) < LAST_ARN_PART && (first < 0 || at < first);
    return token(piece, false, isInner ? `:${beyond}` : beyond);
  });
}

/** A text in which every wildcard and every variable stands for something. */
export function exampleOf(text: string, comparison: Comparison, escapes: boolean): string {
  return exampleOfPieces(piecesOf(text, comparison, escapes));
}

export function exampleOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (isCharacter(piece) ? piece.char : piece === "one" ? "x" : "example"))
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
  const start = commonStart(tokens, value);
  if (start === undefined) {
    return false;
  }
  let positions = closure(tokens, new Set([start]));
  for (const char of value.slice(start).split("")) {
    positions = closure(tokens, step(tokens, positions, char));
  }
  return positions.has(tokens.length);
}

/** How many single characters of the pattern the value begins with; undefined where it begins otherwise. */
function commonStart(tokens: readonly Token[], value: string): number | undefined {
  let at = 0;
  for (const { set, many } of tokens) {
    if (many || at === value.length) {
      return at;
    }
    if (!accepts(set, value.charAt(at))) {
      return undefined;
    }
    at += 1;
  }
  return at;
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
