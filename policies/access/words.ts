// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A request that was found, as a sentence. */

import type { Caller } from "./callers";
import type { ReadDocument } from "./documents";
import { attributeOf, factsOf } from "./keys";
import type { Request } from "./requests";
import type { CallerKind } from "./statements";

/** The documents of a question, by the part that they play. */
interface Roles {
  readonly grantedBy: readonly ReadDocument[];
  readonly notDeniedBy: readonly ReadDocument[];
  readonly notGrantedBy: readonly ReadDocument[];
}

/** What was found. */
interface Finding {
  readonly request: Request;
  /** Condition keys that a reader needs to hear of; one without a value is one that must be absent. */
  readonly spoken: readonly Circumstance[];
  readonly decidedBy: readonly Verdict[];
}

interface Circumstance {
  readonly key: string;
  readonly values: readonly string[];
}

interface Named extends Circumstance {
  readonly name: string;
}

interface Verdict {
  readonly document: string;
  readonly allowing: readonly string[];
  readonly denying: readonly string[];
}

/** "an anonymous caller does s3:GetObject on … over plain HTTP: allowed by statement "PublicRead" …" */
export function inWords(roles: Roles, { request, spoken, decidedBy }: Finding): string {
  const who = isOfIdentitiesOnly(roles) ? "whoever holds it" : callerInWords(request);
  const what = `${who} does ${actionInWords(request)} on ${resourceInWords(request)}`;
  const said = circumstances(
    spoken.map((each) => ({
      ...each,
      name: factsOf(each.key)?.name ?? asWritten(each.key, roles),
    })),
  );
  return `${[what, ...said].join(" ")}: ${verdict(roles, decidedBy)}`;
}

const unknownUntilUpdate = "unknown until the update";

function actionInWords({ action }: Request): string {
  return action === unknownUntilUpdate ? `an action that is ${action}` : action;
}

function resourceInWords({ resource }: Request): string {
  return resource === unknownUntilUpdate ? `a resource that is ${resource}` : resource;
}

/** A condition key as a document writes it. */
function asWritten(key: string, { grantedBy, notDeniedBy, notGrantedBy }: Roles): string {
  const conditions = [...grantedBy, ...notDeniedBy, ...notGrantedBy].flatMap(({ statements }) =>
    statements.flatMap((statement) => statement.conditions),
  );
  return conditions.find((condition) => attributeOf(condition.key) === key)?.key ?? key;
}

/** A policy of an identity says nothing of who that is. */
function isOfIdentitiesOnly({ grantedBy, notDeniedBy, notGrantedBy }: Roles): boolean {
  return [...grantedBy, ...notDeniedBy, ...notGrantedBy].every(
    ({ document }) => document.kind === "identity",
  );
}

function callerInWords({ caller, canonicalUser }: Request): string {
  const words: Readonly<Record<CallerKind, (caller: Caller) => string>> = {
    anonymous: () => "an anonymous caller",
    root: ({ name }) => `the root user of account ${name.split(":")[4]}`,
    user: ({ name }) => `the user ${name}`,
    role: ({ name }) => `the role ${name}`,
    "federated-user": ({ name }) => `the federated user ${name}`,
    service: ({ name }) => `the AWS service ${name}`,
    identity: ({ name }) => `somebody whom ${name} signed in`,
  };
  const canonical = canonicalUser === undefined ? "" : ` of canonical user ${canonicalUser}`;
  return words[caller.kind](caller) + canonical;
}

/** Each preposition once: "over plain HTTP with s3:prefix "a" and s3:delimiter "/" without aws:SourceVpce". */
function circumstances(spoken: readonly Named[]): string[] {
  const phrases = spoken.flatMap(({ key, values: [value] }) =>
    value === undefined ? [] : (PHRASES[key]?.(value) ?? []),
  );
  const others = spoken.filter(({ key, values }) => values.length === 0 || !PHRASES[key]);
  const present = others.filter(({ values }) => values.length > 0).map(withValues);
  const absent = others.filter(({ values }) => values.length === 0).map(({ name }) => name);
  return [
    ...phrases,
    ...(present.length > 0 ? [`with ${listed(present)}`] : []),
    ...(absent.length > 0 ? [`without ${listed(absent)}`] : []),
  ];
}

function withValues({ key, name, values }: Named): string {
  return isIdentifier(key)
    ? `${name} ${values.map((each) => `"${each}"`).join(" and ")}`
    : `a certain ${name}`;
}

/** What identifies somebody or something, and is no secret of those who know it. */
const IDENTIFIERS = new RegExp(
  `^(${[
    "aws:(principal|calledvia)(account|arn|first|last|mcp|servicename|servicenameslist|type)?",
    "aws:tagkeys",
    "kms:(viaservice|calleraccount|grantoperations)",
    "s3:(prefix|delimiter|x-amz-acl|objectownership|locationconstraint)",
    "(s3|sns|sqs|lambda|secretsmanager):(resourceaccount|dataaccesspointaccount|sourcearn)",
    "(?!sts:|aws:).+:(aud|azp|oaud|sub|amr)",
  ].join("|")})$`,
);

/**
 * People keep secrets in conditions: a header that a network of theirs adds, an external id. Messages
 * are kept in logs, so of a key that is not known for identifiers they never say the value.
 */
function isIdentifier(key: string): boolean {
  return factsOf(key) !== undefined || IDENTIFIERS.test(key);
}

function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(" and ");
}

/** Of keys with one value. TLS is usual, and needs no words. */
const PHRASES: Readonly<Record<string, (value: string) => string>> = {
  "aws:securetransport": () => "over plain HTTP",
  "aws:sourcevpce": (value) => `through the endpoint ${value}`,
  "aws:sourcevpc": (value) => `from the network ${value}`,
  "aws:sourceip": (value) => `from the address ${value}`,
  "aws:currenttime": (value) => `at ${value}`,
};

function verdict({ grantedBy, notDeniedBy }: Roles, verdicts: readonly Verdict[]): string {
  const granting = verdicts.slice(0, grantedBy.length);
  const silent = verdicts.slice(grantedBy.length, grantedBy.length + notDeniedBy.length);
  const refusing = verdicts.slice(grantedBy.length + notDeniedBy.length);
  const byNone = granting.length > 0 ? ["denied by none"] : [];
  const names = (of: readonly Verdict[]) => listed(of.map(({ document }) => `the ${document}`));
  const indifferent = refusing.filter(({ denying }) => denying.length === 0);
  return [
    ...granting.map(
      ({ document, allowing }) => `allowed by ${statements(allowing)} of the ${document}`,
    ),
    ...byNone,
    ...(silent.length > 0 ? [`not denied by ${names(silent)}`] : []),
    ...(indifferent.length > 0 ? [`not allowed by ${names(indifferent)}`] : []),
    ...refusing
      .filter(({ denying }) => denying.length > 0)
      .map(({ document, denying }) => `denied by ${statements(denying)} of the ${document}`),
  ].join(", ");
}

function statements(labels: readonly string[]): string {
  return `${labels.length === 1 ? "statement" : "statements"} ${listed(labels)}`;
}
