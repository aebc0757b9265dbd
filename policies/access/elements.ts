// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the elements that statements and parts of questions are made of. What AWS would not accept, and what is
 * unknown, is noted and becomes a doubt; the rest is read all the same.
 *
 * Grammar: "Grammar of the IAM JSON policy language" and the pages of the elements, IAM User Guide.
 */

import { type Doubt, isUnknown } from "./doubts";
import { Malformed, type Notes } from "./malformed";
import { isOperatorName } from "./operators";
import { readPrincipalName } from "./principal-names";
import type { Choice, Condition, Principal, PrincipalType, RequestPart } from "./statements";

const PRINCIPAL_TYPES = new Set(["AWS", "Service", "Federated", "CanonicalUser"]);
/** A service and a name in it; `*` by itself is all of them. */
const ACTION = /^(\*+|[^:]+:[^:]+)$/;

export type Members = Readonly<Record<string, unknown>>;

/** Where elements stand. */
export interface Place {
  /** Begins what is said of a wrong one: "has a statement 1". */
  readonly at: string;
  /** Ends what is said of an unknown one: "statement 1 of the bucket policy". */
  readonly of: string;
}

/** Reads the elements that a request has to be like. */
export function readElements(
  members: Members,
  place: Place,
  notes: Notes,
): Omit<RequestPart, "label" | "hasVariables"> {
  const principals = choice(members, "Principal", place, notes, principalsOf);
  const actions = choice(members, "Action", place, notes, actionsOf);
  const resources = choice(members, "Resource", place, notes, textsOf);
  const { conditions, doubts } = conditionsOf(members.Condition, place, notes);
  return {
    ...(principals && { principals: withDoubtfulPrincipals(principals) }),
    ...(actions && { actions }),
    ...(resources && { resources }),
    conditions,
    ...(doubts.length > 0 && { doubts }),
  };
}

/** What a list says, and what may be anything. */
interface ReadList<Item> {
  readonly items: readonly Item[];
  readonly doubts: readonly Doubt[];
}

type ReadItems<Item> = (value: unknown, at: string, of: string, notes: Notes) => ReadList<Item>;

function choice<Item>(
  members: Members,
  element: string,
  { at, of }: Place,
  notes: Notes,
  read: ReadItems<Item>,
): Choice<Item> | undefined {
  const [is, isNot] = [members[element], members[`Not${element}`]];
  if (is !== undefined && isNot !== undefined) {
    const doubt = notes.refuse(`${at} with both ${element} and Not${element}`);
    return { negated: false, items: [], doubts: [doubt] };
  }
  if (is === undefined && isNot === undefined) {
    return undefined;
  }
  const negated = isNot !== undefined;
  const name = negated ? `Not${element}` : element;
  const { items, doubts } = attempt(notes, () =>
    read(
      negated ? isNot : is,
      `${at} with ${article(name)} ${name}`,
      `the ${name} of ${of}`,
      notes,
    ),
  );
  if (items.length + doubts.length === 0) {
    return { negated, items, doubts: [notes.refuse(`${at} with an empty ${name}`)] };
  }
  return { negated, items, ...(doubts.length > 0 && { doubts }) };
}

/** A list that cannot be read is one doubt. */
function attempt<Item>(notes: Notes, read: () => ReadList<Item>): ReadList<Item> {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) {
      return { items: [], doubts: [notes.refuse(error.message)] };
    }
    throw error;
  }
}

/** Whoever looks at principals one by one meets the doubtful ones as well. */
function withDoubtfulPrincipals({
  negated,
  items,
  doubts = [],
}: Choice<Principal>): Choice<Principal> {
  const doubtful = doubts.map((doubt): Principal => ({ type: "AWS", value: "*", doubt }));
  return { negated, items: [...items, ...doubtful] };
}

function principalsOf(value: unknown, at: string, of: string, notes: Notes): ReadList<Principal> {
  if (isUnknown(value)) {
    return { items: [], doubts: [notes.unknown(of)] };
  }
  if (value === "*") {
    return { items: [{ type: "AWS", value }], doubts: [] };
  }
  const lists = Object.entries(object(value, `${at} that is`)).map(([type, values]) => {
    if (!PRINCIPAL_TYPES.has(type)) {
      throw new Malformed(`${at} of the type ${shown(type)}`);
    }
    const { items, doubts } = textsOf(values, at, of, notes);
    const names = items.map((each) => ({ type: type as PrincipalType, value: each }));
    const wrong = names.filter((name) => !isPrincipal(name));
    const refused = wrong.map((name) =>
      notes.refuse(`${at} that is ${shown(name.value)}, which is no ${KINDS[name.type]}`),
    );
    const right = names.filter((name) => !wrong.includes(name));
    return { items: right, doubts: [...doubts, ...refused] };
  });
  return {
    items: lists.flatMap(({ items }) => items),
    doubts: lists.flatMap(({ doubts }) => doubts),
  };
}

const KINDS: Readonly<Record<PrincipalType, string>> = {
  AWS: "account, user, role or session",
  Service: "service's name",
  Federated: "identity provider's name",
  CanonicalUser: "canonical user id",
};

/** "You cannot use a wildcard to match part of a principal name or ARN." */
function isPrincipal({ type, value }: Principal): boolean {
  return type === "AWS" ? readPrincipalName(value).names !== "no principal" : !/[*?]/.test(value);
}

function conditionsOf(
  value: unknown,
  { at, of }: Place,
  notes: Notes,
): { readonly conditions: readonly Condition[]; readonly doubts: readonly Doubt[] } {
  if (value === undefined) {
    return { conditions: [], doubts: [] };
  }
  if (isUnknown(value)) {
    return { conditions: [], doubts: [notes.unknown(`the Condition of ${of}`)] };
  }
  const read: ReadList<Condition> = attempt(notes, () => {
    const lists = Object.entries(object(value, `${at} with a Condition that is`)).map(
      ([operator, keys]) => keysOf(operator, keys, { at, of }, notes),
    );
    return {
      items: lists.flatMap(({ items }) => items),
      doubts: lists.flatMap(({ doubts }) => doubts),
    };
  });
  return { conditions: read.items, doubts: read.doubts };
}

function keysOf(
  operator: string,
  keys: unknown,
  { at, of }: Place,
  notes: Notes,
): ReadList<Condition> {
  if (isUnknown(keys)) {
    return { items: [], doubts: [notes.unknown(`the keys of ${operator} in ${of}`)] };
  }
  const entries = Object.entries(object(keys, `${at} with the operator ${operator} that is`));
  if (!isOperatorName(operator)) {
    const doubt = notes.refuse(
      `${at} with the operator ${shown(operator)}, which IAM does not have`,
    );
    return { items: [], doubts: [doubt] };
  }
  const attributes = entries.map(([key]) => key.toLowerCase());
  const repeated = entries.find(([key], at) => attributes.indexOf(key.toLowerCase()) < at);
  const doubts =
    repeated === undefined
      ? []
      : [notes.refuse(`${at} with the key ${shown(repeated[0])} twice in ${operator}`)];
  const items = entries.map(([key, values]) =>
    conditionOf(operator, key, values, { at, of }, notes),
  );
  return { items, doubts };
}

function conditionOf(
  operator: string,
  key: string,
  values: unknown,
  { at, of }: Place,
  notes: Notes,
): Condition {
  const texts: string[] = [];
  const doubts: Doubt[] = [];
  for (const each of Array.isArray(values) ? values : [values]) {
    if (isUnknown(each)) {
      doubts.push(notes.unknown(`the value of ${key} in ${of}`));
    } else if (typeof each === "number" && Math.abs(each) > Number.MAX_SAFE_INTEGER) {
      doubts.push(notes.unclear(`${operator} of ${key} with a number that was rounded`));
    } else if (["string", "number", "boolean"].includes(typeof each)) {
      // AWS reads numbers and booleans in conditions like their texts.
      texts.push(String(each));
    } else {
      doubts.push(notes.refuse(`${at} where ${key} is compared with ${shown(each)}`));
    }
  }
  return { operator, key, values: texts, ...(doubts.length > 0 && { doubts }) };
}

function textsOf(value: unknown, at: string, of: string, notes: Notes): ReadList<string> {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter((each) => !isUnknown(each));
  const doubts = values.filter(isUnknown).map(() => notes.unknown(of));
  return { items: stringsOf(texts, at), doubts };
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

function actionsOf(value: unknown, at: string, of: string, notes: Notes): ReadList<string> {
  const { items, doubts } = textsOf(value, at, of, notes);
  const wrong = items.filter((action) => !ACTION.test(action));
  const refused = wrong.map((action) =>
    notes.refuse(`${at} that is ${shown(action)}, which is no service, colon and name`),
  );
  return { items: items.filter((action) => ACTION.test(action)), doubts: [...doubts, ...refused] };
}

/** The first element that nobody knows. */
export function stranger(allowed: ReadonlySet<string>, members: Members): string | undefined {
  return Object.keys(members).find((name) => !allowed.has(name));
}

export function object(value: unknown, at: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Malformed(`${at} ${shown(value)}, not an object`);
  }
  return value as Members;
}

const SHOWN_CHARACTERS = 60;

export function shown(value: unknown): string {
  const text =
    value === undefined ? "nothing" : isUnknown(value) ? "unknown" : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? "an" : "a";
}
