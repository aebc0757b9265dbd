// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What can be seen of a document at a glance, so that the long question is only asked where there is
 * one. What is not seen here is not denied: the question decides.
 */

import type { Document } from "../access";
import { readDocument } from "../access/documents";
import type { Choice, Condition, Principal, Statement } from "../access/statements";

/** Whether everything that a document allows is for callers that it names, one by one. */
export function namesEveryCaller(document: Document): boolean {
  return isClosed(document, ({ principals }) =>
    Boolean(principals && !principals.negated && principals.items.every(isOne)),
  );
}

/** Whether everything that a document allows is through an endpoint or network that it names. */
export function namesEveryNetwork(document: Document): boolean {
  return isClosed(document, ({ conditions }) =>
    conditions.some(
      ({ operator, key, values }) =>
        operator === "StringEquals" &&
        /^aws:SourceVpce?$/i.test(key) &&
        values.every((value) => /^vpce?-[0-9a-z]+$/.test(value)),
    ),
  );
}

/** Whether a statement denies plain HTTP to everybody for a bucket and all that is in it, in the words that AWS teaches. */
export function deniesPlainHttp(document: Document, bucketArn: string): boolean {
  const { statements, problems } = readDocument(document);
  return (
    problems.length === 0 &&
    statements.some(
      ({ effect, principals, actions, resources, conditions }) =>
        effect === "Deny" &&
        lists(principals && valuesOf(principals), "*") &&
        (lists(actions, "s3:*") || lists(actions, "*")) &&
        lists(resources, bucketArn) &&
        lists(resources, `${bucketArn}/*`) &&
        conditions.every(isPlainHttp),
    )
  );
}

function isPlainHttp({ operator, key, values }: Condition): boolean {
  return (
    operator === "Bool" &&
    /^aws:SecureTransport$/i.test(key) &&
    values.length === 1 &&
    values[0] === "false"
  );
}

function valuesOf({ negated, items }: Choice<Principal>): Choice<string> {
  return { negated, items: items.filter(({ type }) => type === "AWS").map(({ value }) => value) };
}

function lists(choice: Choice<string> | undefined, item: string): boolean {
  return choice?.negated === false && choice.items.includes(item);
}

/** Identity providers sign in many. */
function isOne({ type, value }: Principal): boolean {
  return type === "Service" || (type === "AWS" && !/[*?]/.test(value));
}

function isClosed(document: Document, holds: (statement: Statement) => boolean): boolean {
  const { statements, problems } = readDocument(document);
  return problems.length === 0 && statements.every((one) => one.effect === "Deny" || holds(one));
}
