// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Decides whether there is a request that some documents let through and that is as a question says. */

import { ACTION, CALLER, CANONICAL_USER, RESOURCE } from "./attributes";
import { callerOf } from "./callers";
import { type Domain, domainsOf } from "./domains";
import { Encoding } from "./encoding";
import { type Evaluation, evaluate } from "./evaluation";
import { all, any, type Formula, not, TRUE, visit } from "./formula";
import { attributeOf, factsOf, truthsAbout } from "./keys";
import { deniesNot, grants, matches } from "./meaning";
import { documentsOf, isAsAsked, type Question, type ReadQuestion, readQuestion } from "./question";
import type { Request } from "./requests";
import { type Solution, solve } from "./search";
import { inWords } from "./words";

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

/** Parts of a formula that are looked at before the search gives up: some tenths of a second. */
const WORK = 1_000_000;
const TOO_INTRICATE: Answer = {
  answer: "undecided",
  because: ["The documents are too intricate to be decided in a reasonable time."],
};

export function decide(question: Question): Answer {
  const read = readQuestion(question);
  const { problems } = read;
  return problems.length > 0 ? { answer: "undecided", because: problems } : decideRead(read);
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
    return TOO_INTRICATE;
  }
  return encoding.hasDoubts ? perhaps(formula, encoding) : { answer: "none" };
}

/** Parts that are not understood may hold or not: still none is a proof. */
function perhaps(formula: Formula, encoding: Encoding): Answer {
  const node = encoding.encode(formula, "may help");
  const possibly = solve(node, encoding.full, WORK);
  if (possibly === "none") {
    return { answer: "none" };
  }
  if (possibly === "too much work") {
    return TOO_INTRICATE;
  }
  const because = encoding.restsOn(possibly).map((name) => `Not understood: ${name}.`);
  return { answer: "undecided", because };
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
  const { request, spoken } = requestOf(question, domains, encoding, solution);
  const evaluations = evaluationsOf(question, request);
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
  const needed = spoken.filter(needsWords(question, request));
  const sentence = inWords(question, { request, spoken: needed, decidedBy });
  return { answer: "found", request, decidedBy, sentence };
}

function evaluationsOf(question: ReadQuestion, request: Request): Evaluation[] {
  return documentsOf(question).map((document) => evaluate(document, request));
}

/** Leaves out, one after the other, the keys without which the request is as asked just the same. */
function needsWords(question: ReadQuestion, { context, ...request }: Request) {
  let left = context;
  return ({ key, values }: Spoken[number]): boolean => {
    const { [key]: _, ...rest } = left;
    const without = { ...request, context: rest };
    const isNeeded =
      values.length === 0 ||
      factsOf(key)?.always === true ||
      !isAsAsked(question, without, evaluationsOf(question, without));
    left = isNeeded ? left : rest;
    return isNeeded;
  };
}

/** What a reader needs to hear of the context: key, values, and none where the key's absence matters. */
export type Spoken = readonly { readonly key: string; readonly values: readonly string[] }[];

const NOT_CONTEXT = new Set([CALLER, CANONICAL_USER, ACTION, RESOURCE]);

function requestOf(
  question: ReadQuestion,
  domains: ReadonlyMap<string, Domain>,
  encoding: Encoding,
  solution: Solution,
): { readonly request: Request; readonly spoken: Spoken } {
  const the = (attribute: string) => encoding.found(attribute, solution).values[0];
  const canonicalUser = the(CANONICAL_USER);
  const context = [...domains.keys()]
    .filter((attribute) => !NOT_CONTEXT.has(attribute))
    .sort()
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
    spoken: context.filter(
      ({ key, values, matters }) =>
        matters && (values.length === 0 ? isAskedFor(key, question) : !isUsual(key, values)),
    ),
  };
}

/** That a key is absent says something where the question speaks of it. */
function isAskedFor(key: string, { where, whereNot }: ReadQuestion): boolean {
  return [...where, ...whereNot].some(({ conditions }) =>
    conditions.some((condition) => attributeOf(condition.key) === key),
  );
}

/** What is so of nearly every request needs no words. */
function isUsual(key: string, values: readonly string[]): boolean {
  const { always, plausible } = factsOf(key) ?? {};
  return always === true && values[0] === plausible?.[0];
}
