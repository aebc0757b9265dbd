// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Decides whether there is a request that some documents let through and that is as a question says. */

import { ACTION, CALLER, CANONICAL_USER, RESOURCE } from "./attributes";
import { callerOf } from "./callers";
import { type Document, type ReadDocument, readDocument, readPart } from "./documents";
import { type Domain, domainsOf, type Possible } from "./domains";
import { Encoding } from "./encoding";
import { type Evaluation, evaluate, isLike } from "./evaluation";
import { all, any, type Formula, not, TRUE, visit } from "./formula";
import { truthsAbout } from "./keys";
import { deniesNot, grants, matches } from "./meaning";
import type { Request } from "./requests";
import { type Solution, solve } from "./search";
import type { CallerKind, RequestPart } from "./statements";
import { inWords } from "./words";

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

export type Answer =
  /** There is none: a proof. */
  | { readonly answer: "none" }
  /** There is one. */
  | {
      readonly answer: "found";
      readonly request: Request;
      /** What each document says of it, in the order of the question. */
      readonly decidedBy: readonly Deciding[];
      readonly sentence: string;
    }
  /** Nobody knows, and these are to blame. */
  | { readonly answer: "undecided"; readonly because: readonly string[] };

/** The statements of a document that match a request, by Sid or number. */
export interface Deciding {
  readonly document: string;
  readonly allowing: readonly string[];
  readonly denying: readonly string[];
}

const WORK = 1_000_000;
const PARTITION = /arn:(aws-[a-z-]+):/g;

/** A question whose documents and parts are read. */
interface ReadQuestion {
  readonly grantedBy: readonly ReadDocument[];
  readonly notDeniedBy: readonly ReadDocument[];
  readonly notGrantedBy: readonly ReadDocument[];
  readonly where: readonly RequestPart[];
  readonly whereNot: readonly RequestPart[];
  readonly among: readonly RequestPart[];
  readonly possible: Possible;
}

export function decide(question: Question): Answer {
  const read = readQuestion(question);
  const because = documentsOf(read).flatMap(({ problems }) => problems);
  return because.length > 0 ? { answer: "undecided", because } : decideRead(read);
}

function readQuestion(question: Question): ReadQuestion {
  const { grantedBy = [], notDeniedBy = [], notGrantedBy = [] } = question;
  const { where = [], whereNot = [], among = [] } = question;
  const parts = (likes: readonly RequestLike[]) =>
    likes.map((like, index) => readPart(`${index + 1}`, like as Record<string, unknown>));
  const read = {
    grantedBy: grantedBy.map(readDocument),
    notDeniedBy: notDeniedBy.map(readDocument),
    notGrantedBy: notGrantedBy.map(readDocument),
    where: parts(where),
    whereNot: parts(whereNot),
    among: parts(among.map(({ actions, resources }) => ({ Action: actions, Resource: resources }))),
  };
  const possible = {
    partitions: partitionsIn(JSON.stringify(read)),
    ...(among.length > 0 && { actions: [...new Set(among.flatMap(({ actions }) => actions))] }),
  };
  return { ...read, possible };
}

/** Nobody calls from another partition: credentials and ARNs of one mean nothing in the others. */
function partitionsIn(text: string): readonly string[] {
  const others = new Set([...text.matchAll(PARTITION)].map(([, partition]) => partition ?? ""));
  return others.size === 0 || text.includes("arn:aws:") ? ["aws", ...others] : [...others];
}

function documentsOf({ grantedBy, notDeniedBy, notGrantedBy }: ReadQuestion) {
  return [...grantedBy, ...notDeniedBy, ...notGrantedBy];
}

function decideRead(question: ReadQuestion): Answer {
  const asked = formulaOf(question);
  const formula = all([asked, ...truthsAbout(attributesOf(asked))]);
  const domains = domainsOf(formula, question.possible);
  const encoding = new Encoding(domains);
  const certain = encoding.encode(formula, "help nobody");
  const surely = solve(certain, encoding.full, WORK);
  if (typeof surely === "object") {
    return confirmed(question, domains, encoding, surely);
  }
  if (surely === "too much work") {
    return { answer: "undecided", because: ["The documents are too intricate."] };
  }
  return encoding.doubts.length === 0 ? { answer: "none" } : perhaps(formula, encoding);
}

/** Parts that are not understood may hold or not: still none is a proof. */
function perhaps(formula: Formula, encoding: Encoding): Answer {
  const node = encoding.encode(formula, "may help");
  const possibly = solve(node, encoding.full, WORK);
  if (possibly === "none") {
    return { answer: "none" };
  }
  const blamed = typeof possibly === "object" ? encoding.restsOn(possibly) : encoding.doubts;
  return { answer: "undecided", because: blamed.map((name) => `Not understood: ${name}.`) };
}

function formulaOf(question: ReadQuestion): Formula {
  const { grantedBy, notDeniedBy, notGrantedBy, where, whereNot, among } = question;
  return all([
    ...grantedBy.map(grants),
    ...notDeniedBy.map(deniesNot),
    ...notGrantedBy.map((document) => not(grants(document))),
    ...where.map(matches),
    ...whereNot.map((part) => not(matches(part))),
    among.length === 0 ? TRUE : any(among.map(matches)),
  ]);
}

function attributesOf(formula: Formula): ReadonlySet<string> {
  const attributes = new Set<string>();
  visit(formula, (part) => {
    if (part.kind === "leaf") {
      attributes.add(part.attribute);
    }
  });
  return attributes;
}

function confirmed(
  question: ReadQuestion,
  domains: ReadonlyMap<string, Domain>,
  encoding: Encoding,
  solution: Solution,
): Answer {
  const { request, spoken } = requestOf(domains, encoding, solution);
  const evaluations = documentsOf(question).map((document) => evaluate(document, request));
  if (!isAsAsked(question, request, evaluations)) {
    return {
      answer: "undecided",
      because: ["A request was found, but evaluated by itself it is not as the question says."],
    };
  }
  const decidedBy = documentsOf(question).map(({ document }, index) => ({
    document: document.name,
    allowing: evaluations[index]?.allowedBy ?? [],
    denying: evaluations[index]?.deniedBy ?? [],
  }));
  const sentence = inWords(question, { request, spoken, decidedBy });
  return { answer: "found", request, decidedBy, sentence };
}

/** What a reader needs to hear of the context: key, values, and none where the key's absence matters. */
export type Spoken = readonly { readonly key: string; readonly values: readonly string[] }[];

const NOT_CONTEXT = new Set([CALLER, CANONICAL_USER, ACTION, RESOURCE]);

function requestOf(
  domains: ReadonlyMap<string, Domain>,
  encoding: Encoding,
  solution: Solution,
): { readonly request: Request; readonly spoken: Spoken } {
  const the = (attribute: string) => encoding.found(attribute, solution).values[0];
  const canonicalUser = the(CANONICAL_USER);
  const context = [...domains.keys()]
    .filter((attribute) => !NOT_CONTEXT.has(attribute))
    .map((key) => ({ key, ...encoding.found(key, solution) }));
  return {
    request: {
      caller: callerOf(the(CALLER) ?? ""),
      ...(canonicalUser !== undefined && { canonicalUser }),
      action: the(ACTION) ?? "",
      resource: the(RESOURCE) ?? "",
      context: Object.fromEntries(
        context.filter(({ values }) => values.length > 0).map(({ key, values }) => [key, values]),
      ),
    },
    spoken: context.filter(({ matters }) => matters),
  };
}

function isAsAsked(
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
