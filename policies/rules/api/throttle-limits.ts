// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a setting of a stage, a method or a route limits the rate of calls. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { below, type Reading, textOf } from "../../resources/reading";
import { type StackResource, written } from "../../resources/stack";

export const must = "every stage must have a throttle for all of its methods or routes";

/** The settings of methods as aws-native has them: a list, with an entry for all methods. */
export function judgeMethods(stage: StackResource, ...path: string[]): readonly Finding[] {
  const settings = written(stage, ...path);
  const ofAll = settings.filter(
    (one) =>
      one.state !== "known" ||
      (textOf(below(one, "httpMethod")) === "*" && textOf(below(one, "resourcePath")) === "/*"),
  );
  return ofAll.length === 0
    ? [violation(stage, path.join("."), "are not set for all methods (/* and *)", must)]
    : settings
        .filter((one) => ofAll.includes(one) || isNoLimit(below(one, "throttlingRateLimit")))
        .flatMap((one) => judgeLimit(stage, below(one, "throttlingRateLimit")));
}

/** The limit of a stage does not stop a method or route that is set to have none. */
export function isNoLimit(limit: Reading): boolean {
  return Number(textOf(limit) ?? 0) < 0;
}

/** A limit of -1 means no limit. */
export function judgeLimit(
  resource: StackResource,
  limit: Reading,
  stage?: StackResource,
): readonly Finding[] {
  if (limit.state === "unknown") {
    return [undecided(resource, limit.path, must, { of: stage })];
  }
  const text = textOf(limit);
  if (Number(text) >= 0) {
    return [];
  }
  const found = text === undefined ? "is missing" : `is ${Number(text)}, which is no limit`;
  return [violation(resource, limit.path, found, must, { of: stage })];
}
