// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Whatever somebody hands in as a document, as plain data: objects without prototypes, lists, texts, numbers,
 * booleans, null and the marker of an unknown value. Nothing of it can throw, hold itself or grow any more.
 */

import { unknownValue } from "./doubts";
import { Malformed } from "./malformed";

/** Characters that may still be read. */
export interface Size {
  left: number;
}

/** No policy is nested half as deep. */
const deepest = 24;
/** A list counts for more than its texts, so that a million empty ones are not small. */
const perValue = 8;
const tooLong = "is longer than all that is read of documents";

export function plainOf(value: unknown, size: Size): unknown {
  try {
    return copied(value, size, deepest);
  } catch (error) {
    if (error instanceof Malformed) {
      throw error;
    }
    // What a getter threw is somebody else's text, which may hold anything.
    throw new Malformed("cannot be read");
  }
}

/** A text of JSON as plain data. */
export function parsed(text: string, size: Size): unknown {
  spend(size, text.length);
  const exact = withExactNumbers(text);
  refuseRepeated(exact);
  return plainOf(fromJson(exact), { left: Number.POSITIVE_INFINITY });
}

function copied(value: unknown, size: Size, levels: number): unknown {
  spend(size, perValue + (typeof value === "string" ? value.length : 0));
  if (value === null || value === unknownValue || isScalar(value)) {
    return value;
  }
  if (typeof value !== "object") {
    throw new Malformed(
      value === undefined ? "is nothing, not an object" : `holds a ${typeof value}`,
    );
  }
  if (levels === 0) {
    throw new Malformed("holds itself, or is nested deeper than any policy");
  }
  if (Array.isArray(value)) {
    return listOf(value, size, levels - 1);
  }
  return "toJSON" in value && typeof value.toJSON === "function"
    ? copied(value.toJSON(), size, levels - 1)
    : objectOf(value, size, levels - 1);
}

function listOf(value: readonly unknown[], size: Size, levels: number): unknown[] {
  const list: unknown[] = [];
  for (let at = 0; at < value.length; at += 1) {
    list.push(copied(value[at] ?? null, size, levels));
  }
  return list;
}

function objectOf(value: object, size: Size, levels: number): Record<string, unknown> {
  const members: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) {
      spend(size, key.length);
      members[key] = copied(member, size, levels);
    }
  }
  return members;
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function spend(size: Size, characters: number): void {
  size.left -= characters;
  if (size.left < 0) {
    throw new Malformed(tooLong);
  }
}

/** Numbers that JavaScript would round become the texts that they are; in a condition, both mean the same. */
function withExactNumbers(text: string): string {
  return text.replaceAll(stringOrNumber, (token) =>
    token.length > exactDigits && !token.startsWith('"') ? `"${token}"` : token,
  );
}

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;
const exactDigits = 15;
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/gs;

/** An element that stands twice in one object means the one or the other, and nobody knows which. */
function refuseRepeated(text: string): void {
  const open: Set<string>[] = [];
  let last = "";
  for (const [found] of text.matchAll(token)) {
    if (found === "{" || found === "[") {
      open.push(new Set());
    } else if (found === "}" || found === "]") {
      open.pop();
    } else if (found === ":" && last.startsWith('"')) {
      note(open.at(-1), last);
    }
    if (open.length > deepest) {
      throw new Malformed("is nested deeper than any policy");
    }
    last = found;
  }
}

function note(keys: Set<string> | undefined, quoted: string): void {
  const key = String(fromJson(quoted));
  if (keys?.has(key)) {
    throw new Malformed(`has the element ${quoted.slice(0, 60)} twice in one object`);
  }
  keys?.add(key);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the document.
    throw new Malformed("is not JSON");
  }
}
