// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Decides whether there is a request that some documents grant and others do not deny. "none" is a
 * proof, "found" comes with a request that was judged again, and "undecided" names what is to blame.
 */

import { type KeyUse, keyUseOf } from "./conditions";
import {
  type Policy,
  type RequestPart,
  readPart,
  readPolicy,
  type Statement,
  WITHOUT_PRINCIPAL,
} from "./documents";
import { type Domain, domainsOf, type Value } from "./domains";
import { evaluate, type RequestValues } from "./evaluate";
import { all, any, type Formula, not, visit } from "./formula";
import { rulesAmong } from "./keys";
import { partitionsOf, plausibleValues } from "./plausible";
import { hasIdentity, isOfAccountOrAnonymous } from "./principals";
import { type Search, search } from "./search";
import { partMatches } from "./statements";
import { type Deciding, sentence } from "./words";

/** A part of a request, in the words of a statement: Principal, Action, Resource, their twins, Condition. */
export type Part = Readonly<Record<string, unknown>>;

export interface Question {
  /** Each group must allow the request in one of its documents, and no document may deny it. */
  readonly grantedBy?: readonly (readonly Policy[])[];
  readonly notDeniedBy?: readonly Policy[];
  /** Documents that, taken like `grantedBy`, do not grant the request. */
  readonly notGrantedBy?: readonly (readonly Policy[])[];
  readonly where?: readonly Part[];
  readonly whereNot?: readonly Part[];
  /** Actions with the resources that they act on; a request must be one of these pairs. */
  readonly pairs?: readonly Part[];
  /** Only callers of accounts, and anonymous ones: no service, no web identity. */
  readonly callers?: "accounts and anonymous";
}

export interface Limits {
  /** States that the classes of one attribute may take. */
  readonly states: number;
  /** Steps of the search. */
  readonly steps: number;
}

export type Answer =
  | { readonly answer: "none" }
  | {
      readonly answer: "found";
      readonly sentence: string;
      readonly request: RequestValues;
      readonly deciding: readonly string[];
    }
  | { readonly answer: "undecided"; readonly because: readonly string[] };

export const LIMITS: Limits = { states: 20_000, steps: 2_000_000 };

interface Read {
  readonly granting: readonly (readonly (readonly Statement[])[])[];
  readonly other: readonly (readonly (readonly Statement[])[])[];
  readonly silent: readonly (readonly Statement[])[];
  readonly where: readonly RequestPart[];
  readonly whereNot: readonly RequestPart[];
  readonly pairs: readonly RequestPart[];
}

export function decide(question: Question, limits: Limits = LIMITS): Answer {
  const problems: string[] = [];
  const read = readQuestion(question, problems);
  if (problems.length > 0) {
    return { answer: "undecided", because: [...new Set(problems)] };
  }
  const parts = partsOf(read);
  const use = keyUseOf(parts.flatMap(({ conditions }) => conditions));
  const goals = goalsOf(question, read, use);
  const domains = domainsOf(all(goals), {
    use,
    partitions: partitionsOf(parts),
    plausible: plausibleValues(parts),
    states: limits.states,
  });
  if ("tooMany" in domains) {
    return undecided([`${domains.tooMany} has more kinds of values than can be told apart`]);
  }
  return answer(read, use, goals, domains, limits);
}

function undecided(because: readonly string[]): Answer {
  return { answer: "undecided", because };
}

function answer(
  read: Read,
  use: KeyUse,
  goals: readonly Formula[],
  domains: readonly Domain[],
  limits: Limits,
): Answer {
  const certain = search(goals, domains, "helps-nobody", limits.steps);
  if (certain.outcome === "found") {
    return judgedAgain(read, use, goals, requestOf(certain.values));
  }
  const possible =
    certain.outcome === "none" && hasDoubt(goals)
      ? search(goals, domains, "either-way", limits.steps)
      : certain;
  return answerOf(possible);
}

function answerOf(result: Search): Answer {
  switch (result.outcome) {
    case "none":
      return { answer: "none" };
    case "limit":
      return undecided(["the search took too many steps"]);
    case "found":
      return undecided(result.assumed);
  }
}

function hasDoubt(goals: readonly Formula[]): boolean {
  let doubt = false;
  visit(all(goals), ({ kind }) => {
    doubt ||= kind === "free";
  });
  return doubt;
}

/** A request that the search found counts only when it also passes when it is judged alone. */
function judgedAgain(
  read: Read,
  use: KeyUse,
  goals: readonly Formula[],
  request: RequestValues,
): Answer {
  if (evaluate(all(goals), request) !== true) {
    return undecided(["a request was found that does not pass when it is judged again"]);
  }
  const holds = (statement: Statement) => evaluate(partMatches(statement, use), request) === true;
  const deciding: Deciding = {
    allowing: matching(read.granting.flat(2), "Allow", holds),
    denying: matching(read.other.flat(2), "Deny", holds),
  };
  return {
    answer: "found",
    sentence: sentence(request, deciding),
    request,
    deciding: [...deciding.allowing, ...deciding.denying],
  };
}

function matching(
  statements: readonly Statement[],
  effect: Statement["effect"],
  holds: (statement: Statement) => boolean,
): readonly string[] {
  return statements
    .filter((statement) => statement.effect === effect && holds(statement))
    .map(({ name }) => name);
}

function requestOf(values: ReadonlyMap<string, Value | readonly Value[]>): RequestValues {
  const present = [...values].filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return new Map(present) as RequestValues;
}

function readQuestion(question: Question, problems: string[]): Read {
  const statements = (policy: Policy) => {
    const reading = readPolicy(policy);
    if ("problem" in reading) {
      problems.push(reading.problem);
      return [];
    }
    return reading.statements;
  };
  const groups = (given: Question["grantedBy"]) =>
    (given ?? []).map((group) => group.map(statements));
  const part = (name: string) => (given: Part) => {
    const reading = readPart(given, name);
    if ("problem" in reading) {
      problems.push(reading.problem);
      return [];
    }
    return [reading];
  };
  return {
    granting: groups(question.grantedBy),
    other: groups(question.notGrantedBy),
    silent: (question.notDeniedBy ?? []).map(statements),
    where: (question.where ?? []).flatMap(part("the question's where")),
    whereNot: (question.whereNot ?? []).flatMap(part("the question's whereNot")),
    pairs: (question.pairs ?? []).flatMap(part("the question's pairs")),
  };
}

function partsOf(read: Read): readonly RequestPart[] {
  return [
    ...read.granting.flat(2),
    ...read.other.flat(2),
    ...read.silent.flat(),
    ...read.where,
    ...read.whereNot,
    ...read.pairs,
  ];
}

/** What must all hold. Who grants comes first, because the search tries that first. */
function goalsOf(question: Question, read: Read, use: KeyUse): readonly Formula[] {
  const holds = (part: RequestPart) => partMatches(part, use);
  const goals: Formula[] = [
    ...read.granting.map((group) => allowed(group.flat(), holds)),
    ...read.where.map(holds),
    ...(ofIdentity(question) ? [hasIdentity] : []),
    ...(question.callers ? [isOfAccountOrAnonymous] : []),
    ...(read.pairs.length > 0 ? [any(read.pairs.map(holds))] : []),
    ...[...read.granting.flat(2), ...read.silent.flat()]
      .filter(denies)
      .map((part) => not(holds(part))),
    ...read.whereNot.map((part) => not(holds(part))),
    ...(question.notGrantedBy ? [notGranted(read.other, holds)] : []),
  ];
  return [...goals, ...rulesAmong(attributesOf(goals))];
}

/** A policy of an identity says nothing about callers that have none. */
function ofIdentity({ grantedBy = [], notDeniedBy = [] }: Question): boolean {
  return [...grantedBy.flat(), ...notDeniedBy].some(({ kind }) => WITHOUT_PRINCIPAL.includes(kind));
}

function allowed(statements: readonly Statement[], holds: (part: RequestPart) => Formula): Formula {
  return any(statements.filter(({ effect }) => effect === "Allow").map(holds));
}

function denies({ effect }: Statement): boolean {
  return effect === "Deny";
}

function notGranted(groups: Read["other"], holds: (part: RequestPart) => Formula): Formula {
  return any([
    ...groups.flat(2).filter(denies).map(holds),
    ...groups.map((group) => not(allowed(group.flat(), holds))),
  ]);
}

function attributesOf(goals: readonly Formula[]): ReadonlySet<string> {
  const attributes = new Set<string>();
  visit(all(goals), (part) => {
    if (part.kind === "leaf") {
      attributes.add(part.attribute);
    }
  });
  return attributes;
}
