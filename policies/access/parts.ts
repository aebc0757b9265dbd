// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the parts of a question, which are written like statements. A part that is misspelt would say
 * less than its author meant, and what is left out of `whereNot` proves what is not so: none is decided.
 */

import { Malformed, type Members, object, only, readElements, stringsOf } from "./elements";
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
export function readLikes(name: "where" | "whereNot", likes: unknown): ReadParts {
  return readList(name, likes, (members, at) => {
    only(ELEMENTS, members, `${at} with`, "no question has");
    const callers = callersOf(members.Callers, `${at} with Callers`);
    const part = { ...readElements(members, at), ...(callers && { callers }) };
    const { conditions, ...others } = part;
    if (Object.keys(others).length + conditions.length === 0) {
      throw new Malformed(`${at} that says nothing`);
    }
    return part;
  });
}

/** Reads the actions that exist, and on which resources. */
export function readPairs(pairs: unknown): ReadParts {
  return readList("among", pairs, (members, at) => {
    only(PAIRS, members, `${at} with`, "no question has");
    const { actions, resources } = members;
    const part = readElements({ Action: actions, Resource: resources }, at);
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

function readList(
  name: string,
  list: unknown,
  read: (members: Members, at: string) => Omit<RequestPart, "label" | "hasVariables">,
): ReadParts {
  try {
    if (!Array.isArray(list)) {
      throw new Malformed(`has in "${name}" no list`);
    }
    const parts = list.map((each, index) => {
      const at = `has in "${name}" a part ${index + 1}`;
      return {
        ...read(object(each, `${at} that is`), at),
        label: `${index + 1}`,
        hasVariables: true,
      };
    });
    return { parts, problems: [] };
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
