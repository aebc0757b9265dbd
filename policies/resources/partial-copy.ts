// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A copy of a value that the engine shows, without the SDK's proxies, with a mark where a part is unknown. */

import { UnknownValueError } from "@pulumi/policy";

/** What is nested deeper than anything that AWS takes counts as unknown. */
const deepest = 200;

export function partialCopy<Mark>(value: unknown, mark: Mark, depth = 0): unknown {
  if (depth > deepest) {
    return mark;
  }
  if (Array.isArray(value)) {
    return Array.from({ length: value.length }, (_, index) => memberOf(value, index, mark, depth));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value).map((key) => [key, memberOf(value, key, mark, depth)]),
  );
}

function memberOf<Mark>(whole: object, key: string | number, mark: Mark, depth: number): unknown {
  try {
    return partialCopy((whole as Record<string | number, unknown>)[key], mark, depth + 1);
  } catch (error) {
    if (error instanceof UnknownValueError) {
      return mark;
    }
    throw error;
  }
}
