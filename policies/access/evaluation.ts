// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Evaluates one request against documents, as AWS does: texts against texts, statement by statement. It shares with the
 * search how texts, conditions and principals are read, and nothing else: what was found is looked at here again
 * before anybody hears of it.
 */

import { shapesOfService } from "./arn-formats";
import type { ReadDocument } from "./documents";
import { hasOwnValue, isNamed, ownValues } from "./evaluated-principals";
import { attributeOf, isMultivaluedKey } from "./keys";
import type { Operator } from "./operators";
import { matches, type Pattern, pattern, textOf, tokensOfPieces } from "./patterns";
import { listOfPlaceholder } from "./placeholders";
import { parseAddress, parseDate, parseNumber } from "./points";
import { type Comparing, isText, type Presence, type ReadText, readCondition } from "./readings";
import type { Request } from "./requests";
import { readResource } from "./resources";
import type { Choice, Condition, RequestPart } from "./statements";
import {
  type Comparison,
  isEverything,
  isOfArn,
  type Piece,
  piecesOf,
  resolved,
  type Variable,
  variablesIn,
} from "./texts";
import { allOf, anyOf, opposite, type Truth } from "./truth";

/** What a document says of a request; statements by their labels. */
export interface Evaluation {
  readonly allows: Truth;
  readonly denies: Truth;
  readonly allowedBy: readonly string[];
  readonly deniedBy: readonly string[];
}

/** @param counts which statements are named: those that match for certain, when it is left out */
export function evaluate(
  { document, statements }: ReadDocument,
  request: Request,
  counts: (truth: Truth) => boolean = (truth) => truth === true,
): Evaluation {
  const judged = statements.map(({ effect, label, ...part }) => ({
    effect,
    label,
    matches: isLike({ ...part, label }, request),
  }));
  const of = (effect: string) => judged.filter((each) => each.effect === effect);
  const labels = (effect: string) =>
    of(effect).flatMap(({ label, matches: matched }) => (counts(matched) ? [label] : []));
  const { kind } = request.caller;
  const canHold =
    document.kind !== "identity" || !["anonymous", "service", "identity"].includes(kind);
  return {
    allows: canHold && anyOf(of("Allow").map((each) => each.matches)),
    denies: anyOf(of("Deny").map((each) => each.matches)),
    allowedBy: labels("Allow"),
    deniedBy: labels("Deny"),
  };
}

/** Whether a request is such as a statement, or a part of a question, says. */
export function isLike(part: RequestPart, request: Request): Truth {
  const { callers, principals, actions, resources, conditions, hasVariables, doubts = [] } = part;
  const truths: Truth[] = [
    callers?.includes(request.caller.kind) ?? true,
    principals ? isNamed(principals, request) : true,
    actions ? isChosen(actions, request.action, (text) => isAction(text, request.action)) : true,
    resources
      ? isChosen(resources, request.resource, (text) => isResource(text, request, hasVariables))
      : true,
    ...conditions.map((condition) => isMet(condition, request, hasVariables)),
    ...doubts.map(() => undefined),
  ];
  return allOf(truths);
}

function isChosen(
  { negated, items, doubts = [] }: Choice<string>,
  value: string,
  is: (text: string) => Truth,
): Truth {
  const listed = listOfPlaceholder(value);
  const unsure = doubts.map(({ key }) => (key === listed ? true : undefined));
  const one = anyOf([...items.map((item) => known(item, listed, is)), ...unsure]);
  return negated ? opposite(one) : one;
}

/** Of a value that an unknown list names, nothing is known but that. */
function known(item: string, listed: string | undefined, is: (text: string) => Truth): Truth {
  return listed === undefined || isEverything(item) ? is(item) : undefined;
}

function isAction(text: string, action: string): boolean {
  const [wanted, given] = [text.toLowerCase(), action.toLowerCase()];
  return /[*?]/.test(wanted)
    ? compared(piecesOf(wanted, "glob", false), "glob", given)
    : wanted === given;
}

function isResource(written: string, request: Request, hasVariables: boolean): Truth {
  if (isEverything(written)) {
    return true;
  }
  const { pieces, doubt } = readResource(written, hasVariables);
  const { resource } = request;
  if (doubt !== undefined) {
    return isOfArn(pieces) && !compared(pieces, "glob", resource) ? false : undefined;
  }
  return matchesText(pieces, request, (final) => {
    if (compared(final, "arn", resource)) {
      return true;
    }
    const shapes = shapesOfService(final);
    const exists = shapes?.some((shape) => matches(shape, resource)) ?? true;
    return exists && compared(final, "glob", resource) ? undefined : false;
  });
}

function compared(pieces: readonly Piece[], comparison: Comparison, value: string): boolean {
  const wanted = patternOf(pieces, comparison);
  const text = textOf(wanted);
  return text === undefined ? matches(wanted, value) : text === value;
}

/** Patterns of texts that were read, which are compared again and again. */
const patterns = new WeakMap<readonly Piece[], Map<Comparison, Pattern>>();

function patternOf(pieces: readonly Piece[], comparison: Comparison): Pattern {
  const known = patterns.get(pieces) ?? new Map<Comparison, Pattern>();
  const made = known.get(comparison) ?? pattern(tokensOfPieces(pieces, comparison));
  patterns.set(pieces, known.set(comparison, made));
  return made;
}

/** Whether a text matches once its variables have the values of this request. */
function matchesText(
  pieces: readonly Piece[],
  request: Request,
  is: (pieces: readonly Piece[]) => Truth,
): Truth {
  const variables = variablesIn(pieces);
  if (variables.length === 0) {
    return is(pieces);
  }
  const values = variables.map((variable) => resolvedValue(variable, request));
  if (values.includes("absent")) {
    return false;
  }
  const final = resolved(pieces, ({ written }) => {
    const value = values[variables.findIndex((each) => each.written === written)];
    return typeof value === "object" ? value.value : undefined;
  });
  const isFinal = variablesIn(final).length === 0;
  return isFinal || is(final) === false ? is(final) : undefined;
}

/** The value of a variable; undefined where nobody knows it. */
function resolvedValue(
  { key = "", byDefault }: Variable,
  request: Request,
): { readonly value: string } | "absent" | undefined {
  const values = valuesOf(attributeOf(key), request);
  if (values === null || values.length > 1) {
    return undefined;
  }
  const [value = byDefault] = values;
  return value === undefined ? "absent" : { value };
}

function isMet(condition: Condition, request: Request, hasVariables: boolean): Truth {
  const reading = readCondition(condition, hasVariables);
  const given = valuesOf(reading.attribute, request);
  if (given === null) {
    return reading.asks === "presence" ? isPresent(reading, request) : undefined;
  }
  const isAbsent = given.length === 0;
  switch (reading.asks) {
    case "presence":
      return isAbsent ? reading.whenAbsent : reading.whenPresent;
    case "nobody knows":
      return isAbsent ? reading.whenAbsent : undefined;
    case "values":
      return quantified(
        given.map((value) => passes(reading, value, request)),
        reading,
      );
  }
}

/** Of a key that follows from the caller, in a way that nobody knows. */
function isPresent({ attribute, whenPresent, whenAbsent }: Presence, request: Request): Truth {
  return hasOwnValue(attribute, request) === true || whenPresent === whenAbsent
    ? whenPresent
    : undefined;
}

function valuesOf(attribute: string, request: Request): readonly string[] | null {
  const own = ownValues(attribute, request);
  const given = Object.hasOwn(request.context, attribute) ? request.context[attribute] : undefined;
  return own === undefined ? (given ?? []) : own;
}

function quantified(
  passed: readonly Truth[],
  { operator: { quantifier, ifExists, negated }, attribute }: Comparing,
): Truth {
  if (passed.length === 0) {
    return quantifier === "any"
      ? ifExists && undefined
      : ifExists || negated || quantifier === "all";
  }
  if (quantifier !== undefined) {
    return quantifier === "all" ? allOf(passed) : anyOf(passed);
  }
  // Of several values, nobody knows which one AWS compares without a set operator.
  const [first] = passed;
  return passed.every((each) => each === first) && !isMultivaluedKey(attribute) ? first : undefined;
}

function passes(reading: Comparing, value: string, request: Request): Truth {
  const { operator, texts, ranges, doubts, kind } = reading;
  const same = anyOf([
    ...texts.map((text) => isSame(text, value, request)),
    ...ranges.map((range) => {
      const number = numberOf(value, kind);
      return number === undefined ? undefined : range.holds(number);
    }),
    ...doubts.map(() => undefined),
  ]);
  return negatedBy(operator, same);
}

function negatedBy({ negated }: Operator, same: Truth): Truth {
  return negated ? opposite(same) : same;
}

function isSame({ pieces, comparison }: ReadText, value: string, request: Request): Truth {
  return matchesText(pieces, request, (final) => compared(final, comparison, value));
}

function numberOf(value: string, kind: Comparing["kind"]): bigint | undefined {
  if (isText(kind)) {
    return undefined;
  }
  return { number: parseNumber, date: parseDate, address: parseAddress }[kind](value);
}
