// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What one rule of a bucket's lifecycle ends, as all the types write it. */

import { below, elements, type Reading, type Step, textOf } from "../../resources/reading";

/** The days after which something ends, as rules write them. Some types have a block, others a number. */
const days = {
  current: [["expiration", "expirations"], "days"],
  currentNumber: ["expirationInDays"],
  old: [
    ["noncurrentVersionExpiration", "noncurrentVersionExpirations"],
    ["noncurrentDays", "days"],
  ],
  oldNumber: ["noncurrentVersionExpirationInDays"],
  uploads: ["abortIncompleteMultipartUpload", "daysAfterInitiation"],
  uploadsNumber: ["abortIncompleteMultipartUploadDays"],
} as const satisfies Readonly<Record<string, readonly Step[]>>;

/** What ends: objects, old versions of objects, or unfinished multipart uploads. */
export type Ending = "current" | "old" | "uploads";

/**
 * After how many days an enabled rule for the whole bucket ends something: nothing if it does not. If a part
 * of the rule is not known, that part is returned instead of the days.
 */
export function daysOf(rule: Reading, ending: Ending): readonly Reading[] {
  const filters = filtersOf(rule, ending);
  const conditions = [statusOf(rule), ...filters];
  const unknown = conditions.find(({ state }) => state === "unknown");
  if (unknown !== undefined || rule.state !== "known") {
    return [unknown ?? rule];
  }
  return isEnabled(statusOf(rule)) && filters.every(isEmpty)
    ? [...at(rule, days[ending]), ...at(rule, days[`${ending}Number`])].filter(isSet)
    : [];
}

/** S3 has no day 0: AWS returns 0 where no days are set. */
function isSet(reading: Reading): boolean {
  return reading.state === "unknown" || !["0", undefined].includes(textOf(reading));
}

function statusOf(rule: Reading): Reading {
  return below(rule, ["status", "enabled"]);
}

function isEnabled(status: Reading): boolean {
  return ["Enabled", "true"].includes(textOf(status) ?? "");
}

const parts: readonly (readonly Step[])[] = [
  ["prefix"],
  ["tags"],
  ["tagFilters"],
  ["objectSizeGreaterThan"],
  ["objectSizeLessThan"],
  ["filter", "prefix"],
  ["filter", "tag"],
  ["filter", "and"],
  ["filter", "objectSizeGreaterThan"],
  ["filter", "objectSizeLessThan"],
];

/** The number of old versions that are kept at any age. */
const kept: Readonly<Record<Ending, readonly (readonly Step[])[]>> = {
  current: [],
  old: [[days.old[0], "newerNoncurrentVersions"]],
  uploads: [],
};

/** The filters that may limit the rule to a part of the bucket, or of what it ends. */
function filtersOf(rule: Reading, ending: Ending): readonly Reading[] {
  return [...parts, ...kept[ending]].flatMap((path) => at(rule, path));
}

function isEmpty(filter: Reading): boolean {
  const isBlock = filter.state === "known" && typeof filter.value === "object";
  return isBlock
    ? Object.keys(filter.value as object).length === 0
    : ["0", undefined].includes(textOf(filter));
}

function at(rule: Reading, path: readonly Step[]): readonly Reading[] {
  return path.reduce<readonly Reading[]>(
    (readings, step) => readings.flatMap((reading) => elements(below(reading, step))),
    [rule],
  );
}
