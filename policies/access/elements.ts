// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the elements that statements and parts of questions are made of. What AWS would not accept is
 * thrown as the end of a sentence, and caught by whoever knows its beginning.
 *
 * Grammar: "Grammar of the IAM JSON policy language" and the pages of the elements, IAM User Guide.
 */

import type { Choice, Condition, Principal, PrincipalType, RequestPart } from "./statements";

const PRINCIPAL_TYPES = new Set(["AWS", "Service", "Federated", "CanonicalUser"]);
/** A service and a name in it; `*` by itself is all of them. */
const ACTION = /^(\*+|[^:]+:[^:]+)$/;

export type Members = Readonly<Record<string, unknown>>;

/** What is wrong, as the end of a sentence about a document or a question. */
export class Malformed extends RangeError {}

/** Reads the elements that a request has to be like; `at` begins what is said of a wrong one. */
export function readElements(
  members: Members,
  at: string,
): Omit<RequestPart, "label" | "hasVariables"> {
  const principals = choice(members, "Principal", at, principalsOf);
  const actions = choice(members, "Action", at, actionsOf);
  const resources = choice(members, "Resource", at, stringsOf);
  return {
    ...(principals && { principals }),
    ...(actions && { actions }),
    ...(resources && { resources }),
    conditions: conditionsOf(members.Condition, at),
  };
}

function choice<Item>(
  members: Members,
  element: string,
  at: string,
  read: (value: unknown, at: string) => readonly Item[],
): Choice<Item> | undefined {
  const [is, isNot] = [members[element], members[`Not${element}`]];
  if (is !== undefined && isNot !== undefined) {
    throw new Malformed(`${at} with both ${element} and Not${element}`);
  }
  if (is === undefined && isNot === undefined) {
    return undefined;
  }
  const negated = isNot !== undefined;
  const name = negated ? `Not${element}` : element;
  const items = read(negated ? isNot : is, `${at} with ${article(name)} ${name}`);
  if (items.length === 0) {
    throw new Malformed(`${at} with an empty ${name}`);
  }
  return { negated, items };
}

function principalsOf(value: unknown, at: string): readonly Principal[] {
  if (value === "*") {
    return [{ type: "AWS", value }];
  }
  const entries = Object.entries(object(value, `${at} that is`));
  return entries.flatMap(([type, values]) => {
    if (!PRINCIPAL_TYPES.has(type)) {
      throw new Malformed(`${at} of the type ${shown(type)}`);
    }
    return stringsOf(values, at).map((each) => ({ type: type as PrincipalType, value: each }));
  });
}

function conditionsOf(value: unknown, at: string): readonly Condition[] {
  if (value === undefined) {
    return [];
  }
  return Object.entries(object(value, `${at} with a Condition that is`)).flatMap(
    ([operator, keys]) =>
      Object.entries(object(keys, `${at} with the operator ${operator} that is`)).map(
        ([key, values]) => ({ operator, key, values: scalarsOf(values, `${at} where ${key} is`) }),
      ),
  );
}

export function stringsOf(value: unknown, at: string): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  for (const each of values) {
    if (typeof each !== "string") {
      throw new Malformed(`${at} that is ${shown(each)}`);
    }
  }
  return values as string[];
}

function actionsOf(value: unknown, at: string): readonly string[] {
  const actions = stringsOf(value, at);
  const wrong = actions.find((action) => !ACTION.test(action));
  if (wrong !== undefined) {
    throw new Malformed(`${at} that is ${shown(wrong)}, which is no service, colon and name`);
  }
  return actions;
}

/** AWS reads numbers and booleans in conditions like their texts. */
function scalarsOf(value: unknown, at: string): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map((each) => {
    if (!["string", "number", "boolean"].includes(typeof each)) {
      throw new Malformed(`${at} compared with ${shown(each)}`);
    }
    return String(each);
  });
}

export function only(
  allowed: ReadonlySet<string>,
  members: Members,
  at: string,
  who = "IAM does not know",
): void {
  const stranger = Object.keys(members).find((name) => !allowed.has(name));
  if (stranger !== undefined) {
    throw new Malformed(`${at} an element ${shown(stranger)}, which ${who}`);
  }
}

export function object(value: unknown, at: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Malformed(`${at} ${shown(value)}, not an object`);
  }
  return value as Members;
}

const SHOWN_CHARACTERS = 60;

export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? "an" : "a";
}
