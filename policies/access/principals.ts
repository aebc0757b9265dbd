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
import { all, any, FALSE, type Formula, free, not, TRUE, textLeaf } from "./formula";
import { literal, pattern } from "./patterns";
import type { Choice, Principal, PrincipalType } from "./statements";

const ACCOUNT = /^\d{12}$/;
const ROOT_ARN = /^arn:([\w-]+):iam::(\d{12}):root$/;
const NAMED_ARN =
  /^arn:(?<partition>[\w-]+):(?:iam|sts)::(?<account>\d{12}|cloudfront):(?<kind>user|role|assumed-role|federated-user)\/(?<name>.+)$/;
/** What is left of a principal that was deleted: its unique id, which nobody has any more. */
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,124}$/;
const WILDCARD = /[*?]/;

export function namedBy({ negated, items }: Choice<Principal>): Formula {
  return negated ? leftOutBy(items) : any(items.map(named));
}

function named({ type, value }: Principal): Formula {
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

/** No wildcard stands for a part of a principal, so nobody knows what AWS makes of one. */
function unclear(value: string, among: Formula): Formula {
  return all([
    among,
    free(`the principal "${value}"`, `principal ${value} ${JSON.stringify(among)}`),
  ]);
}

function namedByAws(value: string): Formula {
  if (value === "*") {
    return TRUE;
  }
  if (UNIQUE_ID.test(value)) {
    return FALSE;
  }
  const account = accountNamedBy(value);
  if (account !== undefined) {
    return textLeaf(CALLER, account);
  }
  const parts = partsOf(value);
  return WILDCARD.test(value) || parts === undefined
    ? unclear(value, hasArn)
    : namedByArn(value, parts);
}

/** Both spellings of an account stand for everybody in it. */
function accountNamedBy(value: string) {
  const [, partition, number = value] = ROOT_ARN.exec(value) ?? [];
  const example = `arn:aws:iam::${number}:role/example\nsession`;
  return ACCOUNT.test(number)
    ? ofAccount(literal(number), partition === undefined ? undefined : literal(partition), example)
    : undefined;
}

type NamedKind = "user" | "role" | "assumed-role" | "federated-user";

type ArnParts = Readonly<Record<"partition" | "account" | "name", string>> & {
  readonly kind: NamedKind;
};

/** The groups of the expression, which has no others. */
function partsOf(arn: string): ArnParts | undefined {
  return NAMED_ARN.exec(arn)?.groups as ArnParts | undefined;
}

function namedByArn(arn: string, { partition, account, kind, name }: ArnParts): Formula {
  const [role = "", session = ""] = name.split("/");
  const byKind: Readonly<Record<NamedKind, () => Formula>> = {
    role: () => textLeaf(CALLER, [anySessionOf(arn)]),
    "assumed-role": () => textLeaf(CALLER, sessionsNamed(partition, account, role, session)),
    "federated-user": () => textLeaf(CALLER, [exactly({ kind: "federated-user", name: arn })]),
    user: () => user(arn, partition, account),
  };
  return byKind[kind]();
}

/** A federated user acts for the user who asked for the session, and its name does not say for whom. */
function user(arn: string, partition: string, account: string): Formula {
  const itself = textLeaf(CALLER, [exactly({ kind: "user", name: arn })]);
  const federated = textLeaf(CALLER, [federatedUsersOf(partition, account)]);
  return any([itself, all([federated, free(`whether a federated user acts for ${arn}`)])]);
}

/**
 * `NotPrincipal` leaves out a caller for certain when each of its names is in the list (the account, the
 * user; the account, the role, the session), and matches for certain when none is. What AWS makes of
 * a list in between, its documentation leaves to the service.
 */
function leftOutBy(items: readonly Principal[]): Formula {
  const listed = any(items.map(named));
  const wholly = whollyListed(items);
  return any([
    not(listed),
    all([
      listed,
      not(wholly),
      free("NotPrincipal that lists a caller in part", `NotPrincipal ${JSON.stringify(items)}`),
    ]),
  ]);
}

function whollyListed(items: readonly Principal[]): Formula {
  const everybody = items.some(({ type, value }) => type === "AWS" && value === "*");
  const others = items.filter(({ type }) => type === "Service" || type === "Federated");
  const ofAws = items.filter(({ type }) => type === "AWS").map(({ value }) => value);
  const accounts = textLeaf(
    CALLER,
    ofAws.flatMap((value) => accountNamedBy(value) ?? []),
  );
  // Only users and federated users make requests under the ARN by which they are named.
  const byArn = ofAws.map((name) => exactly({ kind: "user", name }));
  const kinds = (kind: NamedKind) =>
    any(ofAws.filter((value) => partsOf(value)?.kind === kind).map(namedByAws));
  return any([
    everybody ? TRUE : FALSE,
    ...others.map(named),
    all([accounts, ofKinds(["root"])]),
    all([accounts, textLeaf(CALLER, byArn)]),
    all([accounts, kinds("role"), kinds("assumed-role")]),
  ]);
}
