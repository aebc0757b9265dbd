// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads policy documents. What AWS would not accept is a problem, in a sentence; a document with a
 * problem is never decided, because nobody knows what AWS would make of it.
 *
 * Grammar: "Grammar of the IAM JSON policy language" and the pages of the elements, IAM User Guide.
 */

import { Malformed, type Members, object, only, readElements, shown } from "./elements";
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
const API_SHORTHAND = /^execute-api:\/*/;

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
  const part = readElements(members, `has a statement ${label}`);
  demand(part.actions !== undefined, label, "Action");
  demand(kind === "identity" || part.principals !== undefined, label, "Principal");
  demand(!needsResource(kind, part) || part.resources !== undefined, label, "Resource");
  refuse(kind === "identity" && part.principals !== undefined, label, "a Principal", kind);
  refuse(kind === "trust" && part.resources !== undefined, label, "a Resource", kind);
  const resources = part.resources && completed(part.resources, resourceArn);
  return { ...part, ...(resources && { resources }), label, hasVariables, effect: Effect };
}

/** A role is the resource of its trust policy, and a repository of Amazon ECR may be that of its own. */
function needsResource(kind: DocumentKind, { actions }: Pick<Statement, "actions">): boolean {
  const isOfRepository = actions?.items.every((action) => /^ecr(-public)?:/i.test(action)) ?? false;
  return kind !== "trust" && !(kind === "resource" && isOfRepository);
}

function refuse(present: boolean, label: string, element: string, kind: DocumentKind): void {
  if (present) {
    throw new Malformed(`has a statement ${label} with ${element}, which ${OF[kind]} has not`);
  }
}

const OF: Readonly<Record<DocumentKind, string>> = {
  identity: "an identity's",
  resource: "a resource's",
  trust: "a trust policy's",
  endpoint: "an endpoint's",
};

function demand(present: boolean, label: string, element: string): void {
  if (!present) {
    throw new Malformed(`has a statement ${label} without ${element}`);
  }
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
