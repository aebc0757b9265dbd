// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether the lifecycle of a bucket ends objects, old versions and unfinished uploads in time. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { isWithin, type Limits, limitsInWords } from "../../framework/limits";
import type { StatedSetting } from "../../joins/bucket-settings";
import { textOf } from "../../resources/reading";
import { topLevel } from "../../resources/stack";
import { daysOf, type Ending } from "./lifecycle-rules";

/** One of the three kinds of things that must end. */
export interface AskedEnding {
  readonly ending: Ending;
  readonly limits: Limits;
  readonly what: string;
}

export function mustEnd(what: string, limits: Limits): string {
  return `${what} must end after ${limitsInWords(limits, "day")}`;
}

/** If several rules end the same thing, S3 does it at the earliest time. */
export function judgeEnding(
  all: readonly StatedSetting[],
  { ending, limits, what }: AskedEnding,
): readonly Finding[] {
  const must = mustEnd(what, limits);
  const times = all.flatMap((said) =>
    daysOf(said.reading, ending).map((reading) => ({
      ...said,
      reading,
      days: Number(textOf(reading)),
    })),
  );
  const unknown = times.find(({ reading }) => reading.state === "unknown");
  const [earliest] = times
    .filter(({ reading }) => reading.state === "known")
    .sort((one, other) => one.days - other.days);
  if (earliest !== undefined && !isWithin(earliest.days, limits)) {
    const { resource, reading, days, of } = earliest;
    return [violation(resource, reading.path, `is ${days}`, must, { of })];
  }
  if (unknown !== undefined) {
    return [undecided(unknown.resource, unknown.reading.path, must, { of: unknown.of })];
  }
  return earliest === undefined ? neverEnds(all, what, must) : [];
}

function neverEnds(
  [first]: readonly StatedSetting[],
  what: string,
  must: string,
): readonly Finding[] {
  return first === undefined
    ? []
    : [
        violation(
          first.resource,
          topLevel(first.reading.path),
          `has no enabled rule for the whole bucket that ends ${what}`,
          must,
          { of: first.of },
        ),
      ];
}
