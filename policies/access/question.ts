// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Questions, as they are asked and as they are read. */

import { type Document, type ReadDocument, readDocument } from "./documents";
import type { Possible } from "./domains";
import { type Evaluation, isLike } from "./evaluation";
import { readLikes, readPairs } from "./parts";
import type { Request } from "./requests";
import type { CallerKind, RequestPart } from "./statements";

type Strings = string | readonly string[];

/** A kind of request, in IAM's own spelling. */
export interface RequestLike {
  readonly Callers?: readonly CallerKind[];
  readonly Principal?: "*" | Readonly<Record<string, Strings>>;
  readonly NotPrincipal?: "*" | Readonly<Record<string, Strings>>;
  readonly Action?: Strings;
  readonly NotAction?: Strings;
  readonly Resource?: Strings;
  readonly NotResource?: Strings;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Strings>>>>;
}

/** Actions that exist, by name and without wildcards, and the resources on which they do. */
export interface ActionsOnResources {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Is there a request … */
export interface Question {
  /** … that each of these allows and does not deny, */
  readonly grantedBy?: readonly Document[];
  /** … that none of these denies, */
  readonly notDeniedBy?: readonly Document[];
  /** … that none of these grants, */
  readonly notGrantedBy?: readonly Document[];
  /** … which is like all of these, */
  readonly where?: readonly RequestLike[];
  /** … and like none of these, */
  readonly whereNot?: readonly RequestLike[];
  /** … and whose action exists on its resource? Any action and resource, when it is left out. */
  readonly among?: readonly ActionsOnResources[];
}

const PARTITION = /(?<=arn:)aws-[a-z-]+(?=:)/g;

/** A question whose documents and parts are read. */
export interface ReadQuestion {
  readonly grantedBy: readonly ReadDocument[];
  readonly notDeniedBy: readonly ReadDocument[];
  readonly notGrantedBy: readonly ReadDocument[];
  readonly where: readonly RequestPart[];
  readonly whereNot: readonly RequestPart[];
  readonly among: readonly RequestPart[];
  readonly possible: Possible;
  /** Why it is not decided, in sentences. */
  readonly problems: readonly string[];
}

export function readQuestion(question: Question): ReadQuestion {
  const { where = [], whereNot = [], among = [] } = question;
  const documents = {
    grantedBy: listOf(question.grantedBy).map(readDocument),
    notDeniedBy: listOf(question.notDeniedBy).map(readDocument),
    notGrantedBy: listOf(question.notGrantedBy).map(readDocument),
  };
  const parts = {
    where: readLikes("where", where),
    whereNot: readLikes("whereNot", whereNot),
    among: readPairs(among),
  };
  const read = {
    ...documents,
    where: parts.where.parts,
    whereNot: parts.whereNot.parts,
    among: parts.among.parts,
  };
  const actions = read.among.flatMap((pair) => pair.actions?.items ?? []);
  return {
    ...read,
    problems: [
      ...misspelt(question),
      ...documentsOf(documents).flatMap(({ problems }) => problems),
      ...Object.values(parts).flatMap(({ problems }) => problems),
    ],
    possible: {
      partitions: partitionsIn(JSON.stringify(read)),
      ...(actions.length > 0 && { actions: [...new Set(actions)] }),
    },
  };
}

const DOCUMENTS = ["grantedBy", "notDeniedBy", "notGrantedBy"];
const ELEMENTS = [...DOCUMENTS, "where", "whereNot", "among"];

function listOf<Item>(list: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(list) ? list : [];
}

/** What is wrong with the question itself, where no compiler has looked at it. */
function misspelt(question: Question): string[] {
  return Object.entries(question).flatMap(([name, value]) => [
    ...(ELEMENTS.includes(name)
      ? []
      : [`The question has an element "${name}", which no question has.`]),
    ...(DOCUMENTS.includes(name) && value !== undefined && !Array.isArray(value)
      ? [`The question has in "${name}" no list.`]
      : []),
  ]);
}

/** Nobody calls from another partition: credentials and ARNs of one mean nothing in the others. */
function partitionsIn(text: string): readonly string[] {
  const others = new Set(Array.from(text.matchAll(PARTITION), ([partition]) => partition));
  return others.size === 0 || text.includes("arn:aws:") ? ["aws", ...others] : [...others];
}

export function documentsOf({
  grantedBy,
  notDeniedBy,
  notGrantedBy,
}: Pick<ReadQuestion, "grantedBy" | "notDeniedBy" | "notGrantedBy">) {
  return [...grantedBy, ...notDeniedBy, ...notGrantedBy];
}

/** Whether a request is as a question says, when it is evaluated by itself. */
export function isAsAsked(
  { grantedBy, notDeniedBy, where, whereNot, among }: ReadQuestion,
  request: Request,
  evaluations: readonly Evaluation[],
): boolean {
  const granted = evaluations.slice(0, grantedBy.length);
  const notDenied = evaluations.slice(grantedBy.length, grantedBy.length + notDeniedBy.length);
  const notGranted = evaluations.slice(grantedBy.length + notDeniedBy.length);
  return (
    granted.every(({ allows, denies }) => allows === true && denies === false) &&
    notDenied.every(({ denies }) => denies === false) &&
    notGranted.every(({ allows, denies }) => allows === false || denies === true) &&
    where.every((part) => isLike(part, request) === true) &&
    whereNot.every((part) => isLike(part, request) === false) &&
    (among.length === 0 || among.some((part) => isLike(part, request) === true))
  );
}
