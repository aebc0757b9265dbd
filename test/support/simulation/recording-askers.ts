// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { ACCOUNT } from "../components/settled";
import type { DeployedDocuments, Question } from "../deployment/deployed-documents";
import { decision, type Principal } from "./simulation";

/** Who asks S3 and KMS for something that a storage has; rows of answers are in this order. */
const askers = [
  "writer",
  "reader",
  "administrator",
  "otherRole",
  "otherAccount",
  "nobody",
  "replication",
  "logging",
  "trail",
] as const;

/** The principals around a deployed storage, by the words for them. */
export type RecordingPrincipals = Readonly<Record<(typeof askers)[number], Principal>>;

/** A question with the policy of the endpoint that it comes through, if it does. */
type Asked = Question & { readonly endpointPolicy?: string };

/** What rows say: a no is the lack of a permission, a never outweighs every permission. */
const words: Readonly<Record<string, string>> = {
  Allowed: "yes",
  ImplicitlyDenied: "no",
  ExplicitlyDenied: "never",
};

const everything = documentOf([{ Effect: "Allow", Action: "*", Resource: "*" }]);
const everybody = documentOf([{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }]);

/** The principals, with the permissions that the stack gives them or that such people have. */
export function recordingPrincipals(
  documents: DeployedDocuments,
  partition: string,
): RecordingPrincipals {
  const role = (name: string, account = ACCOUNT): string =>
    `arn:${partition}:iam::${account}:role/${name}`;
  return {
    writer: {
      arn: documents.output(":User", "recordings-writer"),
      policies: [documents.input(":UserPolicy", "recordings-writer")],
      boundary: documents.input(":Policy", "recordings-writer-boundary"),
    },
    reader: {
      arn: role("classroom-player"),
      policies: [documents.input(":Policy", "recordings-reader")],
    },
    administrator: { arn: role("administrator"), policies: [everything] },
    otherRole: { arn: role("somebody") },
    otherAccount: { arn: role("administrator", "999988887777"), policies: [everything] },
    nobody: {},
    replication: {
      arn: documents.output(":Role", "recordings-replication"),
      policies: [documents.input(":RolePolicy", "recordings-replication")],
    },
    logging: { service: "logging.s3.amazonaws.com" },
    trail: { service: "cloudtrail.amazonaws.com" },
  };
}

/** The writer as somebody would have it who attached full access to it. */
export function overprivileged(writer: Principal): Principal {
  return { ...writer, policies: [everything] };
}

/** The answers to everybody, as a row. */
export function answersTo(question: Asked, principals: RecordingPrincipals): Promise<string> {
  return inWords(
    askers.map((asker) =>
      decision({ ...question, principal: principals[asker], accountId: ACCOUNT }),
    ),
  );
}

/**
 * The answers where every document lets everybody in. They must all be yes: that a request is refused
 * which could never succeed proves nothing.
 */
export function answersWithoutLimits(
  question: Asked,
  principals: RecordingPrincipals,
): Promise<string> {
  return inWords(
    askers.map((asker) => {
      const { arn, service } = principals[asker];
      const principal = arn ? { arn, policies: [everything] } : { service };
      const open = { resourcePolicy: everybody, endpointPolicy: undefined };
      return decision({ ...question, ...open, principal, accountId: ACCOUNT });
    }),
  );
}

/** The row that has the same answer for everybody. */
export function everyone(word: string): string {
  return askers.map(() => word).join(" ");
}

async function inWords(decisions: readonly Promise<string>[]): Promise<string> {
  return (await Promise.all(decisions)).map((answer) => words[answer] ?? answer).join(" ");
}

function documentOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
