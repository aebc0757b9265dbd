// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Decides whether there is a request that some documents let through and that is as a question says. */

import { ACTION, CALLER, CANONICAL_USER, RESOURCE, UNIQUE_ID } from "./attributes";
import { callerOf } from "./callers";
import { candidatesIn } from "./candidates";
import { type Domain, domainsOf } from "./domains";
import type { DoubtKind } from "./doubts";
import { type Assumptions, Encoding } from "./encoding";
import { type Evaluation, evaluate } from "./evaluation";
import { all, any, type Formula, leaf, not, TRUE, visit } from "./formula";
import { attributeOf, factsOf, TIME, truthsAbout } from "./keys";
import { withoutPlaceholder } from "./placeholders";
import { relation } from "./points";
import { asAsked, documentsOf, type Question, type ReadQuestion, readQuestion } from "./question";
import type { Request } from "./requests";
import { type Outcome, type Solution, solve } from "./search";
import { deniesNot, grants, matches } from "./semantics";
import type { Truth } from "./truth";
import { inWords } from "./words";

export type Answer = None | Found | Undecided;

/** There is none: a proof. */
export interface None {
  readonly answer: "none";
  /** The moment from which on it holds, in ISO 8601, where the documents speak of the time. */
  readonly from?: string;
}

/** There is one. */
export interface Found {
  readonly answer: "found";
  readonly request: Request;
  /** What each document says of it, in the order of the question. */
  readonly decidedBy: readonly Deciding[];
  readonly sentence: string;
}

/** Nobody knows, or the documents are none that AWS accepts. */
export interface Undecided {
  readonly answer: "undecided";
  /**
   * - `unknown`: it depends on values that are unknown until the update, and `because` names them;
   * - `refused`: AWS refuses a document, and `because` says why;
   * - `undecidable`: the documents are valid, and `because` names what cannot be decided.
   */
  readonly kind: DoubtKind;
  readonly because: readonly string[];
  /**
   * Of refused documents: the answer in the worst reading, in which what AWS refuses lets requests through
   * wherever it can.
   */
  readonly worst?: Answer;
}

/** The statements of a document that match a request, by Sid or number. */
export interface Deciding {
  readonly document: string;
  readonly allowing: readonly string[];
  readonly denying: readonly string[];
}

/** When the question is asked: requests are made then or later. */
export interface Moment {
  readonly now?: Date;
}

/** The search found a request that is not as the question says: one of the two is wrong. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
}

/** Parts of a formula that are looked at before the search gives up: some tenths of a second. */
const WORK = 1_000_000;
const TOO_INTRICATE = undecidable([
  "The documents are too intricate to be decided in a reasonable time.",
]);

/** Decides any question about any documents, whatever is handed in, and never throws. */
export function decide(question: Question, moment: Moment = {}): Answer {
  try {
    return decideOrThrow(question, moment);
  } catch {
    // What was thrown may be anything, and may say anything.
    return undecidable([
      "The question, its documents or this library are at fault: nothing was decided.",
    ]);
  }
}

/** The same, except that what nobody foresaw is thrown: for tests. */
export function decideOrThrow(question: Question, { now = new Date() }: Moment = {}): Answer {
  const read = readQuestion(question);
  const { problems, refused } = read;
  if (problems.length > 0) {
    return undecidable([...problems, ...refused]);
  }
  if (refused.length === 0) {
    return decideRead(read, now, "fail");
  }
  const worst = decideRead(read, now, "hold");
  return { answer: "undecided", kind: "refused", because: refused, worst };
}

function undecidable(because: readonly string[]): Undecided {
  return { answer: "undecided", kind: "undecidable", because };
}

/** What is found is certain while every doubt fails; that there is none, while every doubt is open. */
function decideRead(question: ReadQuestion, now: Date, refused: "fail" | "hold"): Answer {
  const asked = formulaOf(question);
  const attributes = attributesOf(asked);
  const hasTime = attributes.has(TIME);
  const from = new Date(Math.floor(now.getTime() / 1_000) * 1_000);
  const formula = all([
    asked,
    ...truthsAbout(attributes),
    hasTime ? leaf(TIME, "date", [relation(">=", BigInt(from.getTime()))]) : TRUE,
  ]);
  const domains = domainsOf(formula, question.possible, from);
  const encoding = new Encoding(domains);
  const search = (unknown: "fail" | "open", rest: "fail" | "open"): Outcome =>
    searched(encoding, formula, { unknown, undecidable: rest, refused });
  const surely = search("fail", "fail");
  if (surely === "none") {
    const none: None = { answer: "none", ...(hasTime && { from: printed(from) }) };
    return encoding.hasDoubts("unknown", "undecidable") ? perhaps(search, encoding, none) : none;
  }
  return surely === "too much work"
    ? TOO_INTRICATE
    : confirmed(question, domains, encoding, surely, refused === "hold");
}

function printed(moment: Date): string {
  return moment.toISOString().replace(".000Z", "Z");
}

function searched(encoding: Encoding, formula: Formula, assumptions: Assumptions): Outcome {
  const node = encoding.encode(formula, assumptions);
  return solve(node, encoding.possible(assumptions), WORK);
}

/** Doubts may hold or not: still none is a proof. */
function perhaps(
  search: (unknown: "fail" | "open", rest: "fail" | "open") => Outcome,
  encoding: Encoding,
  none: None,
): Answer {
  const possibly = search("open", "open");
  if (possibly === "none") {
    return none;
  }
  if (possibly === "too much work") {
    return TOO_INTRICATE;
  }
  // What may be found whatever the unknown values are will not be decided by the update.
  const withoutUnknown = encoding.hasDoubts("undecidable") ? search("fail", "open") : "none";
  const isUnknown = withoutUnknown === "none" && encoding.hasDoubts("unknown");
  const solution = typeof withoutUnknown === "object" ? withoutUnknown : possibly;
  const doubts = encoding.restsOn(solution);
  const because = [
    ...doubts
      .filter(({ kind }) => kind === "unknown")
      .map(({ name }) => `Unknown until the update: ${name}.`),
    ...doubts
      .filter(({ kind }) => kind !== "unknown")
      .map(({ name }) => `Not understood: ${name}.`),
  ];
  return isUnknown ? { answer: "undecided", kind: "unknown", because } : undecidable(because);
}

function formulaOf(question: ReadQuestion): Formula {
  const { grantedBy, notDeniedBy, notGrantedBy, where, whereNot, among } = question;
  const candidates = candidatesIn(question);
  return all([
    ...grantedBy.map((document) => grants(document, candidates)),
    ...notDeniedBy.map((document) => deniesNot(document, candidates)),
    ...notGrantedBy.map((document) => not(grants(document, candidates))),
    ...where.map((part) => matches(part, candidates)),
    ...whereNot.map((part) => not(matches(part, candidates))),
    among.length === 0 ? TRUE : any(among.map((part) => matches(part, candidates))),
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

/** Evaluates what was found again; in the worst reading, what is refused need only not stand in its way. */
function confirmed(
  question: ReadQuestion,
  domains: ReadonlyMap<string, Domain>,
  encoding: Encoding,
  solution: Solution,
  isWorst: boolean,
): Answer {
  const counts = (truth: Truth) => (isWorst ? truth !== false : truth === true);
  const evaluationsOf = (request: Request): Evaluation[] =>
    documentsOf(question).map((document) => evaluate(document, request, counts));
  const isConfirmed = (request: Request) =>
    counts(asAsked(question, request, evaluationsOf(request)));
  const { request, spoken } = requestOf(question, domains, encoding, solution);
  if (!isConfirmed(request)) {
    throw new Contradiction(JSON.stringify(request));
  }
  const evaluations = evaluationsOf(request);
  const decidedBy = documentsOf(question).map(({ document }, index) => ({
    document: document.name,
    allowing: evaluations[index]?.allowedBy ?? [],
    denying: evaluations[index]?.deniedBy ?? [],
  }));
  const needed = spoken.filter(needsWords(isConfirmed, request));
  const { action, resource } = request;
  const said = {
    ...request,
    action: withoutPlaceholder(action),
    resource: withoutPlaceholder(resource),
  };
  const sentence = inWords(question, { request: said, spoken: needed, decidedBy });
  return { answer: "found", request: said, decidedBy, sentence };
}

/** Leaves out, one after the other, the keys without which the request is as asked just the same. */
function needsWords(isConfirmed: (request: Request) => boolean, { context, ...request }: Request) {
  let left = context;
  return ({ key, values }: Spoken[number]): boolean => {
    const { [key]: _, ...rest } = left;
    const isNeeded =
      values.length === 0 ||
      factsOf(key)?.always === true ||
      !isConfirmed({ ...request, context: rest });
    left = isNeeded ? left : rest;
    return isNeeded;
  };
}

/** What a reader needs to hear of the context: key, values, and none where the key's absence matters. */
export type Spoken = readonly { readonly key: string; readonly values: readonly string[] }[];

const NOT_CONTEXT = new Set([CALLER, CANONICAL_USER, UNIQUE_ID, ACTION, RESOURCE]);

function requestOf(
  question: ReadQuestion,
  domains: ReadonlyMap<string, Domain>,
  encoding: Encoding,
  solution: Solution,
): { readonly request: Request; readonly spoken: Spoken } {
  const the = (attribute: string) => encoding.found(attribute, solution).values[0];
  const canonicalUser = the(CANONICAL_USER);
  const caller = callerOf(the(CALLER) ?? "");
  const uniqueId = ["user", "role"].includes(caller.kind) ? the(UNIQUE_ID) : undefined;
  const context = [...domains.keys()]
    .filter((attribute) => !NOT_CONTEXT.has(attribute))
    .sort()
    .map((key) => ({ key, ...encoding.found(key, solution) }));
  return {
    request: {
      caller,
      ...(canonicalUser !== undefined && { canonicalUser }),
      ...(uniqueId !== undefined && { uniqueId }),
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
