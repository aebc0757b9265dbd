// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { ACCOUNT } from "../components/settled";
import type { DeployedDocuments, Question } from "../deployment/deployed-documents";
import { decision, type Principal } from "./simulation";

/** Who asks AWS for something that a deployed stack has; rows of answers are in this order. */
const askers = [
  "backend",
  "administrator",
  "keeper",
  "root",
  "stranger",
  "nobody",
  "function",
] as const;

/** The principals of a deployed stack, by the words for them. */
export type Principals = Readonly<Record<(typeof askers)[number], Principal>>;

/** What rows say: a no is the lack of a permission, a never outweighs every permission. */
const words: Readonly<Record<string, string>> = {
  Allowed: "yes",
  ImplicitlyDenied: "no",
  ExplicitlyDenied: "never",
};

const OTHER_ACCOUNT = "999988887777";

const everything = documentOf([{ Effect: "Allow", Action: "*", Resource: "*" }]);
const everybody = documentOf([{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }]);

/** The principals, with the permissions that the stack gives them or that such people have. */
export function principalsOf(
  documents: DeployedDocuments,
  { partition, backend, keeper }: Readonly<Record<"partition" | "backend" | "keeper", string>>,
): Principals {
  const iam = (what: string, account: string): string => `arn:${partition}:iam::${account}:${what}`;
  return {
    backend: { arn: backend, policies: [documents.input(":Policy", "tokens-backend")] },
    administrator: { arn: iam("role/administrator", ACCOUNT), policies: [everything] },
    keeper: { arn: keeper, policies: [everything] },
    // The account's root user has every permission without a policy; the simulator wants one.
    root: { arn: iam("root", ACCOUNT), policies: [everything] },
    stranger: { arn: iam("role/administrator", OTHER_ACCOUNT), policies: [everything] },
    nobody: {},
    function: {
      arn: documents.output(":Role", "tokens-function"),
      policies: [documents.input(":RolePolicy", "tokens-function")],
    },
  };
}

/** The answers to everybody, as a row. */
export function answersTo(
  question: Question & { readonly endpointPolicy?: string },
  principals: Principals,
): Promise<string> {
  return inWords(askers.map((asker) => decision({ ...question, ...at(principals[asker]) })));
}

/**
 * The answers where every document lets everybody in. They must all be yes: that a request is refused
 * which could never succeed proves nothing.
 */
export function answersWithoutLimits(question: Question, principals: Principals): Promise<string> {
  return inWords(
    askers.map((asker) => {
      const { arn } = principals[asker];
      const principal = arn ? { arn, policies: [everything] } : {};
      const open = { resourcePolicy: everybody, endpointPolicy: undefined };
      return decision({ ...question, ...open, ...at(principal) });
    }),
  );
}

/** The row that has the same answer for everybody. */
export function everyone(word: string): string {
  return askers.map(() => word).join(" ");
}

function at(principal: Principal): { readonly principal: Principal; readonly accountId: string } {
  return { principal, accountId: ACCOUNT };
}

async function inWords(decisions: readonly Promise<string>[]): Promise<string> {
  return (await Promise.all(decisions)).map((answer) => words[answer] ?? answer).join(" ");
}

function documentOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
