// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What documents name, of what tells callers apart: accounts, organizations, networks, sources, addresses. A
 * request that has none of it is a stranger's. A wildcard names nobody, unless what it leaves open
 * lies within something that is named: `arn:aws:sns:*:111122223333:*` is an account's.
 */

import { type Document, readDocument } from "./documents";
import { attributeOf } from "./keys";
import { operatorOf } from "./operators";
import { coversFamily, parseBlock } from "./points";
import type { RequestLike } from "./question";
import type { Condition, Principal, Statement } from "./statements";

/** Texts that name somebody when they are whole. */
const WHOLE_NAMES = [
  "aws:PrincipalOrgID",
  "aws:SourceAccount",
  "aws:SourceOrgID",
  "aws:SourceOwner",
  "aws:SourceVpc",
  "aws:SourceVpce",
  "aws:userid",
  "aws:VpceAccount",
  "aws:VpceOrgID",
];
/** What an access point's bucket policy delegates to; an access point's own policy narrows nothing by it. */
const accessPointAccount = "s3:DataAccessPointAccount";
const accessPointArn = "s3:DataAccessPointArn";
/** Paths that begin with the id of an organization, which is unique as paths are not. */
const ORGANIZATION_PATHS = ["aws:PrincipalOrgPaths", "aws:SourceOrgPaths", "aws:VpceOrgPaths"];
/** ARNs that name somebody when they are whole or of an account. */
const SOURCE_ARNS = ["aws:SourceArn", "aws:SourceVpcArn"];
const ACCOUNTS_OF_CALLERS = ["aws:PrincipalAccount", "kms:CallerAccount"];

const ACCOUNT = /^\d{12}$/;
const WILDCARD = /[*?]/;

/** One condition value, with how it is compared. */
interface Named {
  readonly value: string;
  readonly isWhole: boolean;
}

/** Kinds of requests that are not a stranger's, because a document names where they come from. */
export function namedSources(documents: readonly Document[]): RequestLike[] {
  const statements = statementsOf(documents);
  const of = (keys: readonly string[]) =>
    keys.map((key) => ({ key, named: valuesOf(statements, key) }));
  return [
    ...of(WHOLE_NAMES).flatMap(({ key, named }) => likes("StringEquals", key, whole(named))),
    ...of(ORGANIZATION_PATHS).flatMap(({ key, named }) =>
      likes("ForAnyValue:StringLike", key, named.flatMap(organization)),
    ),
    ...of(SOURCE_ARNS).flatMap(({ key, named }) => likes("ArnLike", key, named.flatMap(source))),
    ...ofAccessPoints(statements.filter((statement) => !isOfAccessPoint(statement))),
    ...likes("IpAddress", "aws:SourceIp", blocks(statements)),
  ];
}

/** Requests through access points of an account that a bucket's policy names. */
function ofAccessPoints(statements: readonly Statement[]): RequestLike[] {
  const arns = valuesOf(statements, accessPointArn).flatMap(({ value }) => accountOf(value));
  return [
    ...likes("StringEquals", accessPointAccount, whole(valuesOf(statements, accessPointAccount))),
    ...likes(
      "ArnLike",
      accessPointArn,
      arns.map((account) => `arn:*:s3:*:${account}:accesspoint/*`),
    ),
    ...likes(
      "StringLike",
      accessPointArn,
      arns.map((account) => `arn:*:s3:*:${account}:accesspoint/*`),
    ),
  ];
}

function isOfAccessPoint({ resources }: Statement): boolean {
  return (
    resources?.items.some((item) => /^arn:[^:]*:s3:[^:]*:[^:]*:accesspoint\//.test(item)) ?? false
  );
}

/** Kinds of requests whose callers a document names. */
export function namedCallers(documents: readonly Document[]): RequestLike[] {
  const statements = statementsOf(documents);
  const principals = statements.flatMap((statement) => statement.principals?.items ?? []);
  const accounts = [
    ...principalsOf(principals, "AWS").flatMap(accountOf),
    ...valuesOf(statements, "aws:PrincipalArn").flatMap(({ value }) => accountOf(value)),
    ...ACCOUNTS_OF_CALLERS.flatMap((key) => whole(valuesOf(statements, key))),
  ].filter((account) => ACCOUNT.test(account));
  // A deleted principal's id and an identity of CloudFront have no account, and are named all the same.
  const aws = [...new Set([...accounts, ...principalsOf(principals, "AWS")])];
  const canonical = principalsOf(principals, "CanonicalUser");
  return [
    ...(aws.length > 0 ? [{ Principal: { AWS: aws } }] : []),
    ...(canonical.length > 0 ? [{ Principal: { CanonicalUser: canonical } }] : []),
  ];
}

/** Values that documents compare a key with. */
export function valuesOf(statements: readonly Statement[], key: string): Named[] {
  return conditionsOn(statements, key).flatMap(({ operator, values }) => {
    const comparison = operatorOf(operator)?.comparison ?? "exact";
    const hasWildcards = comparison === "glob" || comparison === "arn";
    return values.map((value) => ({ value, isWhole: !hasWildcards || !WILDCARD.test(value) }));
  });
}

export function statementsOf(documents: readonly Document[]): Statement[] {
  const list: readonly Document[] = Array.isArray(documents) ? documents : [];
  return list.flatMap((document) => readDocument(document).statements);
}

function conditionsOn(statements: readonly Statement[], key: string): Condition[] {
  return statements
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => attributeOf(condition.key) === attributeOf(key));
}

export function likes(operator: string, key: string, values: readonly string[]): RequestLike[] {
  return values.length === 0 ? [] : [{ Condition: { [operator]: { [key]: values } } }];
}

function principalsOf(principals: readonly Principal[], type: Principal["type"]): string[] {
  return principals
    .filter((principal) => principal.type === type && !WILDCARD.test(principal.value))
    .map(({ value }) => value);
}

export function whole(named: readonly Named[]): string[] {
  return named.filter(({ isWhole }) => isWhole).map(({ value }) => value);
}

/** The number of an account, or the account of an ARN. */
function accountOf(text: string): string[] {
  const account = text.split(":")[4] ?? text;
  return ACCOUNT.test(account) ? [account] : [];
}

function organization({ value }: Named): string[] {
  const [id = ""] = value.split("/");
  return WILDCARD.test(id) ? [] : [`${id}/*`];
}

function source({ value, isWhole }: Named): string[] {
  const [account] = accountOf(value);
  if (account !== undefined) {
    return [`arn:*:*:*:${account}:*`];
  }
  return isWhole ? [value] : [];
}

/**
 * Blocks that leave something out, of at most a /8 of IPv4 or a /32 of IPv6 ("The meaning of public", Amazon S3 User
 * Guide), or in a private range; those that a condition lists together count together.
 */
function blocks(statements: readonly Statement[]): string[] {
  return conditionsOn(statements, "aws:SourceIp").flatMap(({ values }) => {
    const ranges = values.flatMap((value) => parseBlock(value) ?? []);
    const isReadable = ranges.length === values.length;
    return isReadable && !coversFamily(ranges) ? values.filter(isNarrow) : [];
  });
}

const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].flatMap(
  (block) => parseBlock(block) ?? [],
);

function isNarrow(block: string): boolean {
  const bounds = parseBlock(block)?.bounds ?? [];
  const length = block.split("/")[1];
  const broadest = block.includes(":") ? 32 : 8;
  return (
    length === undefined ||
    Number(length) >= broadest ||
    privateBlocks.some((range) => bounds.every((bound) => range.holds(bound)))
  );
}
