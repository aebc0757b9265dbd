// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What documents say, as formulas over the attributes of a request. */

import { ACTION, RESOURCE } from "./attributes";
import { hasArn, ofKinds } from "./callers";
import { holds } from "./conditions";
import type { ReadDocument } from "./documents";
import { all, any, type Formula, free, not, TRUE, textLeaf } from "./formula";
import { Kept } from "./kept";
import {
  exampleOf,
  hasInnerWildcard,
  isEverything,
  isWholeArn,
  pattern,
  tokensOf,
  variableIn,
} from "./patterns";
import { namedBy } from "./principals";
import type { Choice, RequestPart, Statement } from "./statements";

/**
 * "IAM JSON policy elements: Resource" asks for wildcards within the parts of an ARN and adds that one at the
 * end of a part "can" reach beyond its colon. Where that makes a difference, nobody knows.
 */
const CROSSING = "whether a wildcard in a Resource crosses a colon";

/** Some statement allows, and none denies. */
export function grants(document: ReadDocument): Formula {
  return all([
    any(document.statements.filter(({ effect }) => effect === "Allow").map(matches)),
    deniesNot(document),
    document.document.kind === "identity" ? hasArn : TRUE,
  ]);
}

export function deniesNot({ statements }: ReadDocument): Formula {
  return all(
    statements
      .filter(({ effect }) => effect === "Deny")
      .map((statement) => not(matches(statement))),
  );
}

/** Whether a request is such as a statement, or a part of a question, says. */
export function matches(part: RequestPart | Statement): Formula {
  const { callers, principals, actions, resources, conditions, hasVariables } = part;
  return all([
    callers ? ofKinds(callers) : TRUE,
    principals ? namedBy(principals) : TRUE,
    actions ? chosen(actions, action) : TRUE,
    resources ? chosen(resources, (text) => resource(text, hasVariables)) : TRUE,
    ...conditions.map((condition) => holds(condition, hasVariables)),
  ]);
}

function chosen({ negated, items }: Choice<string>, is: (item: string) => Formula): Formula {
  const one = any(items.map(is));
  return negated ? not(one) : one;
}

/** Names of actions occur again and again, mostly in the lists of those that exist. */
const actions = new Kept<Formula>(1024);

function action(text: string): Formula {
  return actions.of(text, actionIs);
}

/** Actions ignore case, so both sides are compared in lower case. */
function actionIs(text: string): Formula {
  return isEverything(text)
    ? TRUE
    : textLeaf(ACTION, [
        pattern(tokensOf(text.toLowerCase(), "glob", false), exampleOf(text, "glob", false)),
      ]);
}

function resource(text: string, hasVariables: boolean): Formula {
  if (isEverything(text)) {
    return TRUE;
  }
  const variable = hasVariables ? variableIn(text) : undefined;
  if (variable !== undefined) {
    return free(`the variable ${variable}`, `resource ${text}`);
  }
  if (!isWholeArn(text)) {
    return free(`the resource "${text}", which is no whole ARN`);
  }
  const within = textLeaf(RESOURCE, [
    pattern(tokensOf(text, "arn", hasVariables), exampleOf(text, "arn", hasVariables)),
  ]);
  const across = textLeaf(RESOURCE, [pattern(tokensOf(text, "glob", hasVariables))]);
  return hasInnerWildcard(text) ? any([within, all([across, free(CROSSING)])]) : within;
}
