// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the parts of a question, which are written like statements. A part that is misspelt would say
 * less than its author meant, and what is left out of `whereNot` proves what is not so: none is decided.
 */

import { type Members, object, readElements, shown, stranger, stringsOf } from "./elements";
import { Malformed, Notes } from "./malformed";
import { plainOf, type Size } from "./plain";
import type { CallerKind, RequestPart } from "./statements";

const ELEMENTS = new Set([
  "Callers",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);
const CALLERS: readonly CallerKind[] = [
  "anonymous",
  "root",
  "user",
  "role",
  "federated-user",
  "service",
  "identity",
];
const PAIRS = new Set(["actions", "resources"]);
const WILDCARD = /[*?]/;

/** Parts of a question, or what is wrong with them, in sentences. */
export interface ReadParts {
  readonly parts: readonly RequestPart[];
  readonly problems: readonly string[];
}

/** Reads the requests that a question is about: what `where` or `whereNot` says. */
export function readLikes(name: "where" | "whereNot", likes: unknown, size?: Size): ReadParts {
  return readList(name, likes, size, (members, at, notes) => {
    refuseStrangers(ELEMENTS, members, at);
    const callers = callersOf(members.Callers, `${at} with Callers`);
    const part = {
      ...readElements(members, { at, of: "the question" }, notes),
      ...(callers && { callers }),
    };
    const { conditions, doubts = [], ...others } = part;
    if (Object.keys(others).length + conditions.length + doubts.length === 0) {
      throw new Malformed(`${at} that says nothing`);
    }
    return part;
  });
}

/** Reads the actions that exist, and on which resources. */
export function readPairs(pairs: unknown, size?: Size): ReadParts {
  return readList("among", pairs, size, (members, at, notes) => {
    refuseStrangers(PAIRS, members, at);
    const { actions, resources } = members;
    const elements = { Action: actions, Resource: resources };
    const part = readElements(elements, { at, of: "the question" }, notes);
    const wildcard = part.actions?.items.find((action) => WILDCARD.test(action));
    if (part.actions === undefined || part.resources === undefined) {
      throw new Malformed(`${at} without actions or without resources`);
    }
    if (wildcard !== undefined) {
      throw new Malformed(`${at} with the action "${wildcard}", which names more than one`);
    }
    return part;
  });
}

function refuseStrangers(allowed: ReadonlySet<string>, members: Members, at: string): void {
  const name = stranger(allowed, members);
  if (name !== undefined) {
    throw new Malformed(`${at} with an element ${shown(name)}, which no question has`);
  }
}

type ReadPart = (
  members: Members,
  at: string,
  notes: Notes,
) => Omit<RequestPart, "label" | "hasVariables">;

function readList(
  name: string,
  given: unknown,
  size: Size = { left: Number.POSITIVE_INFINITY },
  read: ReadPart,
): ReadParts {
  const notes = new Notes("The question", name);
  try {
    const list = plainOf(given, size);
    if (!Array.isArray(list)) {
      throw new Malformed(`has in "${name}" no list`);
    }
    const parts = list.map((each, index) => {
      const at = `has in "${name}" a part ${index + 1}`;
      const part = read(object(each, `${at} that is`), at, notes);
      return { ...part, label: `${index + 1}`, hasVariables: true };
    });
    return notes.hasUnknown
      ? { parts: [], problems: [`The question has in "${name}" a value that is unknown.`] }
      : { parts: notes.problems.length > 0 ? [] : parts, problems: notes.problems };
  } catch (error) {
    if (error instanceof Malformed) {
      return { parts: [], problems: [`The question ${error.message}.`] };
    }
    throw error;
  }
}

function callersOf(value: unknown, at: string): readonly CallerKind[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  const kinds = stringsOf(value, at);
  const stranger = kinds.find((kind) => !CALLERS.some((known) => known === kind));
  if (stranger !== undefined || kinds.length === 0) {
    throw new Malformed(`${at} that must be of ${CALLERS.join(", ")}, got "${stranger ?? ""}"`);
  }
  return kinds as readonly CallerKind[];
}
