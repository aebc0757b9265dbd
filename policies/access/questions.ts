// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The questions that security teams ask, as properties: what must be true, and how it is found out. */

import { type Answer, decide, type Moment } from "./decision";
import type { Document } from "./documents";
import { likes, namedCallers, namedSources } from "./names";
import type { ActionsOnResources, Question, RequestLike } from "./question";
import { throughSharedProvider } from "./shared-providers";

/** Something that must be true of documents. */
export interface Property {
  readonly says: string;
  readonly asks: readonly Question[];
  /** Whether there must be no such request, or one for every question. */
  readonly expects: "none" | "found";
}

export interface Verdict {
  /** Undefined when it could not be decided. */
  readonly holds: boolean | undefined;
  /** The answer that decided. */
  readonly answer: Answer;
}

/** The answers one after the other, until one decides. */
export function check({ asks, expects }: Property, moment: Moment = {}): Verdict {
  let open: Answer | undefined;
  let last: Answer = { answer: "none" };
  for (const question of asks) {
    last = decide(question, moment);
    if (last.answer !== expects && last.answer !== "undecided") {
      return { holds: false, answer: last };
    }
    open ??= last.answer === "undecided" ? last : undefined;
  }
  return open ? { holds: undefined, answer: open } : { holds: true, answer: last };
}

const ACCOUNT_CALLERS = ["root", "user", "role", "federated-user"] as const;

/** Several documents that must all allow, such as a resource's and its endpoint's. */
interface Subject {
  readonly documents: readonly Document[];
  readonly among?: readonly ActionsOnResources[];
}

/** Strangers, anonymous ones among them, are granted nothing. */
export function notPublic({ documents, among }: Subject): Property {
  return {
    says: "nothing is open to everyone",
    expects: "none",
    asks: [
      {
        grantedBy: documents,
        where: [{ Callers: ["anonymous", ...ACCOUNT_CALLERS] }],
        whereNot: [...namedCallers(documents), ...namedSources(documents)],
        among,
      },
    ],
  };
}

/** A role is not assumed by whoever signs in with a provider that everybody can use. */
export function notOpenToSharedProviders({ documents, among }: Subject): Property {
  return {
    says: "no identity provider that everybody can use opens it",
    expects: "none",
    asks: throughSharedProvider(documents).map((question) => ({
      ...question,
      among,
    })),
  };
}

/** An AWS service does not act for whoever asks it to (the confused deputy). */
export function notOpenThroughServices({ documents, among }: Subject): Property {
  return {
    says: "no AWS service does anything there for strangers",
    expects: "none",
    asks: [
      {
        grantedBy: documents,
        where: [{ Callers: ["service"] }],
        whereNot: namedSources(documents),
        among,
      },
    ],
  };
}

/**
 * Nobody but these roles and users is granted anything, and, in the account of the resource, where an
 * identity's policy would do, nobody else escapes a deny.
 */
export function onlyThesePrincipals(
  subject: Subject & { readonly principalArns: readonly string[]; readonly accountId?: string },
): Property {
  const { documents, principalArns, accountId, among } = subject;
  const whereNot = likes("ArnEquals", "aws:PrincipalArn", principalArns);
  const within = (account: string): Question => ({
    notDeniedBy: documents,
    where: [{ Principal: { AWS: account } }],
    whereNot,
    among,
  });
  return {
    says: `only ${principalArns.join(" and ")}`,
    expects: "none",
    asks: [
      { grantedBy: documents, whereNot, among },
      ...(accountId === undefined ? [] : [within(accountId)]),
    ],
  };
}

/** Nobody in other accounts is granted anything. */
export function onlyThisAccount({
  accountId,
  ...subject
}: Subject & { readonly accountId: string }): Property {
  return onlyTheseAccounts({ ...subject, accountIds: [accountId] });
}

export function onlyTheseAccounts({
  documents,
  accountIds,
  among,
}: Subject & { readonly accountIds: readonly string[] }): Property {
  return {
    says: `only account ${accountIds.join(" and ")}`,
    expects: "none",
    asks: [
      {
        grantedBy: documents,
        where: [{ Callers: ["anonymous", ...ACCOUNT_CALLERS] }],
        whereNot: [{ Principal: { AWS: accountIds } }],
        among,
      },
    ],
  };
}

/** Only through these endpoints: anything else is denied, whoever would allow it. */
export function confinedToEndpoint({
  documents,
  vpcEndpointIds,
  among,
}: Subject & { readonly vpcEndpointIds: readonly string[] }): Property {
  return {
    says: `only through ${vpcEndpointIds.join(" and ")}`,
    expects: "none",
    asks: [
      {
        notDeniedBy: documents,
        whereNot: likes("StringEquals", "aws:SourceVpce", vpcEndpointIds),
        among,
      },
    ],
  };
}

/** Requests of a kind are denied, whoever would allow them. */
export function refused({
  documents,
  among,
  says,
  where,
}: Subject & { readonly says: string; readonly where: readonly RequestLike[] }): Property {
  return {
    says,
    expects: "none",
    asks: [{ notDeniedBy: documents, where, among }],
  };
}

/** Plain HTTP is denied, whoever would allow it. */
export function tlsOnly(subject: Subject): Property {
  const where = likes("Bool", "aws:SecureTransport", ["false"]);
  return refused({ ...subject, says: "not over plain HTTP", where });
}

/** Nothing but these actions is granted. */
export function onlyTheseActions({
  documents,
  actions,
}: Subject & { readonly actions: readonly string[] }): Property {
  return {
    says: `only ${actions.join(", ")}`,
    expects: "none",
    asks: [{ grantedBy: documents, whereNot: [{ Action: actions }] }],
  };
}

/** Nothing but these resources is opened. */
export function onlyTheseResources({
  documents,
  resources,
  among,
}: Subject & { readonly resources: readonly string[] }): Property {
  return {
    says: `only ${resources.join(", ")}`,
    expects: "none",
    asks: [{ grantedBy: documents, whereNot: [{ Resource: resources }], among }],
  };
}

/** Somebody of the account can still change the policy of the key. */
export function manageable({
  documents,
  accountId,
  keyArn,
}: Subject & { readonly accountId: string; readonly keyArn: string }): Property {
  return {
    says: `account ${accountId} can manage the key`,
    expects: "found",
    asks: ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"].map((action) => ({
      grantedBy: documents,
      where: [{ Principal: { AWS: accountId } }],
      among: [{ actions: [action], resources: [keyArn] }],
    })),
  };
}

/** What a change of policy changes: whatever one document grants and the other does not. */
export function grantsNoMoreThan(document: Document, other: Document): Property {
  return {
    says: `the ${document.name} grants no more than the ${other.name}`,
    expects: "none",
    asks: [{ grantedBy: [document], notGrantedBy: [other] }],
  };
}
