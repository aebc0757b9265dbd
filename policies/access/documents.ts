// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads policy documents. What AWS would not accept is a problem, in a sentence, and what it says may be anything; the
 * statements beside it are read all the same. A part that is unknown until the update may be anything, too.
 *
 * Grammar: "Grammar of the IAM JSON policy language" and the pages of the elements, IAM User Guide.
 */

import { type Doubt, isUnknown } from "./doubts";
import { type Members, object, readElements, shown, stranger } from "./elements";
import { Malformed, Notes } from "./malformed";
import { parsed, plainOf, type Size } from "./plain";
import type { Choice, Statement } from "./statements";

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
  /**
   * Its text, or the object that the text stands for, in which `unknownValue` may stand for anything. Several are
   * read as one: a role's policies.
   */
  readonly content: unknown;
  /** ARN of the API, for `execute-api:/…`, which API Gateway completes with it. */
  readonly resourceArn?: string;
}

/** A document that was read. */
export interface ReadDocument {
  readonly document: Document;
  readonly statements: readonly Statement[];
  /** What AWS will refuse, in sentences. */
  readonly problems: readonly string[];
}

/** No policy that AWS accepts comes near; what is longer is no policy and not worth the time. */
export const maximumCharacters = 1_048_576;
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
const KINDS = new Set(["identity", "resource", "trust", "endpoint"]);
const API_SHORTHAND = /^execute-api:\/*/;

/** Doubts of one content are the same whenever it is read, and never those of another. */
const ids = new WeakMap<object, number>();
let lastId = 0;

export function readDocument(
  given: Document,
  size: Size = { left: maximumCharacters },
): ReadDocument {
  const document = asDocument(given);
  const { name, kind, content } = document;
  const notes = new Notes(`The ${name}`, `${name} ${idOf(content)}`);
  if (!KINDS.has(kind)) {
    notes.refuse(`is of a kind that there is not: ${shown(String(kind))}`);
  }
  const contents = Array.isArray(content) ? content : [content];
  const statements = contents.flatMap((each) => readContent(document, each, notes, size));
  return { document, statements, problems: notes.problems };
}

/** What somebody hands in without a compiler may be no document at all. */
function asDocument(given: unknown): Document {
  try {
    const { name, kind, content, resourceArn } = given as Document;
    return {
      name: typeof name === "string" ? name : "document",
      kind,
      content,
      ...(typeof resourceArn === "string" && { resourceArn }),
    };
  } catch {
    return { name: "document", kind: "resource", content: undefined };
  }
}

function idOf(content: unknown): string {
  if (typeof content !== "object" || content === null) {
    lastId += 1;
    return `${lastId}`;
  }
  const known = ids.get(content);
  if (known === undefined) {
    lastId += 1;
    ids.set(content, lastId);
  }
  return `#${known ?? lastId}`;
}

function readContent(document: Document, content: unknown, notes: Notes, size: Size): Statement[] {
  if (isUnknown(content)) {
    return anything("1", notes.unknown(`the ${document.name}`));
  }
  try {
    const data = typeof content === "string" ? parsed(content, size) : plainOf(content, size);
    return statementsOf(document, object(data, "is"), notes);
  } catch (error) {
    if (error instanceof Malformed) {
      return anything("1", notes.refuse(error.message));
    }
    throw error;
  }
}

/** What may be any statement, and allow or deny anything. */
function anything(label: string, doubt: Doubt): Statement[] {
  return (["Allow", "Deny"] as const).map((effect) => ({
    label,
    hasVariables: false,
    effect,
    conditions: [],
    doubts: [{ ...doubt, key: `${doubt.key} ${effect}` }],
  }));
}

function statementsOf(document: Document, members: Members, notes: Notes): Statement[] {
  const unknownElement = stranger(TOP_ELEMENTS, members);
  const doubts: Doubt[] = [];
  if (unknownElement !== undefined) {
    doubts.push(notes.refuse(`has an element ${shown(unknownElement)}, which IAM does not know`));
  }
  const { Version = "2008-10-17", Statement: given } = members;
  if (isUnknown(Version)) {
    doubts.push(notes.unknown(`the Version of the ${document.name}`));
  } else if (Version !== "2012-10-17" && Version !== "2008-10-17") {
    doubts.push(notes.refuse(`has the Version ${shown(Version)}, which is neither of IAM's`));
  }
  if (given === undefined) {
    return anything("1", notes.refuse("has no Statement"));
  }
  const statements = Array.isArray(given) ? given : [given];
  const hasVariables = Version !== "2008-10-17";
  return statements
    .flatMap((statement, index) => readStatement(document, statement, index, hasVariables, notes))
    .map((statement) => (doubts.length > 0 ? withDoubts(statement, doubts) : statement));
}

/** What is wrong with a document leaves nobody sure of any of its statements. */
function withDoubts(statement: Statement, doubts: readonly Doubt[]): Statement {
  return { ...statement, doubts: [...(statement.doubts ?? []), ...doubts] };
}

function readStatement(
  document: Document,
  statement: unknown,
  index: number,
  hasVariables: boolean,
  notes: Notes,
): Statement[] {
  if (isUnknown(statement)) {
    return anything(
      `${index + 1}`,
      notes.unknown(`statement ${index + 1} of the ${document.name}`),
    );
  }
  try {
    const members = object(statement, `has a statement ${index + 1} that is`);
    return statementOf(document, members, index, hasVariables, notes);
  } catch (error) {
    if (error instanceof Malformed) {
      return anything(`${index + 1}`, notes.refuse(error.message));
    }
    throw error;
  }
}

function statementOf(
  { kind, name, resourceArn }: Document,
  members: Members,
  index: number,
  hasVariables: boolean,
  notes: Notes,
): Statement[] {
  const { Sid, Effect } = members;
  const label = typeof Sid === "string" && Sid !== "" ? `"${Sid}"` : `${index + 1}`;
  const at = `has a statement ${label}`;
  const part = readElements(members, { at, of: `statement ${label} of the ${name}` }, notes);
  const doubts = [...(part.doubts ?? [])];
  const unknownElement = stranger(STATEMENT_ELEMENTS, members);
  if (unknownElement !== undefined) {
    doubts.push(
      notes.refuse(`${at} with an element ${shown(unknownElement)}, which IAM does not know`),
    );
  }
  doubts.push(...misplaced(kind, part, label, notes));
  const resources = part.resources && completed(part.resources, resourceArn);
  const statement = {
    ...part,
    ...(resources && { resources }),
    ...(doubts.length > 0 && { doubts }),
    label,
    hasVariables,
  };
  if (Effect === "Allow" || Effect === "Deny") {
    return [{ ...statement, effect: Effect }];
  }
  const doubt = isUnknown(Effect)
    ? notes.unknown(`the Effect of statement ${label} of the ${name}`)
    : notes.refuse(`${at} with the Effect ${shown(Effect)}`);
  return anything(label, doubt).map(({ effect, doubts: own = [] }) => ({
    ...statement,
    effect,
    doubts: [...doubts, ...own],
  }));
}

/** Elements that a document of this kind must have, or must not have. */
function misplaced(
  kind: DocumentKind,
  part: Pick<Statement, "principals" | "actions" | "resources">,
  label: string,
  notes: Notes,
): Doubt[] {
  const { principals, actions, resources } = part;
  const missing = [
    ...(actions === undefined ? ["Action"] : []),
    ...(kind !== "identity" && principals === undefined ? ["Principal"] : []),
    ...(needsResource(kind, actions) && resources === undefined ? ["Resource"] : []),
  ].map((element) => `has a statement ${label} without ${element}`);
  const wrong = [
    ...(kind === "identity" && principals !== undefined ? ["a Principal"] : []),
    ...(kind === "trust" && resources !== undefined ? ["a Resource"] : []),
  ].map((element) => `has a statement ${label} with ${element}, which ${OF[kind]} has not`);
  return [...missing, ...wrong].map((problem) => notes.refuse(problem));
}

/** Policies of these services may leave out the resource that they are attached to. */
const OWN_RESOURCE = /^(ecr|ecr-public|elasticfilesystem):/i;

function needsResource(kind: DocumentKind, actions: Choice<string> | undefined): boolean {
  const isItsOwn =
    kind === "resource" && (actions?.items.every((action) => OWN_RESOURCE.test(action)) ?? false);
  return kind !== "trust" && !isItsOwn;
}

const OF: Readonly<Record<DocumentKind, string>> = {
  identity: "an identity's",
  resource: "a resource's",
  trust: "a trust policy's",
  endpoint: "an endpoint's",
};

/** API Gateway completes the short form with the ARN of the API that the policy is attached to. */
function completed(resources: Choice<string>, arn: string | undefined): Choice<string> {
  return arn === undefined
    ? resources
    : {
        ...resources,
        items: resources.items.map((item) => item.replace(API_SHORTHAND, () => `${arn}/`)),
      };
}
