// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A request that was found, as a sentence. */

import type { Caller } from "./callers";
import type { ReadDocument } from "./documents";
import { evaluate } from "./evaluation";
import { factsOf } from "./keys";
import type { Request } from "./requests";
import type { CallerKind } from "./statements";

/** The documents that decide it. */
interface Deciding {
  readonly grantedBy: readonly ReadDocument[];
  readonly notDeniedBy: readonly ReadDocument[];
  readonly notGrantedBy: readonly ReadDocument[];
}

type Spoken = readonly { readonly key: string; readonly values: readonly string[] }[];

/** "an anonymous caller does s3:GetObject on … over plain HTTP: allowed by statement "PublicRead" …" */
export function inWords(documents: Deciding, request: Request, spoken: Spoken): string {
  const who = ofIdentitiesOnly(documents) ? "whoever holds it" : callerInWords(request);
  const circumstances = spoken.map(circumstance).filter((words) => words !== "");
  const what = `${who} does ${request.action} on ${request.resource}`;
  return `${[what, ...circumstances].join(" ")}: ${verdict(documents, request)}`;
}

/** A policy of an identity says nothing of who that is. */
function ofIdentitiesOnly({ grantedBy, notDeniedBy, notGrantedBy }: Deciding): boolean {
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

function circumstance({ key, values }: Spoken[number]): string {
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

function verdict({ grantedBy, notDeniedBy, notGrantedBy }: Deciding, request: Request): string {
  const allowed = grantedBy.map((document) => {
    const [label] = evaluate(document, request).allowedBy;
    return `allowed by statement ${label} of the ${document.document.name}`;
  });
  const refused = notGrantedBy.map((document) => {
    const [label] = evaluate(document, request).deniedBy;
    const by = label === undefined ? "not allowed by" : `denied by statement ${label} of`;
    return `${by} the ${document.document.name}`;
  });
  const open = notDeniedBy.map(({ document }) => `not denied by the ${document.name}`);
  const denied = grantedBy.length > 0 ? ["denied by none"] : [];
  return [...allowed, ...denied, ...open, ...refused].join(", ");
}
