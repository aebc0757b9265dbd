// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What conditions ask of a request, as formulas. */

import { type CallerKey, callerKey } from "./caller-keys";
import {
  absent,
  all,
  any,
  doubtful,
  FALSE,
  type Formula,
  free,
  not,
  type Quantifier,
  type Test,
} from "./formula";
import type { Operator } from "./operators";
import { exampleOfPieces, pattern, tokensOfPieces } from "./patterns";
import { type Comparing, type ReadText, readCondition } from "./readings";
import type { Condition } from "./statements";
import { type Piece, variablesIn } from "./texts";
import { type Candidates, matching } from "./variables";

export function holds(
  condition: Condition,
  hasVariables: boolean,
  candidates: Candidates = () => [],
): Formula {
  const reading = readCondition(condition, hasVariables);
  const isAbsent = absenceOf(reading.attribute);
  switch (reading.asks) {
    case "presence": {
      const { whenAbsent, whenPresent } = reading;
      return any([whenAbsent ? isAbsent : FALSE, whenPresent ? not(isAbsent) : FALSE]);
    }
    case "nobody knows": {
      const { doubt, whenAbsent } = reading;
      return whenAbsent === undefined
        ? doubtful(doubt)
        : any([all([not(isAbsent), doubtful(doubt)]), whenAbsent ? isAbsent : FALSE]);
    }
    case "values": {
      const byCaller = callerKey(reading.attribute);
      return byCaller
        ? heldByCaller(byCaller, reading, candidates)
        : heldByKey(reading, isAbsent, candidates);
    }
  }
}

function absenceOf(attribute: string): Formula {
  const byCaller = callerKey(attribute);
  return byCaller ? not(byCaller.present) : absent(attribute);
}

/** A key that follows from the caller has one value. */
function heldByCaller(key: CallerKey, reading: Comparing, candidates: Candidates): Formula {
  const { texts, doubts, operator, attribute } = reading;
  const isEqual = any([
    ...texts.map((text) => {
      const { comparison } = text;
      const is = (pieces: readonly Piece[]) => key.equals({ pieces, comparison });
      return matching(text, attribute, is, candidates);
    }),
    ...doubts.map((doubt) => all([key.present, doubtful(doubt)])),
  ]);
  return withAbsence(operator.negated ? not(isEqual) : isEqual, not(key.present), operator);
}

function withAbsence(
  passes: Formula,
  isAbsent: Formula,
  { ifExists, quantifier }: Pick<Operator, "ifExists" | "quantifier">,
): Formula {
  if (quantifier === "any") {
    const present = all([not(isAbsent), passes]);
    return ifExists ? any([present, all([isAbsent, whenForAnyValueIsAbsent])]) : present;
  }
  return ifExists || quantifier === "all" ? any([isAbsent, passes]) : passes;
}

/** One half says that an absent key fails, the other that it passes; the documentation joins them nowhere. */
const whenForAnyValueIsAbsent = free("ForAnyValue with IfExists, of a key that is absent");

function heldByKey(reading: Comparing, isAbsent: Formula, candidates: Candidates): Formula {
  const { operator, texts, doubts } = reading;
  const isPlain = doubts.length === 0 && texts.every((text) => !hasVariables(text));
  const passes = isPlain
    ? leafOf(reading, testsOf(reading, texts), operator.quantifier ?? "one", operator.negated)
    : inPart(reading, isAbsent, candidates);
  return withAbsence(passes, isAbsent, operator);
}

/** Of a negated operator: each value, or one of them, must differ from all that are written. */
function leafOf(
  { attribute, kind }: Comparing,
  tests: readonly Test[],
  quantifier: Quantifier,
  negated: boolean,
): Formula {
  return { kind: "leaf", attribute, values: kind, tests, negated, quantifier };
}

function testsOf({ ranges }: Comparing, texts: readonly ReadText[]): Test[] {
  return [...ranges, ...texts.map(({ pieces, comparison }) => textTest(pieces, comparison))];
}

function textTest(pieces: readonly Piece[], comparison: ReadText["comparison"]): Test {
  return pattern(tokensOfPieces(pieces, comparison), exampleOfPieces(pieces));
}

function hasVariables({ pieces }: ReadText): boolean {
  return variablesIn(pieces).length > 0;
}

/** A comparison of which some texts are variable, or not understood. */
function inPart(reading: Comparing, isAbsent: Formula, candidates: Candidates): Formula {
  const { attribute, operator, texts, doubts } = reading;
  const { quantifier, negated } = operator;
  const fixed = texts.filter((text) => !hasVariables(text));
  const varying = texts.filter(hasVariables);
  const [text] = varying;
  const isOneVarying = doubts.length === 0 && text !== undefined && varying.length === 1;
  if (quantifier !== undefined && isOneVarying && !negated) {
    const is = (pieces: readonly Piece[]) => {
      const tests = [...testsOf(reading, fixed), textTest(pieces, text.comparison)];
      return leafOf(reading, tests, quantifier, false);
    };
    return any([
      leafOf(reading, testsOf(reading, fixed), quantifier, false),
      matching(text, attribute, is, candidates),
    ]);
  }
  if (quantifier !== undefined) {
    const name = text?.written ?? "";
    const [doubt] = doubts;
    return doubtful({
      kind: doubt?.kind ?? "undecidable",
      name: doubt?.name ?? `the variables in ${name}, with a set operator`,
      key: reading.key(),
    });
  }
  const isEqual = any([
    leafOf(reading, testsOf(reading, fixed), "one", false),
    ...varying.map((each) => {
      const is = (pieces: readonly Piece[]) =>
        leafOf(reading, [textTest(pieces, each.comparison)], "one", false);
      return matching(each, attribute, is, candidates);
    }),
    ...doubts.map((doubt) => all([not(isAbsent), doubtful(doubt)])),
  ]);
  return negated ? not(isEqual) : isEqual;
}
