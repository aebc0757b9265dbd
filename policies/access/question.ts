// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Questions, as they are asked and as they are read. */

import { type Document, maximumCharacters, type ReadDocument, readDocument } from "./documents";
import { shown } from "./elements";
import { type Evaluation, isLike } from "./evaluation";
import { readLikes, readPairs } from "./parts";
import type { Possible } from "./possible-values";
import type { Request } from "./requests";
import type { CallerKind, RequestPart } from "./statements";
import { allOf, anyOf, opposite, type Truth } from "./truth";

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
  /** What AWS will refuse of the documents, in sentences. */
  readonly refused: readonly string[];
  /** What is wrong with the question itself, in sentences. */
  readonly problems: readonly string[];
}

export function readQuestion(question: Question): ReadQuestion {
  if (typeof question !== "object" || question === null) {
    return readQuestion({ where: [{}] });
  }
  const { where = [], whereNot = [], among = [] } = question;
  const size = { left: 2 * maximumCharacters };
  const read = (documents: readonly Document[] | undefined) =>
    listOf(documents).map((document) => readDocument(document, size));
  const documents = {
    grantedBy: read(question.grantedBy),
    notDeniedBy: read(question.notDeniedBy),
    notGrantedBy: read(question.notGrantedBy),
  };
  const parts = {
    where: readLikes("where", where, size),
    whereNot: readLikes("whereNot", whereNot, size),
    among: readPairs(among, size),
  };
  const all = {
    ...documents,
    where: parts.where.parts,
    whereNot: parts.whereNot.parts,
    among: parts.among.parts,
  };
  const actions = all.among.flatMap((pair) => pair.actions?.items ?? []);
  return {
    ...all,
    refused: documentsOf(documents).flatMap(({ problems }) => problems),
    problems: [...misspelt(question), ...Object.values(parts).flatMap(({ problems }) => problems)],
    possible: {
      partitions: partitionsIn(all),
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
      : [`The question has an element ${shown(name)}, which no question has.`]),
    ...(DOCUMENTS.includes(name) && value !== undefined && !Array.isArray(value)
      ? [`The question has in "${name}" no list.`]
      : []),
  ]);
}

/** Nobody calls from another partition: credentials and ARNs of one mean nothing in the others. */
function partitionsIn(read: object): readonly string[] {
  const text = JSON.stringify(read);
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
  question: ReadQuestion,
  request: Request,
  evaluations: readonly Evaluation[],
): boolean {
  return asAsked(question, request, evaluations) === true;
}

/** The same, or undefined where it rests on something that nobody knows. */
export function asAsked(
  { grantedBy, notDeniedBy, where, whereNot, among }: ReadQuestion,
  request: Request,
  evaluations: readonly Evaluation[],
): Truth {
  const granted = evaluations.slice(0, grantedBy.length);
  const notDenied = evaluations.slice(grantedBy.length, grantedBy.length + notDeniedBy.length);
  const notGranted = evaluations.slice(grantedBy.length + notDeniedBy.length);
  return allOf([
    ...granted.map(grants),
    ...notDenied.map(({ denies }) => opposite(denies)),
    ...notGranted.map((evaluation) => opposite(grants(evaluation))),
    ...where.map((part) => isLike(part, request)),
    ...whereNot.map((part) => opposite(isLike(part, request))),
    among.length === 0 || anyOf(among.map((part) => isLike(part, request))),
  ]);
}

function grants({ allows, denies }: Evaluation): Truth {
  return allOf([allows, opposite(denies)]);
}
