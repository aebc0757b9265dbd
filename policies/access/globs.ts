// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether one text matches one pattern, in time that grows with their lengths and never faster. */

const ONE = Symbol("any one character");
const MANY = Symbol("any number of characters");
const ARN_PARTS = 6;

type Piece = string | typeof ONE | typeof MANY;

export function globMatches(text: string, value: string, hasEscapes: boolean): boolean {
  return piecesMatch(pieces(text, hasEscapes), value);
}

/** Each part of an ARN by itself; the last one is all that is left. */
export function arnMatches(text: string, value: string, hasEscapes: boolean): boolean {
  const [wanted, given] = [arnParts(text), arnParts(value)];
  return (
    given.length === ARN_PARTS &&
    wanted.length === ARN_PARTS &&
    wanted.every((part, index) => globMatches(part, given[index] ?? "", hasEscapes))
  );
}

/** What a text without wildcards stands for: `${*}` is the star itself. */
export function unescaped(text: string, hasEscapes: boolean): string {
  return hasEscapes ? text.replaceAll(/\$\{([*?$])\}/g, "$1") : text;
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(":")];
}

function pieces(text: string, hasEscapes: boolean): Piece[] {
  const parts = text.match(hasEscapes ? /\$\{[*?$]\}|[\s\S]/g : /[\s\S]/g) ?? [];
  return parts.map((part) => {
    if (part.length > 1) {
      return part.charAt(2);
    }
    return part === "*" ? MANY : part === "?" ? ONE : part;
  });
}

/** Goes back to the last star only: an earlier one never needs to take more. */
function piecesMatch(wanted: readonly Piece[], value: string): boolean {
  let [at, position] = [0, 0];
  let [star, resume] = [-1, 0];
  while (position < value.length) {
    const piece = wanted[at];
    if (piece === MANY) {
      star = at;
      resume = position;
      at += 1;
    } else if (piece === ONE || piece === value.charAt(position)) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      position = resume;
    } else {
      return false;
    }
  }
  return wanted.slice(at).every((piece) => piece === MANY);
}
