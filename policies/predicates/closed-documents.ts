// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Quick checks that a policy document is closed, so that the decision procedure runs only where needed.
 * False means only that the quick check did not succeed; the decision procedure decides.
 */

import type { Document } from "../access";
import { readDocument } from "../access/documents";
import type { Choice, Condition, Principal, Statement } from "../access/statements";

/** Whether a document allows nothing except to principals that it names one by one. */
export function namesEveryCaller(document: Document): boolean {
  return isClosed(document, ({ principals }) =>
    Boolean(principals && !principals.negated && principals.items.every(isOne)),
  );
}

/** Whether a document allows nothing except through an endpoint or a VPC that it names. */
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

/** Whether a statement denies plain HTTP to everyone for a bucket and its objects, as AWS documents it. */
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

/** One principal: an identity provider stands for many callers. */
function isOne({ type, value }: Principal): boolean {
  return type === "Service" || (type === "AWS" && !/[*?]/.test(value));
}

function isClosed(document: Document, holds: (statement: Statement) => boolean): boolean {
  const { statements, problems } = readDocument(document);
  return problems.length === 0 && statements.every((one) => one.effect === "Deny" || holds(one));
}
