// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads a policy document. What AWS would refuse is refused here with a sentence, because a guess about
 * it would be a guess about who has access. Source: IAM User Guide, "Grammar of the IAM JSON policy
 * language".
 */

import type { PrincipalElement } from "./principals";

/** What a document is attached to decides which elements it must have. */
export type PolicyKind = "identity" | "boundary" | "resource" | "trust" | "key" | "endpoint";

export interface Policy {
  /** As it appears in sentences: `the bucket policy`. */
  readonly name: string;
  readonly kind: PolicyKind;
  /** A document, or its text. */
  readonly document: unknown;
}

/** What is listed, or all but what is listed. */
export interface Listed<T> {
  readonly negated: boolean;
  readonly values: T;
}

export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The parts of a statement that say which requests it is about. */
export interface RequestPart {
  readonly name: string;
  readonly principal?: Listed<PrincipalElement>;
  readonly action?: Listed<readonly string[]>;
  readonly resource?: Listed<readonly string[]>;
  readonly conditions: readonly Condition[];
  /** Whether `${…}` in a text is a variable. */
  readonly variables: boolean;
}

export interface Statement extends RequestPart {
  readonly effect: "Allow" | "Deny";
}

export type Reading = { readonly statements: readonly Statement[] } | { readonly problem: string };

const LONGEST_DOCUMENT = 131_072;
const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"];
const PART_ELEMENTS = [
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
];
const STATEMENT_ELEMENTS = ["Sid", "Effect", ...PART_ELEMENTS, "Condition"];
const VERSIONS = ["2012-10-17", "2008-10-17"];
/** Policies of an identity name no principal: it is the identity. */
export const WITHOUT_PRINCIPAL: readonly PolicyKind[] = ["identity", "boundary"];
/** An action of a service, or every action. */
const ACTION = /^(?:\*|[^:]+:[^:]+)$/;
const SHOWN_CHARACTERS = 60;

class Malformed extends Error {}

type Fields = Readonly<Record<string, unknown>>;

export function readPolicy(policy: Policy): Reading {
  try {
    return { statements: statementsOf(policy, parsed(policy)) };
  } catch (error) {
    if (error instanceof Malformed) {
      return { problem: `${policy.name} cannot be read: ${error.message}` };
    }
    throw error;
  }
}

/** Reads the part of a question that is written like a statement. */
export function readPart(value: unknown, name: string): RequestPart | { readonly problem: string } {
  try {
    const fields = fieldsOf(value, name);
    onlyElements(fields, [...PART_ELEMENTS, "Condition"], name);
    return partOf(fields, name, name, true);
  } catch (error) {
    if (error instanceof Malformed) {
      return { problem: `${name} cannot be read: ${error.message}` };
    }
    throw error;
  }
}

function parsed({ document }: Policy): Fields {
  const text = typeof document === "string" ? document : printed(document);
  check(text.length <= LONGEST_DOCUMENT, `it is longer than ${LONGEST_DOCUMENT} characters.`);
  return fieldsOf(parse(text), "the document");
}

/** Documents are judged as the JSON that is sent to AWS. */
function printed(document: unknown): string {
  try {
    return JSON.stringify(document) ?? "";
  } catch {
    throw new Malformed("it cannot be written as JSON.");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed("it is not JSON.");
  }
}

function statementsOf(policy: Policy, document: Fields): Statement[] {
  onlyElements(document, DOCUMENT_ELEMENTS, "the document");
  const version = document.Version ?? "2008-10-17";
  check(
    VERSIONS.includes(String(version)),
    `"Version" must be one of ${VERSIONS.join(", ")}, got ${shown(version)}.`,
  );
  const statements = document.Statement;
  check(statements !== undefined, '"Statement" is missing.');
  const list = Array.isArray(statements) ? statements : [statements];
  return list.map((each, index) => statementOf(policy, each, index, version === "2012-10-17"));
}

function statementOf(policy: Policy, value: unknown, index: number, variables: boolean): Statement {
  const place = `statement ${index + 1}`;
  const fields = fieldsOf(value, place);
  onlyElements(fields, STATEMENT_ELEMENTS, place);
  const { Sid: sid, Effect: effect } = fields;
  check(
    effect === "Allow" || effect === "Deny",
    `"Effect" of ${place} must be Allow or Deny, got ${shown(effect)}.`,
  );
  const label = typeof sid === "string" && sid !== "" ? `"${sid}"` : index + 1;
  const part = partOf(fields, `statement ${label} of ${policy.name}`, place, variables);
  check(part.action !== undefined, `${place} has neither "Action" nor "NotAction".`);
  check(
    part.resource !== undefined || policy.kind === "trust",
    `${place} has neither "Resource" nor "NotResource".`,
  );
  checkPrincipal(part, policy, place);
  return { ...part, effect };
}

function checkPrincipal({ principal }: RequestPart, { kind }: Policy, place: string): void {
  const without = WITHOUT_PRINCIPAL.includes(kind);
  check(!without || principal === undefined, `${place} must not have "Principal".`);
  check(without || principal !== undefined, `${place} has neither "Principal" nor "NotPrincipal".`);
}

function partOf(fields: Fields, name: string, place: string, variables: boolean): RequestPart {
  const principal = listed(fields, "Principal", place, principalOf);
  const action = listed(fields, "Action", place, actionsOf);
  const resource = listed(fields, "Resource", place, textsOf);
  return {
    name,
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    conditions: conditionsOf(fields.Condition, place),
    variables,
  };
}

/** An element or its `Not` twin, never both. */
function listed<T>(
  fields: Fields,
  element: string,
  place: string,
  read: (value: unknown, where: string) => T,
): Listed<T> | undefined {
  const [plain, twin] = [fields[element], fields[`Not${element}`]];
  check(
    plain === undefined || twin === undefined,
    `${place} has both "${element}" and "Not${element}".`,
  );
  const value = plain ?? twin;
  const negated = plain === undefined;
  return value === undefined
    ? undefined
    : { negated, values: read(value, `"${negated ? "Not" : ""}${element}" of ${place}`) };
}

function textsOf(value: unknown, where: string): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  check(list.length > 0, `${where} is empty.`);
  return list.map((each) => {
    check(typeof each === "string" && each !== "", `${where} must be a text, got ${shown(each)}.`);
    return each;
  });
}

function actionsOf(value: unknown, where: string): readonly string[] {
  const actions = textsOf(value, where);
  const wrong = actions.find((action) => !ACTION.test(action));
  check(wrong === undefined, `${where} must be service:action, got ${shown(wrong)}.`);
  return actions;
}

function principalOf(value: unknown, where: string): PrincipalElement {
  if (typeof value === "string") {
    check(value === "*", `${where} must be "*" or an object, got ${shown(value)}.`);
    return "*";
  }
  const kinds = Object.entries(fieldsOf(value, where));
  check(kinds.length > 0, `${where} is empty.`);
  return Object.fromEntries(kinds.map(([kind, ids]) => [kind, textsOf(ids, where)]));
}

function conditionsOf(value: unknown, place: string): readonly Condition[] {
  if (value === undefined) {
    return [];
  }
  const where = `"Condition" of ${place}`;
  return Object.entries(fieldsOf(value, where)).flatMap(([operator, keys]) =>
    Object.entries(fieldsOf(keys, `"${operator}" in ${where}`)).map(([key, values]) => ({
      operator,
      key,
      values: valuesOf(values, `"${key}" in ${where}`),
    })),
  );
}

/** Numbers and booleans may stand where their texts could. */
function valuesOf(value: unknown, where: string): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => {
    check(
      ["string", "number", "boolean"].includes(typeof each),
      `${where} must be a text, a number or a boolean, got ${shown(each)}.`,
    );
    return String(each);
  });
}

function fieldsOf(value: unknown, where: string): Fields {
  check(isFields(value), `${where} must be an object, got ${shown(value)}.`);
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function onlyElements(fields: Fields, allowed: readonly string[], place: string): void {
  const stranger = Object.keys(fields).find((name) => !allowed.includes(name));
  check(
    stranger === undefined,
    `${place} has an element ${shown(stranger)}, which is none of ${allowed.join(", ")}.`,
  );
}

function check(condition: boolean, message: string): asserts condition {
  if (!condition) {
    throw new Malformed(message);
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
