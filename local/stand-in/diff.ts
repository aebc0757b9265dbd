// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { containsUnknown, isEqual, type Properties } from "./properties";

/** A top-level input that is another than before. */
export interface Difference {
  readonly property: string;
  /** In the wire's own words; a replacement is never among them, since offline nobody knows. */
  readonly kind: "ADD" | "DELETE" | "UPDATE";
}

/**
 * Compares inputs; the plug-in's own notes on them (`__defaults`) do not count. A value that is not
 * known may be another.
 */
export function differences(old: Properties, current: Properties): Difference[] {
  return [...new Set([...Object.keys(old), ...Object.keys(current)])]
    .filter((name) => !name.startsWith("__"))
    .filter((name) => containsUnknown(current[name]) || !isEqual(old[name], current[name]))
    .map((property) => ({ property, kind: kindOf(old[property], current[property]) }));
}

function kindOf(old: unknown, current: unknown): Difference["kind"] {
  if (old === undefined) {
    return "ADD";
  }
  return current === undefined ? "DELETE" : "UPDATE";
}
