// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Texts with policy variables. For some values of a variable the text is written out: what is found then is certain.
 * For all others the text matches at most what it matches with `*` in the place of the variable (an
 * over-approximation), so that what is proved is certain too.
 * A variable without a value matches nothing: IAM User Guide, "Policy variables with no value".
 */

import { callerKey } from "./caller-keys";
import { absent, all, any, doubtful, type Formula, leaf, not, TRUE } from "./formula";
import { attributeOf, factsOf } from "./keys";
import { literal, pattern } from "./patterns";
import { isText, type ReadText } from "./readings";
import { characters, type Piece, resolved, type Variable, variablesIn } from "./texts";

/** Values of a variable that are worth writing out, for a text about an attribute. */
export type Candidates = (
  variable: Variable,
  text: ReadText,
  attribute: string,
) => readonly string[];

const mostWritings = 16;

/** A text for which the values of its variables are written out. */
interface Writing {
  readonly values: ReadonlyMap<string, string>;
  readonly when: readonly Formula[];
}

/** Whether a text matches; `is` says it of pieces without variables, and of `*` in the place of variables. */
export function matching(
  text: ReadText,
  attribute: string,
  is: (pieces: readonly Piece[]) => Formula,
  candidates: Candidates,
): Formula {
  const variables = distinct(variablesIn(text.pieces));
  if (variables.length === 0) {
    return is(text.pieces);
  }
  const writings = writingsOf(variables, (variable) => candidates(variable, text, attribute));
  const written = writings.map(({ values, when }) =>
    all([...when, is(resolved(text.pieces, ({ written: name }) => values.get(name)))]),
  );
  const other = all([
    ...variables.map((variable) => (variable.byDefault === undefined ? isThere(variable) : TRUE)),
    not(any(writings.map(({ when }) => all(when)))),
    is(text.pieces),
    doubtful({
      kind: "undecidable",
      name: `the variable ${variables.map((each) => each.written).join(" and ")}`,
      key: JSON.stringify([attribute, text.comparison, text.written]),
    }),
  ]);
  return any([...written, other]);
}

function distinct(variables: readonly Variable[]): Variable[] {
  return [...new Map(variables.map((variable) => [variable.written, variable])).values()];
}

/** Every combination of values, or none where there are too many. */
function writingsOf(
  variables: readonly Variable[],
  candidates: (variable: Variable) => readonly string[],
): Writing[] {
  let writings: Writing[] = [{ values: new Map(), when: [] }];
  for (const variable of variables) {
    const options = optionsOf(variable, candidates(variable));
    writings = writings.flatMap(({ values, when }) =>
      options.map((option) => ({
        values: new Map([...values, [variable.written, option.value]]),
        when: [...when, option.when],
      })),
    );
  }
  return writings.slice(0, mostWritings);
}

function optionsOf(variable: Variable, values: readonly string[]) {
  const written = values.map((value) => ({ value, when: keyIs(variable, value) }));
  return variable.byDefault === undefined
    ? written
    : [{ value: variable.byDefault, when: not(isThere(variable)) }, ...written];
}

function isThere({ key = "" }: Variable): Formula {
  const attribute = attributeOf(key);
  return callerKey(attribute)?.present ?? not(absent(attribute));
}

function keyIs({ key = "" }: Variable, value: string): Formula {
  const attribute = attributeOf(key);
  const byCaller = callerKey(attribute);
  if (byCaller) {
    return byCaller.equals({ pieces: characters(value), comparison: "exact" });
  }
  const kind = factsOf(attribute)?.kind ?? "text";
  return leaf(attribute, isText(kind) ? kind : "text", [pattern(literal(value), value)]);
}
