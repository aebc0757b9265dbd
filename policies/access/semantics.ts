// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What documents say, as formulas over the attributes of a request. */

import { shapesOfService } from "./arn-formats";
import { ACTION, RESOURCE } from "./attributes";
import { BoundedCache } from "./bounded-cache";
import { hasArn, ofKinds } from "./callers";
import { holds } from "./conditions";
import type { ReadDocument } from "./documents";
import { all, any, doubtful, type Formula, free, not, TRUE, textLeaf } from "./formula";
import { exampleOf, exampleOfPieces, pattern, tokensOf, tokensOfPieces } from "./patterns";
import { namedBy } from "./principals";
import { type ReadResource, readResource } from "./resources";
import type { Choice, RequestPart, Statement } from "./statements";
import { hasInnerWildcard, isEverything, isOfArn, type Piece } from "./texts";
import { type Candidates, matching } from "./variables";

/**
 * "IAM JSON policy elements: Resource" asks for wildcards within the parts of an ARN and adds that one at the
 * end of a part "can" reach beyond its colon. Where that makes a difference, nobody knows.
 */
const crossing = "whether a wildcard in a Resource crosses a colon";

const noCandidates: Candidates = () => [];

/** Some statement allows, and none denies. */
export function grants(document: ReadDocument, candidates: Candidates = noCandidates): Formula {
  const allows = document.statements.filter(({ effect }) => effect === "Allow");
  return all([
    any(allows.map((statement) => matches(statement, candidates))),
    deniesNot(document, candidates),
    document.document.kind === "identity" ? hasArn : TRUE,
  ]);
}

export function deniesNot(
  { statements }: ReadDocument,
  candidates: Candidates = noCandidates,
): Formula {
  return all(
    statements
      .filter(({ effect }) => effect === "Deny")
      .map((statement) => not(matches(statement, candidates))),
  );
}

/** Whether a request is such as a statement, or a part of a question, says. */
export function matches(
  part: RequestPart | Statement,
  candidates: Candidates = noCandidates,
): Formula {
  const { callers, principals, actions, resources, conditions, hasVariables, doubts = [] } = part;
  return all([
    callers ? ofKinds(callers) : TRUE,
    principals ? namedBy(principals) : TRUE,
    actions ? chosen(actions, ACTION, action) : TRUE,
    resources
      ? chosen(resources, RESOURCE, (text) =>
          resource(readResource(text, hasVariables), candidates),
        )
      : TRUE,
    ...conditions.map((condition) => holds(condition, hasVariables, candidates)),
    ...doubts.map((doubt) => doubtful(doubt)),
  ]);
}

function chosen(
  { negated, items, doubts = [] }: Choice<string>,
  attribute: string,
  is: (item: string) => Formula,
): Formula {
  const unsure = doubts.map((doubt) => doubtful(doubt, attribute));
  const one = any([...items.map(is), ...unsure]);
  return negated ? not(one) : one;
}

/** Names of actions occur again and again, mostly in the lists of those that exist. */
const actions = new BoundedCache<Formula>(1024);

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

function resource(read: ReadResource, candidates: Candidates): Formula {
  const { written, pieces, doubt } = read;
  if (isEverything(written)) {
    return TRUE;
  }
  if (doubt !== undefined) {
    const within = isOfArn(pieces)
      ? textLeaf(RESOURCE, [pattern(tokensOfPieces(pieces, "glob"))])
      : TRUE;
    return all([within, free(doubt, `resource ${written}`)]);
  }
  const text = { written, comparison: "arn" as const, pieces };
  return matching(text, RESOURCE, resourceIs, candidates);
}

function resourceIs(pieces: readonly Piece[]): Formula {
  const within = textLeaf(RESOURCE, [
    pattern(tokensOfPieces(pieces, "arn"), exampleOfPieces(pieces)),
  ]);
  if (!hasInnerWildcard(pieces)) {
    return within;
  }
  const shapes = shapesOfService(pieces);
  const across = textLeaf(RESOURCE, [pattern(tokensOfPieces(pieces, "glob"))]);
  const exists = shapes ? textLeaf(RESOURCE, shapes) : TRUE;
  return any([within, all([across, exists, free(crossing)])]);
}
