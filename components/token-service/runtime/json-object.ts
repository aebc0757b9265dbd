// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The members of a JSON object by name, in the order of the text. */
export type JsonObject = ReadonlyMap<string, unknown>;

/** The text is not one JSON object. The message never quotes the text. */
export class JsonSyntaxError extends Error {
  public override readonly name = "JsonSyntaxError";
}

/** A name occurs twice in the object, at any depth. */
export class DuplicateMemberError extends Error {
  public override readonly name = "DuplicateMemberError";

  public constructor(public readonly member: string) {
    super("A member occurs twice.");
  }
}

/** Tokens of a text that is known to be JSON, without numbers and literals. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Reads one JSON object and refuses duplicate names. `JSON.parse` drops them silently, and two readers of
 * one body must not see two different requests.
 */
export function parseJsonObject(text: string): JsonObject {
  const value = parsed(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new JsonSyntaxError("The text is not a JSON object.");
  }
  refuseDuplicates(text);
  return new Map(Object.entries(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The original message quotes the text.
    throw new JsonSyntaxError("The text is not JSON.");
  }
}

/** Reads the tokens of a valid text. A string before a colon is a name in the innermost object. */
function refuseDuplicates(text: string): void {
  const open: Set<string>[] = [];
  let last = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === "{" || token === "[") {
      open.push(new Set());
    } else if (token === "}" || token === "]") {
      open.pop();
    } else if (token === ":") {
      addName(open.at(-1), JSON.parse(last));
    }
    last = token;
  }
}

function addName(names: Set<string> | undefined, name: string): void {
  if (names?.has(name)) {
    throw new DuplicateMemberError(name);
  }
  names?.add(name);
}
