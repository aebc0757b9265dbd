// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a formula holds for one request, without any search: what is found is judged again by this. */

import type { Formula, Leaf, Test } from "./formula";
import { matches } from "./patterns";
import { ACTION } from "./statements";

/** Values of a request by attribute; absent keys are left out. Ordered values are whole numbers. */
export type RequestValues = ReadonlyMap<string, string | bigint | readonly (string | bigint)[]>;

/** Undefined where it hangs on a part that is not understood. */
export function evaluate(formula: Formula, request: RequestValues): boolean | undefined {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "free":
      return undefined;
    case "leaf":
      return leafHolds(formula, request);
    case "all":
      return joined(formula.of, request, false);
    case "any":
      return joined(formula.of, request, true);
  }
}

function joined(
  parts: readonly Formula[],
  request: RequestValues,
  deciding: boolean,
): boolean | undefined {
  const results = parts.map((part) => evaluate(part, request));
  if (results.includes(deciding)) {
    return deciding;
  }
  return results.includes(undefined) ? undefined : !deciding;
}

function leafHolds(
  { attribute, test, negated, quantifier }: Leaf,
  request: RequestValues,
): boolean {
  const given = request.get(attribute);
  const values = Array.isArray(given) ? given : given === undefined ? [] : [given];
  if (test.kind === "absent") {
    return (values.length === 0) !== negated;
  }
  const passes = (value: string | bigint) => passesTest(attribute, test, value) !== negated;
  const byQuantifier = {
    one: () => (values.length === 0 ? negated : values.every(passes)),
    any: () => values.some(passes),
    all: () => values.every(passes),
  };
  return byQuantifier[quantifier]();
}

function passesTest(attribute: string, test: Test, value: string | bigint): boolean {
  if (typeof value === "bigint") {
    return test.kind === "range" && test.range.holds(value);
  }
  const compared = attribute === ACTION ? value.toLowerCase() : value;
  return test.kind === "patterns" && test.patterns.some((each) => matches(each, compared));
}
