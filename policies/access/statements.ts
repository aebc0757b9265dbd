// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which requests a statement speaks of. */

import { conditionHolds, type KeyUse } from "./conditions";
import type { Listed, RequestPart } from "./documents";
import { all, any, type Formula, free, not, TRUE, textLeaf } from "./formula";
import { isWholeArn, type Pattern, pattern, tokensOf, variableIn } from "./patterns";
import { named, notNamed } from "./principals";

export const ACTION = "action";
export const RESOURCE = "resource";

const VARIABLE = /\$\{[^}*?$][^}]*\}/g;
const EVERYTHING = /^\*+$/;
/** A `*` that ends a part of an ARN, other than the last part. */
const ENDS_PART = /\*:/;
const API_SHORTHAND = /^execute-api:\//;

export function partMatches(part: RequestPart, use: KeyUse): Formula {
  const { principal, action, resource, conditions, variables, name } = part;
  return all([
    principal ? principalMatches(principal, name) : TRUE,
    action ? listed(action, actionMatches) : TRUE,
    resource ? listed(resource, (texts) => resourceMatches(texts, variables)) : TRUE,
    ...conditions.map((condition) => conditionHolds(condition, variables, use)),
  ]);
}

function principalMatches(
  { negated, values }: NonNullable<RequestPart["principal"]>,
  name: string,
): Formula {
  return negated ? notNamed(values, name) : named(values);
}

function listed(
  { negated, values }: Listed<readonly string[]>,
  matches: (texts: readonly string[]) => Formula,
): Formula {
  return negated ? not(matches(values)) : matches(values);
}

/** Actions ignore case: both sides are compared in lower case. */
export function actionMatches(texts: readonly string[]): Formula {
  return texts.some((text) => EVERYTHING.test(text))
    ? TRUE
    : textLeaf(
        ACTION,
        texts.map((text) => pattern(tokensOf(text.toLowerCase(), "glob", false))),
      );
}

/**
 * IAM User Guide, "IAM JSON policy elements: Resource": wildcards stand within a part of an ARN, and a
 * `*` that ends a part can reach beyond its colon. What only the second reading matches is undecided.
 */
export function resourceMatches(texts: readonly string[], variables: boolean): Formula {
  if (texts.some((text) => EVERYTHING.test(text))) {
    return TRUE;
  }
  const arns = texts.map((text) => text.replace(API_SHORTHAND, "arn:*:execute-api:*:*:*/"));
  const isPlain = (arn: string) => isWholeArn(arn) && !(variables && variableIn(arn));
  const plain = arns.filter(isPlain).map((arn) => pattern(tokensOf(arn, "arn", variables)));
  return any([
    textLeaf(RESOURCE, plain),
    ...arns
      .filter((arn) => !isPlain(arn) || ENDS_PART.test(arn))
      .map((arn) => perhaps(arn, variables)),
  ]);
}

function perhaps(arn: string, variables: boolean): Formula {
  return all([textLeaf(RESOURCE, [widest(arn, variables)]), free(`resource "${arn}"`)]);
}

/** Everything that the text could mean. */
function widest(arn: string, variables: boolean): Pattern {
  const text = variables ? arn.replace(VARIABLE, "*") : arn;
  return pattern(tokensOf(isWholeArn(arn) ? text : `${text}*`, "glob", variables));
}
