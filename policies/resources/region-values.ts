// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The values of a region property: its own, or those in the JSON that it holds. */

import type { RegionProperty } from "../provider-tables/region-properties";
import { contentOf, type Reading, select, textOf } from "./reading";
import { regionIn } from "./region";

/** Each different value at the paths in the JSON; JSON that does not parse has none, and AWS refuses it. */
export function regionValues(
  { json: paths }: RegionProperty,
  reading: Reading,
): readonly Reading[] {
  if (paths === undefined || reading.state !== "known") {
    return [reading];
  }
  const isText = typeof reading.value === "string";
  const content = isText ? contentOf(reading) : reading;
  const values = paths.flatMap((path) =>
    select({ content: content.state === "known" ? content.value : {} }, "content", ...path),
  );
  const different = new Map(values.map((value) => [identityOf(value), value]));
  return [...different.values()].map((value) => ({ ...value, path: reading.path }));
}

/** Values in one region are reported once. */
function identityOf(value: Reading): string {
  const text = textOf(value);
  return text === undefined ? value.state : (regionIn(text) ?? text);
}
