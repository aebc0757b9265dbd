// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a trail or an event store records what is done with data, and not only with resources. */

import { select, textOf } from "../../resources/reading";

/** By itself it records management events. What cannot be told yet may be data events. */
export function recordsDataEvents(props: unknown): boolean {
  const dataResources = select(props, "eventSelectors", "dataResources");
  const categories = select(props, "advancedEventSelectors", "fieldSelectors", "equals");
  return (
    dataResources.some(({ state }) => state !== "absent") ||
    categories.some((category) => category.state === "unknown" || textOf(category) === "Data")
  );
}
