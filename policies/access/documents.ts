// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads policy documents. What AWS would not accept is a problem, in a sentence; a document with a
 * problem is never decided, because nobody knows what AWS would make of it.
 *
 * Grammar: "Grammar of the IAM JSON policy language" and the pages of the elements, IAM User Guide.
 */

import type {
  Choice,
  Condition,
  Principal,
  PrincipalType,
  RequestPart,
  Statement,
} from "./statements";

/**
 * What a document is attached to. An identity's (or a boundary, or a session's) names no principal; a
 * resource's, a key's and an endpoint's does; a trust policy names no resource.
 */
export type DocumentKind = "identity" | "resource" | "trust" | "endpoint";

/** A policy document to ask about. */
export interface Document {
  /** How answers call it: "bucket policy". */
  readonly name: string;
  readonly kind: DocumentKind;
  /** Its text, or the object that the text stands for. Several are read as one: a role's policies. */
  readonly content: unknown;
  /** ARN of the API, for `execute-api:/…`, which API Gateway completes with it. */
  readonly resourceArn?: string;
}

/** A document that was read. */
export interface ReadDocument {
  readonly document: Document;
  readonly statements: readonly Statement[];
  readonly problems: readonly string[];
}

/** No policy that AWS accepts comes near; what is longer is no policy and not worth the time. */
const MAXIMUM_CHARACTERS = 131_072;
const TOP_ELEMENTS = new Set(["Version", "Id", "Statement"]);
const STATEMENT_ELEMENTS = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);
const PRINCIPAL_TYPES = new Set(["AWS", "Service", "Federated", "CanonicalUser"]);
const API_SHORTHAND = /^execute-api:\/*/;

type Members = Readonly<Record<string, unknown>>;

/** Thrown while reading and never past this file. */
class Malformed extends RangeError {}

export function readDocument(document: Document): ReadDocument {
  try {
    const contents = Array.isArray(document.content) ? document.content : [document.content];
    const statements = contents.flatMap((content) => statementsOf(document, membersOf(content)));
    return { document, statements, problems: [] };
  } catch (error) {
    if (error instanceof Malformed) {
      return { document, statements: [], problems: [`The ${document.name} ${error.message}.`] };
    }
    throw error;
  }
}

/** Reads a part of a question, which is written like a statement. */
export function readPart(label: string, part: Members): RequestPart {
  return requestPart(label, part, { hasVariables: true });
}

function membersOf(content: unknown): Members {
  const text = textOf(content);
  if (text.length > MAXIMUM_CHARACTERS) {
    throw new Malformed(
      `has ${text.length} characters, more than any policy that AWS accepts (${MAXIMUM_CHARACTERS} are read)`,
    );
  }
  return object(typeof content === "string" ? parse(text) : content, "is");
}

function textOf(content: unknown): string {
  if (typeof content === "string") {
    return content;
  }
  try {
    return JSON.stringify(content) ?? "";
  } catch {
    throw new Malformed("cannot be written as JSON");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the document, and what is nested too deeply ends here as well.
    throw new Malformed("is not JSON");
  }
}

function statementsOf(document: Document, members: Members): Statement[] {
  only(TOP_ELEMENTS, members, "has");
  const { Version = "2008-10-17", Statement: given } = members;
  if (Version !== "2012-10-17" && Version !== "2008-10-17") {
    throw new Malformed(`has the Version ${shown(Version)}, which is neither of IAM's`);
  }
  if (given === undefined) {
    throw new Malformed("has no Statement");
  }
  const statements = Array.isArray(given) ? given : [given];
  return statements.map((statement, index) =>
    statementOf(document, object(statement, `has a statement ${index + 1} that is`), index, {
      hasVariables: Version === "2012-10-17",
    }),
  );
}

function statementOf(
  { kind, resourceArn }: Document,
  members: Members,
  index: number,
  { hasVariables }: { readonly hasVariables: boolean },
): Statement {
  const { Sid, Effect } = members;
  const label = typeof Sid === "string" && Sid !== "" ? `"${Sid}"` : `${index + 1}`;
  only(STATEMENT_ELEMENTS, members, `has a statement ${label} with`);
  if (Effect !== "Allow" && Effect !== "Deny") {
    throw new Malformed(`has a statement ${label} with the Effect ${shown(Effect)}`);
  }
  const part = requestPart(label, members, { hasVariables, resourceArn });
  require(part.actions !== undefined, label, "Action");
  require(kind === "identity" || part.principals !== undefined, label, "Principal");
  require(kind !== "identity" || part.resources !== undefined, label, "Resource");
  if (kind === "identity" && part.principals !== undefined) {
    throw new Malformed(`has a statement ${label} with a Principal, which an identity's has not`);
  }
  return { ...part, effect: Effect };
}

function require(present: boolean, label: string, element: string): void {
  if (!present) {
    throw new Malformed(`has a statement ${label} without ${element}`);
  }
}

function requestPart(
  label: string,
  members: Members,
  { hasVariables, resourceArn }: { readonly hasVariables: boolean; readonly resourceArn?: string },
): RequestPart {
  const at = `has a statement ${label}`;
  const principals = choice(members, "Principal", at, principalsOf);
  const actions = choice(members, "Action", at, stringsOf);
  const resources = choice(members, "Resource", at, stringsOf);
  return {
    label,
    hasVariables,
    ...(members.Callers !== undefined && { callers: members.Callers as RequestPart["callers"] }),
    ...(principals && { principals }),
    ...(actions && { actions }),
    ...(resources && { resources: completed(resources, resourceArn) }),
    conditions: conditionsOf(members.Condition, at),
  };
}

/** API Gateway completes the short form with the ARN of the API that the policy is attached to. */
function completed(resources: Choice<string>, arn: string | undefined): Choice<string> {
  return arn === undefined
    ? resources
    : {
        ...resources,
        items: resources.items.map((item) => item.replace(API_SHORTHAND, `${arn}/`)),
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

function stringsOf(value: unknown, at: string): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  for (const each of values) {
    if (typeof each !== "string") {
      throw new Malformed(`${at} that is ${shown(each)}`);
    }
  }
  return values as string[];
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

function only(allowed: ReadonlySet<string>, members: Members, at: string): void {
  const stranger = Object.keys(members).find((name) => !allowed.has(name));
  if (stranger !== undefined) {
    throw new Malformed(`${at} an element ${shown(stranger)}, which IAM does not know`);
  }
}

function object(value: unknown, at: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Malformed(`${at} ${shown(value)}, not an object`);
  }
  return value as Members;
}

const SHOWN_CHARACTERS = 60;

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? "an" : "a";
}
