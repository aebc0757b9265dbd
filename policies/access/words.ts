// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Says a request like a sentence: who does what, on what, how, and which statements decide it. */

import type { RequestValues } from "./evaluate";
import { factsOf, type Kind } from "./keys";
import { printOrdered } from "./points";
import { ANONYMOUS, PRINCIPAL } from "./principals";
import { ACTION, RESOURCE } from "./statements";

/** Names of the statements that match the request. */
export interface Deciding {
  readonly allowing: readonly string[];
  readonly denying: readonly string[];
}

const SESSION = /^(arn:\S+:role\/\S+) (\S+)$/;
const ROOT = /^arn:[\w-]+:iam::(\d{12}):root$/;
const REQUEST = [PRINCIPAL, ACTION, RESOURCE];

export function sentence(request: RequestValues, { allowing, denying }: Deciding): string {
  const how = [...request]
    .filter(([attribute]) => !REQUEST.includes(attribute))
    .flatMap(([attribute, value]) => circumstance(attribute, value));
  const what = `${caller(textOf(request, PRINCIPAL))} does ${textOf(request, ACTION)} on ${textOf(request, RESOURCE)}`;
  const allowed = allowing.length > 0 ? `allowed by ${listed(allowing)}` : "";
  const denied =
    denying.length > 0 ? `in the other case denied by ${listed(denying)}` : "denied by none";
  return `${[what, ...how].join(" ")}: ${[allowed, denied].filter((part) => part !== "").join(", ")}`;
}

function textOf(request: RequestValues, attribute: string): string {
  return String(request.get(attribute) ?? "");
}

function caller(principal: string): string {
  const [, role, session] = SESSION.exec(principal) ?? [];
  const [, account] = ROOT.exec(principal) ?? [];
  if (principal === ANONYMOUS) {
    return "an anonymous caller";
  }
  if (role) {
    return session === "session" ? role : `${role} in session "${session}"`;
  }
  return account ? `the root user of account ${account}` : special(principal);
}

function special(principal: string): string {
  const [word = "", rest] = principal.split(" ");
  const by: Readonly<Record<string, string>> = {
    service: `the service ${rest}`,
    federated: `an identity of ${rest}`,
    canonical: `the account with canonical user id ${rest}`,
  };
  return by[word] ?? principal;
}

const CIRCUMSTANCES: Readonly<Record<string, (value: string) => readonly string[]>> = {
  "aws:securetransport": (value) => (value === "false" ? ["over plain HTTP"] : []),
  "aws:sourcevpce": (value) => [`through the endpoint ${value}`],
  "aws:sourcevpc": () => [],
  "aws:sourceip": (value) => [`from ${value}`],
  "aws:currenttime": (value) => [`at ${value}`],
};

function circumstance(
  attribute: string,
  value: string | bigint | readonly (string | bigint)[],
): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  const text = values.map((each) => printed(attribute, each)).join(" and ");
  return (
    CIRCUMSTANCES[attribute]?.(text) ?? [`with ${factsOf(attribute)?.name ?? attribute} ${text}`]
  );
}

function printed(attribute: string, value: string | bigint): string {
  if (typeof value === "string") {
    return value;
  }
  const kind: Kind = factsOf(attribute)?.kind ?? "number";
  return kind === "date" || kind === "address"
    ? printOrdered(kind, value)
    : printOrdered("number", value);
}

function listed(names: readonly string[]): string {
  return names.join(" and ");
}
