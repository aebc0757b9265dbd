// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A request that was found, as a sentence. */

import type { Caller } from "./callers";
import type { ReadDocument } from "./documents";
import { factsOf } from "./keys";
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

interface Verdict {
  readonly document: string;
  readonly allowing: readonly string[];
  readonly denying: readonly string[];
}

/** "an anonymous caller does s3:GetObject on … over plain HTTP: allowed by statement "PublicRead" …" */
export function inWords(roles: Roles, { request, spoken, decidedBy }: Finding): string {
  const who = isOfIdentitiesOnly(roles) ? "whoever holds it" : callerInWords(request);
  const what = `${who} does ${request.action} on ${request.resource}`;
  return `${[what, ...spoken.map(circumstance)].join(" ")}: ${verdict(roles, decidedBy)}`;
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

function circumstance({ key, values }: Circumstance): string {
  const name = factsOf(key)?.name ?? key;
  const [value, ...more] = values;
  if (value === undefined) {
    return `without ${name}`;
  }
  if (more.length > 0) {
    return `with ${name} ${values.map((each) => `"${each}"`).join(" and ")}`;
  }
  return PHRASES[key]?.(value) ?? `with ${name} "${value}"`;
}

const PHRASES: Readonly<Record<string, (value: string) => string>> = {
  "aws:securetransport": (value) => (value === "false" ? "over plain HTTP" : "over TLS"),
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
  return [
    ...granting.map(
      ({ document, allowing }) => `allowed by ${statement(allowing)} of the ${document}`,
    ),
    ...byNone,
    ...silent.map(({ document }) => `not denied by the ${document}`),
    ...refusing.map(({ document, denying }) =>
      denying.length === 0
        ? `not allowed by the ${document}`
        : `denied by ${statement(denying)} of the ${document}`,
    ),
  ].join(", ");
}

function statement(labels: readonly string[]): string {
  return `statement ${labels.join(" and ")}`;
}
