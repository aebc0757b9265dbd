// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "./problems";

/** Refuses a value that is not one of a few. */
export function oneOfProblem(
  property: string,
  value: unknown,
  allowed: readonly unknown[],
): Problem {
  return allowed.includes(value)
    ? undefined
    : `'${property}' must be one of ${allowed.join(", ")}, got ${JSON.stringify(value)}.`;
}

/** Refuses a number that is not whole or out of range. Skips absent values and Outputs. */
export function wholeNumberProblem(
  property: string,
  value: unknown,
  range: { readonly minimum: number; readonly maximum?: number } = { minimum: 1 },
): Problem {
  const { minimum, maximum } = range;
  const isRight =
    typeof value !== "number" ||
    (Number.isInteger(value) && value >= minimum && value <= (maximum ?? value));
  const rule =
    maximum === undefined ? `of at least ${minimum}` : `between ${minimum} and ${maximum}`;
  return isRight ? undefined : `'${property}' must be a whole number ${rule}, got ${value}.`;
}
