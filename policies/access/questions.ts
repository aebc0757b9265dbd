// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The questions that rules, reports and proofs ask, each answered "none" when all is well. What several
 * documents decide together (a resource's policy and an endpoint's, an identity's and its boundary) is
 * asked of groups: each group must allow.
 */

import type { Part, Question } from "./decide";
import { type Condition, type Policy, readPolicy } from "./documents";
import { attributeOf } from "./keys";
import { operatorOf } from "./operators";
import { coversFamily, parseBlock, type Range } from "./points";

export type Groups = readonly (readonly Policy[])[];

/**
 * Keys that narrow a statement for everyone to somebody. `aws:PrincipalArn` and `aws:PrincipalAccount`
 * narrow as well, but follow from the caller, who is a stranger already.
 */
const NARROWING = [
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
];
const ADDRESSES = ["aws:sourceip", "aws:vpcsourceip"];
const ACCOUNT = /\d{12}/g;
const WILDCARD = /[*?]/;
const FIXED_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/;
const FIXED_ORGANISATION = /^o-[a-z0-9]+\/[^?]*$/;

/** Granted to strangers: anonymous callers, and accounts that no document names. */
export function isPublic(grantedBy: Groups, part: Part = {}): Question {
  const conditions = grantedBy.flat().flatMap(conditionsOf);
  const accounts = [...new Set(grantedBy.flat().flatMap(accountsIn))];
  return {
    grantedBy,
    callers: "accounts and anonymous",
    where: [part],
    whereNot: [
      { Condition: { StringEquals: { "aws:PrincipalAccount": accounts } } },
      ...NARROWING.flatMap((key) => namedIn(key, conditions)),
      ...ADDRESSES.flatMap((key) => namedBlocks(key, conditions)),
    ],
  };
}

/** Granted to anyone but these principals. */
export function isGrantedToOthers(
  grantedBy: Groups,
  principals: readonly string[],
  part: Part = {},
): Question {
  return { grantedBy, where: [part], whereNot: [{ Principal: { AWS: principals } }] };
}

/**
 * Not denied to others, who may hold an Allow of their own when they are of the same account. Services
 * are not meant: they hold no policies.
 */
export function isLeftToOthers(
  notDeniedBy: readonly Policy[],
  principals: readonly string[],
  part: Part = {},
): Question {
  return {
    notDeniedBy,
    callers: "accounts and anonymous",
    where: [part],
    whereNot: [{ Principal: { AWS: principals } }],
  };
}

/** Not denied although the request comes through another endpoint, or through none. */
export function escapesEndpoint(
  notDeniedBy: readonly Policy[],
  endpoints: readonly string[],
  part: Part = {},
): Question {
  return {
    notDeniedBy,
    where: [part],
    whereNot: [{ Condition: { StringEquals: { "aws:SourceVpce": endpoints } } }],
  };
}

/** Not denied although it comes over plain HTTP. */
export function acceptsPlainHttp(
  notDeniedBy: readonly Policy[],
  part: Part,
  pairs: readonly Part[] = [],
): Question {
  return {
    notDeniedBy,
    where: [part, { Condition: { Bool: { "aws:SecureTransport": "false" } } }],
    pairs,
  };
}

const ENCRYPTION_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const ENCRYPTION = "s3:x-amz-server-side-encryption";

/** A put that names another key, or another algorithm, and is not denied. */
export function acceptsWrongKey(
  notDeniedBy: readonly Policy[],
  objects: readonly string[],
  keys: readonly string[],
): readonly Question[] {
  const put: Part = { Action: "s3:PutObject", Resource: objects };
  return [
    {
      notDeniedBy,
      where: [put, { Condition: { Null: { [ENCRYPTION_KEY]: "false" } } }],
      whereNot: [{ Condition: { StringEquals: { [ENCRYPTION_KEY]: keys } } }],
    },
    {
      notDeniedBy,
      where: [put, { Condition: { Null: { [ENCRYPTION]: "false" } } }],
      whereNot: [{ Condition: { StringEquals: { [ENCRYPTION]: "aws:kms" } } }],
    },
  ];
}

/** A put without any encryption header that is not denied: here "found" is what is wanted. */
export function acceptsPutWithoutHeaders(
  notDeniedBy: readonly Policy[],
  objects: readonly string[],
): Question {
  return {
    notDeniedBy,
    where: [
      {
        Action: "s3:PutObject",
        Resource: objects,
        Condition: {
          Null: { [ENCRYPTION_KEY]: "true", [ENCRYPTION]: "true" },
          Bool: { "aws:SecureTransport": "true" },
        },
      },
    ],
  };
}

/** Granted before and no longer, or, with the two exchanged, granted only now. */
export function isGrantedOnlyBy(
  grantedBy: Groups,
  notGrantedBy: Groups,
  part: Part = {},
): Question {
  return { grantedBy, notGrantedBy, where: [part] };
}

function conditionsOf(policy: Policy): readonly Condition[] {
  const reading = readPolicy(policy);
  return "problem" in reading ? [] : reading.statements.flatMap(({ conditions }) => conditions);
}

/** Accounts of the callers that a document names, not those that happen to be in its resources. */
function accountsIn(policy: Policy): readonly string[] {
  const reading = readPolicy(policy);
  const statements = "problem" in reading ? [] : reading.statements;
  const texts = statements.flatMap(({ principal, conditions }) => [
    ...(principal && principal.values !== "*" ? Object.values(principal.values).flat() : []),
    ...conditions
      .filter(({ key }) => CALLER_KEYS.includes(attributeOf(key)))
      .flatMap(({ values }) => values),
  ]);
  return texts.flatMap((text) => text.match(ACCOUNT) ?? []);
}

const CALLER_KEYS = ["aws:principalarn", "aws:principalaccount"];

/** What a key may not be: a value that documents name, and that nobody else can have. */
function namedIn(key: string, conditions: readonly Condition[]): readonly Part[] {
  return conditions
    .filter((condition) => attributeOf(condition.key) === key)
    .flatMap(({ operator, values }) => {
      const named = values.filter(isSomebodys);
      const comparison = operatorOf(operator)?.comparison === "arn" ? "ArnLike" : "StringLike";
      const set = operatorOf(operator)?.quantifier ? "ForAnyValue:" : "";
      return named.length > 0 ? [{ Condition: { [set + comparison]: { [key]: named } } }] : [];
    });
}

function isSomebodys(text: string): boolean {
  return !WILDCARD.test(text) || FIXED_ACCOUNT.test(text) || FIXED_ORGANISATION.test(text);
}

/** Blocks of addresses narrow, unless together they leave nobody out. */
function namedBlocks(key: string, conditions: readonly Condition[]): readonly Part[] {
  const texts = conditions
    .filter((condition) => attributeOf(condition.key) === key)
    .flatMap(({ values }) => values);
  const blocks = texts.map(parseBlock).filter((block): block is Range => block !== undefined);
  const narrows = blocks.length > 0 && blocks.length === texts.length && !coversFamily(blocks);
  return narrows ? [{ Condition: { IpAddress: { [key]: texts } } }] : [];
}
