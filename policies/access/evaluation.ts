// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Evaluates one request against documents, the way AWS does and without anything that the search uses:
 * texts against texts. What was found is looked at here again before anybody hears of it.
 */

import type { ReadDocument } from "./documents";
import { isNamed, ownValues } from "./evaluated-principals";
import { arnMatches, globMatches, unescaped } from "./globs";
import { attributeOf, canHoldSeveral, factsOf } from "./keys";
import { type Operator, operatorOf } from "./operators";
import { isEverything, isWholeArn, variableIn } from "./patterns";
import { ONE, parseAddress, parseBlock, parseDate, parseNumber } from "./points";
import type { Request } from "./requests";
import type { Choice, Condition, RequestPart } from "./statements";
import { allOf, anyOf, opposite, type Truth } from "./truth";

/** What a document says of a request; statements by their labels. */
export interface Evaluation {
  readonly allows: Truth;
  readonly denies: Truth;
  readonly allowedBy: readonly string[];
  readonly deniedBy: readonly string[];
}

export function evaluate({ document, statements }: ReadDocument, request: Request): Evaluation {
  const judged = statements.map(({ effect, label, ...part }) => ({
    effect,
    label,
    matches: isLike({ ...part, label }, request),
  }));
  const of = (effect: string) => judged.filter((each) => each.effect === effect);
  const labels = (effect: string) =>
    of(effect).flatMap(({ label, matches }) => (matches ? [label] : []));
  const { kind } = request.caller;
  const canHold =
    document.kind !== "identity" || !["anonymous", "service", "identity"].includes(kind);
  return {
    allows: canHold && anyOf(of("Allow").map(({ matches }) => matches)),
    denies: anyOf(of("Deny").map(({ matches }) => matches)),
    allowedBy: labels("Allow"),
    deniedBy: labels("Deny"),
  };
}

/** Whether a request is such as a statement, or a part of a question, says. */
export function isLike(part: RequestPart, request: Request): Truth {
  const { callers, principals, actions, resources, conditions, hasVariables } = part;
  const truths: Truth[] = [
    callers?.includes(request.caller.kind) ?? true,
    principals ? isNamed(principals, request) : true,
    actions ? isChosen(actions, (text) => isAction(text, request.action)) : true,
    resources
      ? isChosen(resources, (text) => isResource(text, request.resource, hasVariables))
      : true,
    ...conditions.map((condition) => isMet(condition, request, hasVariables)),
  ];
  return allOf(truths);
}

function isChosen({ negated, items }: Choice<string>, is: (text: string) => Truth): Truth {
  const one = anyOf(items.map(is));
  return negated ? opposite(one) : one;
}

function isAction(text: string, action: string): boolean {
  return globMatches(text.toLowerCase(), action.toLowerCase(), false);
}

function isResource(text: string, resource: string, hasVariables: boolean): Truth {
  if (isEverything(text)) {
    return true;
  }
  if ((hasVariables && variableIn(text) !== undefined) || !isWholeArn(text)) {
    return undefined;
  }
  const within = arnMatches(text, resource, hasVariables);
  const across = globMatches(text, resource, hasVariables);
  return within || (across ? undefined : false);
}

function isMet(condition: Condition, request: Request, hasVariables: boolean): Truth {
  const { operator: name, key, values } = condition;
  const attribute = attributeOf(key);
  const given = valuesOf(attribute, request);
  if (name === "Null") {
    return isNull(values, given);
  }
  const operator = operatorOf(name);
  if (operator === undefined || values.length === 0 || given === null) {
    return undefined;
  }
  if (hasVariables && values.some((value) => variableIn(value) !== undefined)) {
    return undefined;
  }
  const kind = factsOf(attribute)?.kind ?? operator.kind;
  if (operator.quantifier === undefined && given.length > 0 && canHoldSeveral(attribute, false)) {
    return undefined;
  }
  const passes = given.map((value) => {
    const same = anyOf(values.map((text) => compare(text, value, operator, kind, hasVariables)));
    return operator.negated ? opposite(same) : same;
  });
  return quantified(passes, operator);
}

function valuesOf(attribute: string, request: Request): readonly string[] | null {
  const own = ownValues(attribute, request);
  return own === undefined ? (request.context[attribute] ?? []) : own;
}

function isNull(values: readonly string[], given: readonly string[] | null): Truth {
  const [value = "", ...more] = values;
  const isReadable = more.length === 0 && /^(true|false)$/i.test(value);
  return isReadable && given !== null
    ? (given.length === 0) === (value.toLowerCase() === "true")
    : undefined;
}

function quantified(passes: readonly Truth[], operator: Operator): Truth {
  const { quantifier, ifExists, negated } = operator;
  if (passes.length > 0) {
    return quantifier === "all" ? allOf(passes) : anyOf(passes);
  }
  if (quantifier === "any") {
    return ifExists ? undefined : false;
  }
  return ifExists || negated || quantifier === "all";
}

function compare(
  text: string,
  value: string,
  { kind: compared, comparison, relation }: Operator,
  kind: string,
  hasEscapes: boolean,
): Truth {
  const isText = (each: string) => each === "text" || each === "boolean";
  if (isText(compared) && isText(kind)) {
    return compareTexts(text, value, compared, comparison, hasEscapes);
  }
  if (compared === "number" && kind === "date") {
    return compareSizes(scaled(parseNumber(text)), parseDate(value), relation);
  }
  if (compared !== kind) {
    return undefined;
  }
  if (kind === "address") {
    const [block, address] = [parseBlock(text), parseAddress(value)];
    return block && address !== undefined ? block.holds(address) : undefined;
  }
  const parse = kind === "number" ? parseNumber : parseDate;
  return compareSizes(parse(text), parse(value), relation);
}

function compareTexts(
  text: string,
  value: string,
  compared: string,
  comparison: Operator["comparison"],
  hasEscapes: boolean,
): Truth {
  const lower = unescaped(text, hasEscapes).toLowerCase();
  if (compared === "boolean" && lower !== "true" && lower !== "false") {
    return undefined;
  }
  switch (comparison) {
    case "exact":
      return unescaped(text, hasEscapes) === value;
    case "exact-any-case":
      return lower === value.toLowerCase();
    case "arn":
      return arnIs(text, value, hasEscapes);
    default:
      return globMatches(text, value, hasEscapes);
  }
}

function arnIs(text: string, value: string, hasEscapes: boolean): Truth {
  if (isEverything(text)) {
    return true;
  }
  return isWholeArn(text) ? arnMatches(text, value, hasEscapes) : undefined;
}

/** Seconds as milliseconds; what is not a whole number of them is not compared. */
function scaled(seconds: bigint | undefined): bigint | undefined {
  const milliseconds = (seconds ?? 0n) * 1000n;
  return seconds === undefined || milliseconds % ONE !== 0n ? undefined : milliseconds / ONE;
}

function compareSizes(
  bound: bigint | undefined,
  value: bigint | undefined,
  relation: Operator["relation"],
): Truth {
  if (bound === undefined || value === undefined) {
    return undefined;
  }
  const holds = {
    "=": value === bound,
    "<": value < bound,
    "<=": value <= bound,
    ">": value > bound,
    ">=": value >= bound,
  };
  return holds[relation];
}
