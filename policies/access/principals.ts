// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Whom the elements `Principal` and `NotPrincipal` name.
 * Sources: IAM User Guide, "AWS JSON policy elements: Principal" and "… NotPrincipal".
 */

import { CALLER, CANONICAL_USER } from "./attributes";
import {
  anySessionOf,
  exactly,
  federatedUsersOf,
  hasArn,
  isIdentity,
  isService,
  ofAccount,
  ofKinds,
  sessionsNamed,
} from "./callers";
import { all, any, doubtful, FALSE, type Formula, free, not, TRUE, textLeaf } from "./formula";
import { literal, type Pattern, pattern } from "./patterns";
import { type NamedKind, type PrincipalName, readPrincipalName } from "./principal-names";
import type { Choice, Principal, PrincipalType } from "./statements";

const WILDCARD = /[*?]/;

export function namedBy({ negated, items }: Choice<Principal>): Formula {
  return negated ? leftOutBy(items) : any(items.map(named));
}

function named({ type, value, doubt }: Principal): Formula {
  if (doubt !== undefined) {
    return doubtful(doubt);
  }
  const byType: Readonly<Record<PrincipalType, () => Formula>> = {
    AWS: () => namedByAws(value),
    Service: () => namedByName("service", value, isService),
    Federated: () => namedByName("identity", value, isIdentity),
    CanonicalUser: () => textLeaf(CANONICAL_USER, [pattern(literal(value), value)]),
  };
  return byType[type]();
}

function namedByName(kind: "service" | "identity", name: string, all: Formula): Formula {
  return WILDCARD.test(name) ? unclear(name, all) : textLeaf(CALLER, [exactly({ kind, name })]);
}

/** No wildcard stands for a part of a principal, and AWS refuses what is no principal. */
function unclear(value: string, among: Formula): Formula {
  const key = `principal ${value} ${JSON.stringify(among)}`;
  return all([among, doubtful({ kind: "refused", name: `the principal "${value}"`, key })]);
}

function namedByAws(value: string): Formula {
  const name = readPrincipalName(value);
  switch (name.names) {
    case "everybody":
      return TRUE;
    case "nobody":
      return FALSE;
    case "account":
      return textLeaf(CALLER, ofAccountNamed(name));
    case "principal":
      return namedByArn(value, name);
    case "no principal":
      return unclear(value, hasArn);
  }
}

/** Both spellings of an account stand for everybody in it. */
function ofAccountNamed({ account, partition }: Named<"account">): Pattern[] {
  const example = `arn:aws:iam::${account}:role/example\nsession`;
  return ofAccount(
    literal(account),
    partition === undefined ? undefined : literal(partition),
    example,
  );
}

type Named<Kind extends PrincipalName["names"]> = Extract<PrincipalName, { names: Kind }>;

function namedByArn(arn: string, { partition, account, kind, name }: Named<"principal">): Formula {
  const [role = "", session = ""] = name.split("/");
  switch (kind) {
    case "role":
      return textLeaf(CALLER, [anySessionOf(arn)]);
    case "assumed-role":
      return textLeaf(CALLER, sessionsNamed(partition, account, role, session));
    case "federated-user":
      return textLeaf(CALLER, [exactly({ kind, name: arn })]);
    case "user":
      return user(arn, partition, account);
  }
}

/** A federated user acts for the user who asked for the session, and its name does not say for whom. */
function user(arn: string, partition: string, account: string): Formula {
  const itself = textLeaf(CALLER, [exactly({ kind: "user", name: arn })]);
  const federated = textLeaf(CALLER, [federatedUsersOf(partition, account)]);
  return any([itself, all([federated, free(`whether a federated user acts for ${arn}`)])]);
}

/**
 * `NotPrincipal` leaves out a caller for certain when each of its names is in the list (the account, the
 * user; the account, the role, the session), and matches for certain when none is, or when the list has the
 * caller's account for the sake of other principals of it. What AWS makes of other lists, its documentation
 * leaves to the service.
 */
function leftOutBy(items: readonly Principal[]): Formula {
  const doubts = items.flatMap(({ doubt }) => (doubt ? [doubtful(doubt)] : []));
  const known = items.filter(({ doubt }) => doubt === undefined);
  const listed = any(known.map(named));
  const wholly = whollyListed(known);
  return all([
    any([
      not(listed),
      onlyByAccount(known),
      all([
        listed,
        not(wholly),
        free("NotPrincipal that lists a caller in part", `NotPrincipal ${JSON.stringify(known)}`),
      ]),
    ]),
    ...doubts.map(not),
  ]);
}

/** Callers of an account that is listed together with principals of it, none of which they are. */
function onlyByAccount(items: readonly Principal[]): Formula {
  const names = namesOf(items);
  const principals = names.filter((name) => name.names === "principal");
  const accounts = names
    .filter((name) => name.names === "account")
    .filter(({ account }) => principals.some((principal) => principal.account === account));
  const others = items.filter(
    ({ type, value }) => type !== "AWS" || readPrincipalName(value).names !== "account",
  );
  return accounts.length === 0 || names.some((name) => name.names === "everybody")
    ? FALSE
    : all([
        textLeaf(CALLER, accounts.flatMap(ofAccountNamed)),
        not(ofKinds(["root"])),
        not(any(others.map(named))),
      ]);
}

function namesOf(items: readonly Principal[]): PrincipalName[] {
  return items.filter(({ type }) => type === "AWS").map(({ value }) => readPrincipalName(value));
}

function whollyListed(items: readonly Principal[]): Formula {
  const others = items.filter(({ type }) => type === "Service" || type === "Federated");
  const ofAws = items.filter(({ type }) => type === "AWS").map(({ value }) => value);
  const names = namesOf(items);
  const accounts = textLeaf(
    CALLER,
    names.filter((name) => name.names === "account").flatMap(ofAccountNamed),
  );
  // Only users and federated users make requests under the ARN by which they are named.
  const byArn = ofAws.map((name) => exactly({ kind: "user", name }));
  const kinds = (kind: NamedKind) =>
    any(ofAws.filter((value) => isOfKind(readPrincipalName(value), kind)).map(namedByAws));
  return any([
    names.some((name) => name.names === "everybody") ? TRUE : FALSE,
    ...others.map(named),
    all([accounts, ofKinds(["root"])]),
    all([accounts, textLeaf(CALLER, byArn)]),
    all([accounts, kinds("role"), kinds("assumed-role")]),
  ]);
}

function isOfKind(name: PrincipalName, kind: NamedKind): boolean {
  return name.names === "principal" && name.kind === kind;
}
