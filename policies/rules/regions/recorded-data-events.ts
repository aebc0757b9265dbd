// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Trails and event stores that record what is done with data, and not only with resources. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { read, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { must } from "./region-comparison";

/** By default only management events are recorded. A selector that is not known yet may be for data events. */
export function recordsDataEvents(props: unknown): boolean {
  const dataResources = select(props, "eventSelectors", "dataResources");
  const categories = select(props, "advancedEventSelectors", "fieldSelectors", "equals");
  return (
    dataResources.some(({ state }) => state !== "absent") ||
    categories.some((category) => category.state === "unknown" || textOf(category) === "Data")
  );
}

/** Management events of all regions may be recorded in one of them, data events may not. */
export function judgeRecorder(
  resource: Resource,
  property: string,
  byItself: boolean,
): readonly Finding[] {
  const reading = read(resource.props, property);
  const spans = reading.state === "known" ? String(reading.value) === "true" : byItself;
  const isOpen = reading.state === "unknown";
  if (!recordsDataEvents(resource.props) || !(spans || isOpen)) {
    return [];
  }
  const value = reading.state === "absent" ? "missing, which means true" : "true";
  const found = `is ${value}, and data events of every region are recorded`;
  return isOpen
    ? [undecided(resource, property, must)]
    : [violation(resource, property, found, must)];
}
